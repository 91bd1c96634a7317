package io.onrecord.speakers;

import io.onrecord.model.Location;
import io.onrecord.model.Span;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

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

    private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}[\\p{Lu}.&]{1,6}\\p{Lu}?\\.?");
    private static final Set<String> GENERATIONS = Set.of("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV");

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

    /** Whether it ends in {@code Jr} or the like. */
    boolean hasGeneration() {
        return words.size() > 1 && isGeneration(words.get(words.size() - 1));
    }

    private static boolean isGeneration(String word) {
        return GENERATIONS.contains(word);
    }

    /** Whether it is one word, or one with the small words that stand before family names: {@code Van den Brouwel}. */
    boolean isSingle() {
        boolean first = Vocabulary.PARTICLES_OR_FIRST_NAMES.contains(first().toLowerCase(Locale.ROOT))
                && Character.isUpperCase(first().charAt(0))
                && addressGender() == Gender.UNKNOWN;
        return (words.size() == 1 || !first)
                && words.stream()
                        .limit(words.size() - 1L)
                        .allMatch(word -> Vocabulary.PARTICLES.contains(word.toLowerCase(Locale.ROOT)));
    }

    /** Whether it is nothing but initials: {@code D.K.}. */
    boolean isInitials() {
        return words.stream().allMatch(word -> word.length() == 1 || word.length() == 2 && word.endsWith("."));
    }

    /** Whether the words are the last ones of a longer name: {@code Ben Orell} of {@code Hedi Ben Orell}. */
    boolean endsLike(Name longer) {
        int from = longer.words.size() - words.size();
        return from > 0 && longer.words.subList(from, longer.words.size()).equals(words);
    }

    boolean isLatin() {
        return words.stream()
                .flatMapToInt(String::codePoints)
                .filter(Character::isLetter)
                .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }

    boolean isAcronym() {
        return words.size() == 1 && ACRONYM.matcher(words.get(0)).matches();
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
