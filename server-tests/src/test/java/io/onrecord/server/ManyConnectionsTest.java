package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.onrecord.server.http.Raw;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand connections at once, from a process of their own, half of them in the middle of a request. */
class ManyConnectionsTest {

    private static final int WANTED = 10_000;

    private static final int PATIENCE_SECONDS = 20;
    private static final Pattern OPEN = Pattern.compile("(?m)^onrecord_http_connections (\\S+)$");
    private static final Pattern LIMIT = Pattern.compile("(?m)^onrecord_http_connections_limit (\\S+)$");

    @TempDir
    private Path folder;

    @Test
    void theServerAnswersWhileTenThousandConnectionsAreHeldAndAfterwards() throws Exception {
        try (Server server = Server.start(
                ServerOptions.local(folder.resolve("onrecord.db").toString()).withPort(0), line -> {})) {
            int port = URI.create(server.address()).getPort();
            assertThat(home(port).status()).isEqualTo(200);
            int wanted = Math.min(WANTED, Math.min(counted(port, LIMIT) - 50, files() - 200));
            if (wanted < WANTED) {
                System.err.println("only " + wanted + " connections at once: ulimit -n permits no more");
            }
            assertThat(wanted).isGreaterThan(1_000);
            Process crowd = crowd(port, wanted);
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(crowd.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(said.readLine()).isEqualTo(String.valueOf(wanted));
                // Whoever is accepted by the system only is not held by the server yet.
                int held = until(port, open -> open >= wanted);
                assertThat(held).isGreaterThanOrEqualTo(wanted);
                assertThat(home(port).status()).isEqualTo(200);
                System.out.println("connections held by the server, by its own count: " + held);
                try (OutputStream end = crowd.getOutputStream()) {
                    end.write('\n');
                }
                crowd.waitFor();
            } finally {
                crowd.destroyForcibly();
            }
            assertThat(home(port).status()).isEqualTo(200);
            assertThat(until(port, open -> open < 10)).isLessThan(10);
        }
    }

    private static Process crowd(int port, int wanted) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Crowd.class.getName(),
                        String.valueOf(port),
                        String.valueOf(wanted))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Files that a process may have open here. */
    private static int files() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? (int) Math.min(Integer.MAX_VALUE, unix.getMaxFileDescriptorCount())
                : Integer.MAX_VALUE;
    }

    /** What the server says of itself. */
    private static int counted(int port, Pattern line) throws IOException {
        Raw metrics = Raw.send(port, "GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(metrics.status()).isEqualTo(200);
        Matcher found = line.matcher(metrics.body());
        assertThat(found.find()).as(metrics.body()).isTrue();
        return (int) Double.parseDouble(found.group(1));
    }

    /** How many connections the server has when that is so, or after a while. */
    private static int until(int port, IntPredicate condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        int open = counted(port, OPEN);
        while (!condition.test(open) && System.nanoTime() < end) {
            Thread.sleep(20);
            open = counted(port, OPEN);
        }
        return open;
    }

    private static Raw home(int port) throws IOException {
        return Raw.send(port, "GET /api/v1/home HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    /** The other process: opens connections, says how many it holds, and goes when it is told to. */
    static final class Crowd {

        private Crowd() {}

        public static void main(String[] arguments) throws IOException {
            InetSocketAddress server =
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
            int wanted = Integer.parseInt(arguments[1]);
            List<SocketChannel> held = new ArrayList<>();
            try {
                for (int i = 0; i < wanted; i++) {
                    SocketChannel channel = SocketChannel.open(server);
                    held.add(channel);
                    if (i % 2 == 0) {
                        channel.write(
                                ByteBuffer.wrap("GET / HTTP/1.1\r\nHost: local".getBytes(StandardCharsets.US_ASCII)));
                    }
                }
            } catch (IOException e) {
                // No more file descriptors.
            }
            System.out.println(held.size());
            System.out.flush();
            System.in.read();
        }
    }
}
