package io.onrecord.reading.item;

import io.onrecord.model.Outcome;
import io.onrecord.text.Foreign;

/** How what is read is spoken of: the same in the messages of every kind of input. */
public final class Wording {

    /** Longest piece of foreign text that a message shows, in code points. */
    private static final int SHOWN = 80;

    private static final long MIB = 1L << 20;

    private Wording() {}

    /** What could not be read, and why. */
    public static <T> Outcome<T> skipped(String address, String why) {
        return new Outcome.Skipped<>(address, Outcome.Stage.READING, why);
    }

    /** Foreign text as one line of at most 80 code points. */
    public static String shown(String text) {
        String line = text.codePoints()
                .limit(SHOWN)
                .map(c -> isPlain(c) ? c : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return text.codePointCount(0, text.length()) <= SHOWN ? line : line + "…";
    }

    /** Whether a character is none that controls, that is half of one, or that turns the direction of writing. */
    public static boolean isPlain(int codePoint) {
        return !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.SURROGATE
                && !Foreign.turnsDirection(codePoint);
    }

    /** A size for people. */
    public static String bytes(long bytes) {
        return bytes >= MIB && bytes % MIB == 0 ? bytes / MIB + " MiB" : bytes + " bytes";
    }
}
