package io.onrecord.reading.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority of its own, and a site whose certificates it signs, made by the JDK's keytool. */
final class Certificates {

    private static final String PASSWORD = "avenia";

    private final Path folder;
    private final Path keys;
    private final KeyStore store;

    Certificates(Path folder) throws Exception {
        this.folder = folder;
        this.keys = folder.resolve("keys.p12");
        keytool(keys, "-genkeypair -alias authority -keyalg EC -dname CN=Authority -ext bc:c");
        keytool(keys, "-genkeypair -alias site -keyalg EC -dname CN=news.velia.example");
        keytool(keys, "-certreq -alias site -file " + folder.resolve("request"));
        this.store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
    }

    /**
     * For a server that shows a certificate.
     *
     * @param options of keytool for the signature, such as {@code -ext san=ip:127.0.0.1}
     */
    SSLContext server(String... options) throws Exception {
        Path signed = folder.resolve("signed");
        keytool(
                keys,
                "-gencert -alias authority -infile " + folder.resolve("request") + " -outfile " + signed + " "
                        + String.join(" ", options));
        Certificate certificate;
        try (InputStream in = Files.newInputStream(signed)) {
            certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        KeyStore shown = KeyStore.getInstance("PKCS12");
        shown.load(null, null);
        shown.setKeyEntry(
                "site", store.getKey("site", PASSWORD.toCharArray()), PASSWORD.toCharArray(), new Certificate[] {
                    certificate, store.getCertificate("authority")
                });
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(shown, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(Path store, String options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(options.split(" ", -1)));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        keytool.getOutputStream().close();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool " + options + ": " + said);
        }
    }

    /** For a client that trusts the authority. */
    SSLContext trusting() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", store.getCertificate("authority"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
