package io.onrecord.model;

/**
 * What became of one input: one bad article never stops a run, and nothing is lost in silence.
 *
 * @param <T> what a good input yields
 */
public sealed interface Outcome<T> {

    /**
     * The input was taken.
     *
     * @param value what it yields
     * @param <T> its type
     */
    record Kept<T>(T value) implements Outcome<T> {}

    /**
     * The input was left out.
     *
     * @param address file, URL, line or id of the input
     * @param stage where it failed
     * @param why what was wrong and what to do about it
     * @param <T> what it would have yielded
     */
    record Skipped<T>(String address, Stage stage, String why) implements Outcome<T> {
        public Skipped {
            Check.notBlank(address, "address of a skipped input");
            Check.notBlank(why, "reason for skipping");
        }

        /** The same, for another type of yield. */
        public <U> Skipped<U> as() {
            return new Skipped<>(address, stage, why);
        }
    }

    /** The step that left an input out. */
    enum Stage {
        /** Its bytes could not be had. */
        FETCHING,
        READING,
        /** It is not in a language that is read. */
        LANGUAGE,
        ENCODING,
        ATTRIBUTION,
        WRITING
    }
}
