package io.onrecord.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * How far a long run is, on standard error: a line that is written over on a terminal, a line now and then in a log.
 * Nothing at all for a run that is over before the first would be due. For one thread.
 */
final class Progress {

    static final Duration FIRST = Duration.ofSeconds(2);
    static final Duration TERMINAL = Duration.ofMillis(250);
    static final Duration LOG = Duration.ofSeconds(30);

    private final Console console;
    private final boolean shown;
    private final OptionalLong bytesTotal;
    private final LongSupplier clock;
    private final long started;
    private long due;
    private boolean written;

    /**
     * @param shown whether the user wants it
     * @param bytesTotal bytes of all inputs, where known
     */
    Progress(Console console, boolean shown, OptionalLong bytesTotal) {
        this(console, shown, bytesTotal, System::nanoTime);
    }

    /**
     * @param clock nanoseconds from any beginning
     */
    Progress(Console console, boolean shown, OptionalLong bytesTotal, LongSupplier clock) {
        this.console = console;
        this.shown = shown;
        this.bytesTotal = bytesTotal;
        this.clock = clock;
        this.started = clock.getAsLong();
        this.due = started + FIRST.toNanos();
    }

    /**
     * @param articles read so far
     * @param skipped how many inputs were skipped and why, in words; empty if none was
     * @param bytes read so far
     */
    void update(long articles, String skipped, long bytes) {
        long now = clock.getAsLong();
        if (!shown || now < due) {
            return;
        }
        due = now + (console.errIsTerminal() ? TERMINAL : LOG).toNanos();
        String line = line(articles, skipped, bytes, (now - started) / 1e9);
        if (console.errIsTerminal()) {
            console.err().print("\r\u001b[K" + line);
            console.err().flush();
            written = true;
        } else {
            console.err().println(line);
        }
    }

    private String line(long articles, String skipped, long bytes, double seconds) {
        StringBuilder line = new StringBuilder();
        line.append(String.format(Locale.ROOT, "%d articles, %.1f a second", articles, articles / seconds));
        if (!skipped.isEmpty()) {
            line.append(", ").append(skipped);
        }
        if (bytesTotal.isPresent() && bytes > 0 && bytesTotal.getAsLong() >= bytes) {
            double share = (double) bytes / bytesTotal.getAsLong();
            long left = Math.round(seconds * (1 - share) / share);
            line.append(String.format(Locale.ROOT, ", %d %%, %s left", Math.round(100 * share), time(left)));
        }
        return line.toString();
    }

    /** Seconds as people read them. */
    static String time(long seconds) {
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
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
