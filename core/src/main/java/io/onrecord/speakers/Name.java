package io.onrecord.speakers;

import io.onrecord.model.Location;
import io.onrecord.model.Span;
import java.util.List;
import java.util.Locale;

/**
 * A name where it stands in an article.
 *
 * @param in the text it stands in
 * @param span of the name, without what addresses the person
 * @param whole with it
 * @param words of the name as they stand there, initials and particles included, at least one
 * @param address the words before it that address a person, in small letters: {@code mr}, {@code prime minister}; may be empty
 * @param definite whether {@code the} stands before it
 * @param sentence number of its sentence in its text
 */
record Name(
        Location in, Span span, Span whole, List<String> words, List<String> address, boolean definite, int sentence) {

    Name {
        words = List.copyOf(words);
        address = List.copyOf(address);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a name has words");
        }
    }

    String text() {
        return String.join(" ", words).replace(" .", ".");
    }

    String first() {
        return words.get(0);
    }

    /** The last word, in which a family name is looked for; without {@code Jr}. */
    String last() {
        int at = words.size() - 1;
        while (at > 0 && isGeneration(words.get(at))) {
            at--;
        }
        return words.get(at);
    }

    private static boolean isGeneration(String word) {
        return word.matches("(?:Jr|Sr)\\.?|II|III|IV");
    }

    /** Whether it is one word, or one with the small words that stand before family names: {@code Van den Brouwel}. */
    boolean isSingle() {
        return words.stream()
                .limit(words.size() - 1L)
                .allMatch(word -> Vocabulary.PARTICLES.contains(word.toLowerCase(Locale.ROOT)));
    }

    /** Whether it is nothing but initials: {@code D.K.}. */
    boolean isInitials() {
        return words.stream().allMatch(word -> word.length() == 1 || word.length() == 2 && word.endsWith("."));
    }

    boolean isAcronym() {
        return words.size() == 1 && words.get(0).matches("\\p{Lu}[\\p{Lu}.&]{1,6}\\p{Lu}?\\.?");
    }

    /** Whether it has a word of an organisation's name. */
    boolean ofOrganisation() {
        return words.stream().anyMatch(word -> Vocabulary.ORGANISATION.contains(word.toLowerCase(Locale.ROOT)));
    }

    /** What the words before it say. */
    Gender addressGender() {
        for (String word : address) {
            if (Vocabulary.HONORIFICS_FEMALE.contains(word) || word.endsWith("woman")) {
                return Gender.FEMALE;
            }
            if (Vocabulary.HONORIFICS_MALE.contains(word) || word.endsWith("man")) {
                return Gender.MALE;
            }
        }
        return Gender.UNKNOWN;
    }

    Gender gender() {
        Gender addressed = addressGender();
        return addressed == Gender.UNKNOWN && words.size() > 1 ? FirstNames.of(first()) : addressed;
    }
}
