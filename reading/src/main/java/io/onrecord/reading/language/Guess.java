package io.onrecord.reading.language;

/**
 * The language a text seems to be in.
 *
 * @param tag BCP 47, the language alone, such as {@code en} or {@code zh}
 * @param confidence share of this language against the next likely one: above a half, at most 1. Close relatives
 *     ({@code da} and {@code nb}, {@code id} and {@code ms}) stay near a half however long the text is
 */
public record Guess(String tag, double confidence) {

    public Guess {
        if (tag.isBlank()) {
            throw new IllegalArgumentException("the tag of a language must not be blank");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("the confidence of a language lies between 0 and 1, not " + confidence);
        }
    }
}
