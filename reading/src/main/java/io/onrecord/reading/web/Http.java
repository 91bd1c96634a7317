package io.onrecord.reading.web;

import io.onrecord.reading.item.Wording;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Makes one request and takes its answer, bounded in time and bytes. Thread-safe. Connections are not used twice: what one
 * answer leaves behind can never be taken for a part of the next, and a host is looked up and checked each time.
 */
final class Http implements AutoCloseable {

    /** A request has to have an address before it gets its own. */
    private static final URI ANY = URI.create("http://host/");

    private static final int CONNECTIONS_TO_A_HOST = 2;

    private static final int LONGEST_HEADER = 16 << 10;

    private static final int MOST_HEADERS = 200;

    private final FetchOptions options;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor deadlines;
    private volatile boolean closed;

    Http(FetchOptions options, AddressGuard guard, SSLContext secure) {
        this.options = options;
        this.client = client(options, guard, secure);
        this.deadlines = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "onrecord-fetch-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        deadlines.setRemoveOnCancelPolicy(true);
    }

    private static CloseableHttpClient client(FetchOptions options, AddressGuard guard, SSLContext secure) {
        PoolingHttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(LONGEST_HEADER)
                                .setMaxHeaderCount(MOST_HEADERS)
                                .build())
                        .build())
                .setDnsResolver(guard)
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(secure))
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(timeout(options.connectTimeout()))
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(options.connectTimeout()))
                        .setSocketTimeout(timeout(options.responseTimeout()))
                        .build())
                .setMaxConnTotal(options.connections())
                .setMaxConnPerRoute(CONNECTIONS_TO_A_HOST)
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout(options.totalTimeout()))
                        .setResponseTimeout(timeout(options.responseTimeout()))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent(options.userAgent())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private static Timeout timeout(Duration time) {
        return Timeout.ofMilliseconds(time.toMillis());
    }

    /**
     * Asks once; a redirect is an answer.
     *
     * @param headers beside the usual ones
     * @param limit of the payload in bytes
     * @param cut whether a longer payload is cut there, rather than refused
     * @throws FetchFailure if there is no answer, or not a whole one
     */
    Answer get(Address address, Map<String, String> headers, int limit, boolean cut) throws FetchFailure {
        HttpGet request = new HttpGet(ANY);
        aim(request, address);
        request.setHeader("Accept", "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8");
        request.setHeader("Accept-Encoding", Packing.TAKEN);
        headers.forEach(request::setHeader);
        return bounded(address, request, () -> answer(address, request, limit, cut));
    }

    /**
     * Sends something, once. Of the answer the status and the headers count; what it holds is not read.
     *
     * @param type of what is sent
     * @param headers beside the usual ones
     * @throws FetchFailure if there is no answer
     */
    Answer post(Address address, String type, Map<String, String> headers, byte[] body) throws FetchFailure {
        HttpPost request = new HttpPost(ANY);
        aim(request, address);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, org.apache.hc.core5.http.ContentType.parse(type)));
        return bounded(address, request, () -> head(address, request));
    }

    /** What a request comes to. */
    private interface Asking {
        Answer ask() throws IOException, HttpException, FetchFailure;
    }

    /** In the time that there is, with failures in words. */
    private Answer bounded(Address address, HttpUriRequestBase request, Asking asking) throws FetchFailure {
        AtomicBoolean late = new AtomicBoolean();
        Future<?> deadline = null;
        try {
            deadline = deadlines.schedule(
                    () -> {
                        late.set(true);
                        request.cancel();
                    },
                    options.totalTimeout().toMillis(),
                    TimeUnit.MILLISECONDS);
            return asking.ask();
        } catch (IOException | HttpException e) {
            throw cutShort(late.get()).orElseGet(() -> Failures.of(e, address, options));
        } catch (RuntimeException e) {
            // Neither the library's parser nor an unpacker may take other addresses with it.
            throw cutShort(late.get())
                    .orElseGet(() -> FetchFailure.lasting(
                            Refused.Reason.DAMAGED, "its answer makes no sense: " + Wording.shown(e.toString()), e));
        } finally {
            if (deadline != null) {
                deadline.cancel(false);
            }
        }
    }

    /** Why this side ended a request, if it did. */
    private Optional<FetchFailure> cutShort(boolean late) {
        if (closed) {
            return Optional.of(FetchFailure.forNow(Refused.Reason.INTERRUPTED, "stopped before it was fetched", null));
        }
        return late ? Optional.of(tooLate()) : Optional.empty();
    }

    private FetchFailure tooLate() {
        return FetchFailure.forNow(
                Refused.Reason.TIMEOUT,
                "not there whole after " + Shown.time(options.totalTimeout()) + ": try again later or allow more time",
                null);
    }

    private static void aim(HttpUriRequestBase request, Address address) {
        request.setScheme(address.scheme());
        request.setAuthority(new URIAuthority(address.host(), isDefault(address) ? -1 : address.port()));
        request.setPath(address.target());
        request.setHeader("Connection", "close");
    }

    private static boolean isDefault(Address address) {
        return address.port() == (address.scheme().equals("https") ? 443 : 80);
    }

    private Answer answer(Address address, HttpGet request, int limit, boolean cut)
            throws IOException, HttpException, FetchFailure {
        HttpHost host = new HttpHost(address.scheme(), address.host(), address.port());
        ClassicHttpResponse response = client.executeOpen(host, request, null);
        try {
            return answer(response, limit, cut);
        } finally {
            // At once: closing would read on to the end of the payload, which may have none.
            request.cancel();
            closeQuietly(response);
        }
    }

    private Answer head(Address address, HttpPost request) throws IOException, HttpException {
        HttpHost host = new HttpHost(address.scheme(), address.host(), address.port());
        ClassicHttpResponse response = client.executeOpen(host, request, null);
        try {
            return new Answer(response.getCode(), headers(response), new byte[0]);
        } finally {
            request.cancel();
            closeQuietly(response);
        }
    }

    private static void closeQuietly(ClassicHttpResponse response) {
        try {
            response.close();
        } catch (IOException e) {
            // What was wanted has been read, or another failure says why not; the connection has ended already.
            return;
        }
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            String value = header.getValue() == null ? "" : header.getValue();
            headers.merge(header.getName().toLowerCase(Locale.ROOT), value, (one, other) -> one + ", " + other);
        }
        return headers;
    }

    private Answer answer(ClassicHttpResponse response, int limit, boolean cut) throws IOException, FetchFailure {
        Map<String, String> headers = headers(response);
        int status = response.getCode();
        if (!Answer.isPage(status) || response.getEntity() == null) {
            return new Answer(status, headers, new byte[0]);
        }
        if (!cut && response.getEntity().getContentLength() > limit) {
            throw tooLarge(limit);
        }
        Raw raw = new Raw(response.getEntity().getContent(), limit);
        return new Answer(status, headers, payload(raw, headers.getOrDefault("content-encoding", ""), limit, cut));
    }

    private static byte[] payload(Raw raw, String packing, int limit, boolean cut) throws IOException, FetchFailure {
        byte[] payload;
        try (InputStream in = Packing.unpacked(raw, packing)) {
            payload = in.readNBytes(limit + 1);
        } catch (IOException e) {
            if (raw.failure != null) {
                throw raw.failure;
            }
            if (raw.full) {
                throw tooLarge(limit);
            }
            throw FetchFailure.lasting(
                    Refused.Reason.DAMAGED,
                    e instanceof Packing.UnknownPackingException
                            ? String.valueOf(e.getMessage())
                            : "packed as '" + Wording.shown(packing) + "', but damaged or cut off: try again later",
                    e);
        }
        if (payload.length > limit) {
            if (!cut) {
                throw tooLarge(limit);
            }
            return Arrays.copyOf(payload, limit);
        }
        return payload;
    }

    private static FetchFailure tooLarge(int limit) {
        return FetchFailure.lasting(
                Refused.Reason.TOO_LARGE, "larger than the limit of " + Wording.bytes(limit) + ": raise it to have it");
    }

    @Override
    public void close() {
        closed = true;
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    /** The payload as it is sent: bounded, and remembers whether it was the network that failed. */
    private static final class Raw extends FilterInputStream {

        private long left;
        private boolean full;
        private @Nullable IOException failure;

        Raw(InputStream in, int limit) {
            super(in);
            this.left = limit + 1L;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (left == 0) {
                full = true;
                return -1;
            }
            try {
                int read = in.read(bytes, offset, (int) Math.min(length, left));
                left -= Math.max(0, read);
                return read;
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public void close() {
            // The request is cancelled instead.
        }
    }

    /** What is said of what can go wrong. */
    static final class Failures {

        private Failures() {}

        static FetchFailure of(Exception e, Address address, FetchOptions options) {
            if (e instanceof NotPublicException hidden) {
                return FetchFailure.lasting(
                        Refused.Reason.PRIVATE,
                        "its host " + Wording.shown(address.host()) + " has " + hidden.kind()
                                + ", which is not asked unless private addresses are allowed",
                        e);
            }
            if (e instanceof UnknownHostException) {
                return FetchFailure.forNow(
                        Refused.Reason.CONNECTION,
                        "no host " + Wording.shown(address.host()) + " is known: check the name and the network",
                        e);
            }
            if (e instanceof SSLException secure) {
                return certificate(secure, address);
            }
            if (e instanceof ConnectTimeoutException) {
                return FetchFailure.passing(
                        Refused.Reason.TIMEOUT,
                        "no connection within " + Shown.time(options.connectTimeout()) + ": try again later",
                        e);
            }
            if (e instanceof SocketTimeoutException) {
                return FetchFailure.forNow(
                        Refused.Reason.TIMEOUT,
                        "the server was silent for " + Shown.time(options.responseTimeout()) + ": try again later",
                        e);
            }
            if (e instanceof ConnectionRequestTimeoutException) {
                return FetchFailure.forNow(
                        Refused.Reason.TIMEOUT,
                        "no connection was free within " + Shown.time(options.totalTimeout())
                                + ": fetch fewer pages at a time",
                        e);
            }
            if (e instanceof InterruptedIOException) {
                return FetchFailure.forNow(Refused.Reason.INTERRUPTED, "stopped while it was fetched", e);
            }
            if (e instanceof ConnectionClosedException || e instanceof TruncatedChunkException) {
                return FetchFailure.passing(
                        Refused.Reason.DAMAGED, "the server ended before the page was whole: try again later", e);
            }
            if (e instanceof MessageConstraintException
                    || e instanceof HttpException
                    || e instanceof MalformedChunkCodingException) {
                return FetchFailure.lasting(
                        Refused.Reason.DAMAGED, "the server does not speak HTTP as it should: " + detail(e), e);
            }
            return FetchFailure.passing(
                    Refused.Reason.CONNECTION, "no connection, or it broke: " + detail(e) + "; try again later", e);
        }

        private static String detail(Exception e) {
            return Wording.shown(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }

        private static FetchFailure certificate(SSLException e, Address address) {
            boolean unproven = e instanceof SSLPeerUnverifiedException;
            String what = "it is not for this host";
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof CertificateExpiredException) {
                    what = "it has expired";
                    unproven = true;
                } else if (cause instanceof CertificateNotYetValidException) {
                    what = "it is not valid yet";
                    unproven = true;
                } else if (cause instanceof CertPathBuilderException) {
                    what = "nobody this machine trusts has signed it";
                    unproven = true;
                } else if (cause instanceof CertificateException) {
                    unproven = true;
                }
            }
            if (unproven) {
                return FetchFailure.lasting(
                        Refused.Reason.CERTIFICATE,
                        "its certificate does not prove that it is " + Wording.shown(address.host()) + ": " + what,
                        e);
            }
            String why = "no secure connection to " + Wording.shown(address.host()) + ": " + detail(e);
            return e instanceof SSLHandshakeException
                    ? FetchFailure.forNow(Refused.Reason.CONNECTION, why, e)
                    : FetchFailure.passing(Refused.Reason.CONNECTION, why, e);
        }
    }
}
