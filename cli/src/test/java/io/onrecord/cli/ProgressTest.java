package io.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Progress, with a clock that the test moves. */
class ProgressTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong(-5);

    private Progress progress(boolean terminal, boolean shown, OptionalLong bytes) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Console console = new Console(new ByteArrayInputStream(new byte[0]), stream, stream, terminal, terminal, 80);
        return new Progress(console, shown, bytes, nanos::get);
    }

    private void pass(int seconds) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    private String printed() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aShortRunSaysNothing() {
        Progress progress = progress(true, true, OptionalLong.of(1000));
        pass(1);
        progress.update(5, "", 500);
        progress.clear();
        assertThat(printed()).isEmpty();
    }

    @Test
    void aLongRunTellsItsRateAndTheTimeLeft() {
        Progress progress = progress(false, true, OptionalLong.of(1000));
        pass(100);
        progress.update(50, "2 skipped (2 reading)", 250);
        assertThat(printed()).isEqualTo("50 articles, 0.5 a second, 2 skipped (2 reading), 25 %, 5:00 left\n");
    }

    @Test
    void withoutTheSizeOfTheInputNoTimeIsLeft() {
        Progress progress = progress(false, true, OptionalLong.empty());
        pass(10);
        progress.update(50, "", 250);
        assertThat(printed()).isEqualTo("50 articles, 5.0 a second\n");
    }

    @Test
    void aLogGetsALineNowAndThenAndATerminalOneThatIsWrittenOver() {
        Progress log = progress(false, true, OptionalLong.empty());
        for (int i = 0; i < 40; i++) {
            pass(1);
            log.update(i, "", 0);
        }
        assertThat(printed().lines()).hasSize(2);
        err.reset();
        Progress terminal = progress(true, true, OptionalLong.empty());
        pass(3);
        terminal.update(3, "", 0);
        terminal.clear();
        assertThat(printed()).isEqualTo("\r\u001b[K3 articles, 1.0 a second\r\u001b[K");
    }

    @Test
    void whoWantsQuietGetsIt() {
        Progress progress = progress(true, false, OptionalLong.of(1000));
        pass(100);
        progress.update(50, "", 250);
        assertThat(printed()).isEmpty();
    }
}
