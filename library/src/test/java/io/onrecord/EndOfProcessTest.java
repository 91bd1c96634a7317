package io.onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What happens to the runs under way when a process ends: ONNX Runtime has taken it down with them in about one case of twenty. */
class EndOfProcessTest {

    @Test
    void noRunOfTheNetworkGoesOnWhileTheProcessEnds() throws Exception {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        // Newer Java warns of native libraries first.
        assertThat(output).endsWith("0 articles were read after the end\n").doesNotContain("SIGSEGV");
        assertThat(process.exitValue()).isEqualTo(7);
    }

    /** Reads one article again and again on two threads, and ends amid that. */
    static final class Reading {

        private static final AtomicInteger DONE = new AtomicInteger();

        public static void main(String[] arguments) throws InterruptedException {
            Onrecord onrecord = Onrecord.open();
            String text = "\"The dam is safe,\" Mayor Ana Orell said on Monday. ".repeat(20);
            for (int i = 0; i < 2; i++) {
                Thread worker = new Thread(() -> {
                    while (true) {
                        onrecord.read("a.txt", text);
                        DONE.incrementAndGet();
                    }
                });
                worker.setDaemon(true);
                worker.start();
            }
            while (DONE.get() < 4) {
                Thread.sleep(Duration.ofMillis(10).toMillis());
            }
            Runtime.getRuntime().addShutdownHook(new Thread(Reading::report));
            System.exit(7);
        }

        /** By the first look the run that was under way is over. */
        private static void report() {
            try {
                Thread.sleep(Duration.ofSeconds(1).toMillis());
                int before = DONE.get();
                Thread.sleep(Duration.ofSeconds(1).toMillis());
                System.out.println(DONE.get() - before + " articles were read after the end");
            } catch (InterruptedException e) {
                System.out.println("interrupted");
            }
        }
    }
}
