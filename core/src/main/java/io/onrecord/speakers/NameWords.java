package io.onrecord.speakers;

import java.util.List;

/** The words of a name as it is looked up: what is left without accents, case, forms of writing and marks. */
public final class NameWords {

    private NameWords() {}

    /** The words, in their order; none where there is no letter and no digit. */
    public static List<String> of(String name) {
        return Folding.words(name);
    }

    /** Whether two of these words sound alike, roughly: {@code werenko} and {@code verenko} do. */
    public static boolean soundAlike(String first, String second) {
        return Folding.sound(first).equals(Folding.sound(second));
    }
}
