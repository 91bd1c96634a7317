package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.server.http.Raw;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand connections at once, from a process of their own, half of them in the middle of a request. */
class ManyConnectionsTest {

    private static final int WANTED = 10_000;

    @TempDir
    private Path folder;

    @Test
    void theServerAnswersWhileTenThousandConnectionsAreHeldAndAfterwards() throws Exception {
        try (Server server = Server.start(
                ServerOptions.local(folder.resolve("onrecord.db").toString()).withPort(0), line -> {})) {
            int port = URI.create(server.address()).getPort();
            assertThat(home(port).status()).isEqualTo(200);
            Process crowd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Crowd.class.getName(),
                            String.valueOf(port))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(crowd.getInputStream(), StandardCharsets.UTF_8))) {
                String held = said.readLine();
                assertThat(held).matches("\\d+");
                assertThat(home(port).status()).isEqualTo(200);
                try (OutputStream end = crowd.getOutputStream()) {
                    end.write('\n');
                }
                assertThat(Integer.parseInt(held)).isGreaterThan(1_000);
                if (Integer.parseInt(held) < WANTED) {
                    System.err.println("only " + held + " connections at once: ulimit -n permits no more");
                }
                crowd.waitFor();
            } finally {
                crowd.destroyForcibly();
            }
            assertThat(home(port).status()).isEqualTo(200);
        }
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
            List<SocketChannel> held = new ArrayList<>();
            try {
                for (int i = 0; i < WANTED; i++) {
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
