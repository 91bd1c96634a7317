package io.onrecord.reading.web;

import java.util.Optional;

/** What became of a request that may say what it has already. */
sealed interface Reply {

    /** The payload, and the answer that brought it. */
    record Whole(Fetched fetched, Answer answer) implements Reply {}

    /** It is still what one has. */
    record Unchanged(Answer answer) implements Reply {}

    /** Nothing. */
    record Failed(Refused refused) implements Reply {}

    /**
     * What a server gave with a payload, to ask later whether it has changed.
     *
     * @param tag of the header ETag
     * @param modified of the header Last-Modified
     */
    record Validators(Optional<String> tag, Optional<String> modified) {

        static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

        /** Longer ones are none. */
        private static final int LONGEST = 1000;

        static Validators of(Answer answer) {
            return new Validators(
                    answer.header("etag").filter(Validators::isSendable),
                    answer.header("last-modified").filter(Validators::isSendable));
        }

        /** It is sent back as it came, so nothing in it may begin another header. */
        static boolean isSendable(String value) {
            return value.length() <= LONGEST && value.chars().allMatch(c -> c >= ' ' && c <= '~');
        }
    }
}
