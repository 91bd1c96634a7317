package io.onrecord.cli;

import io.onrecord.memory.ProgressListener;
import java.util.Locale;

/** How far a step is, on standard error, as {@link Progress} writes it. For one thread. */
final class StepProgress implements ProgressListener {

    private final Console console;
    private final boolean shown;
    private String step = "";
    private long started = System.nanoTime();
    private long due = started + Progress.FIRST.toNanos();
    private boolean written;

    /** @param shown whether the user wants it */
    StepProgress(Console console, boolean shown) {
        this.console = console;
        this.shown = shown;
    }

    @Override
    public void progress(String what, long done, long total) {
        long now = System.nanoTime();
        if (!what.equals(step)) {
            step = what;
            started = now;
        }
        if (!shown || now < due) {
            return;
        }
        due = now + (console.errIsTerminal() ? Progress.TERMINAL : Progress.LOG).toNanos();
        String line = Sanitized.line(line(what, done, total, (now - started) / 1e9));
        if (console.errIsTerminal()) {
            console.err().print("\r\u001b[K" + line);
            console.err().flush();
            written = true;
        } else {
            console.err().println(line);
        }
    }

    private static String line(String what, long done, long total, double seconds) {
        if (total == 0) {
            return what;
        }
        String line = String.format(Locale.ROOT, "%s: %d of %d", what, done, total);
        if (done == 0 || seconds <= 0) {
            return line;
        }
        return line
                + String.format(
                        Locale.ROOT,
                        ", %.1f a second, %d %%, %s left",
                        done / seconds,
                        100 * done / total,
                        Progress.time(Math.round(seconds * (total - done) / done)));
    }

    /** Clears the line, so that something else can be written. */
    void clear() {
        if (written) {
            console.err().print("\r\u001b[K");
            console.err().flush();
            written = false;
        }
    }
}
