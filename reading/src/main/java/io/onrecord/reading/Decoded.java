package io.onrecord.reading;

import java.util.Optional;

/** What came of the bytes of a text. */
sealed interface Decoded {

    /**
     * Every byte stands for a character.
     *
     * @param text without the byte-order mark
     * @param notice what people should know about the encoding
     */
    record Good(String text, Optional<String> notice) implements Decoded {}

    /**
     * The bytes are not text in any encoding that can be told.
     *
     * @param why what is wrong, at which byte, and what to do
     */
    record Failed(String why) implements Decoded {}
}
