package io.onrecord.server.alert;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What whoever gets a notification knows by that it is genuine: {@code t=SECONDS,v1=HEX}, where HEX is the HMAC-SHA256 of the seconds since 1970, a
 * full stop, and the body, with the bytes of the secret's characters as its key.
 */
final class Signature {

    /** The header that it stands in. */
    static final String HEADER = "Onrecord-Signature";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private Signature() {}

    /** A secret that nobody guesses. */
    static String newSecret() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String of(String secret, Instant time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((time.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return "t=" + time.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
