package io.onrecord.speakers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The kinds of words of {@code words.tsv}; all in small letters. */
final class Vocabulary {

    private static final Map<String, Set<String>> KINDS = read();

    static final Set<String> HONORIFICS_FEMALE = kind("honorific-female");
    static final Set<String> HONORIFICS_MALE = kind("honorific-male");
    static final Set<String> HONORIFICS = kind("honorific");
    static final Set<String> TITLES = kind("title");
    /** Words that stand before a title and belong to it. */
    static final Set<String> TITLE_ADJECTIVES = kind("title-adjective");
    /** Small words inside names. */
    static final Set<String> PARTICLES = kind("particle");
    /** Those that, with a capital and without {@code Mr}, are more often a first name: {@code Al}, {@code Ben}. */
    static final Set<String> PARTICLES_OR_FIRST_NAMES = kind("particle-or-first-name");
    /** Words that make a name that of an organisation. */
    static final Set<String> ORGANISATION = kind("organisation");
    /** What a state speaks through. */
    static final Set<String> STATE_BODIES = kind("state-body");
    /** Words that begin sentences with a capital and are no names. */
    static final Set<String> FUNCTION = kind("function");

    static final Set<String> PRONOUNS = kind("pronoun");
    static final Set<String> PERSON_NOUNS = kind("person-noun");
    static final Set<String> GROUP_NOUNS = kind("group-noun");
    static final Set<String> DOCUMENT_NOUNS = kind("document-noun");
    static final Set<String> ORGANISATION_NOUNS = kind("organisation-noun");
    static final Set<String> NUMBERS = kind("number");
    /** Posts of which a body has one. */
    static final Set<String> POSTS = kind("post");

    static final Set<String> INDEFINITE = kind("indefinite");
    static final Set<String> PREPOSITIONS = kind("preposition");
    /** Finite forms that no ending tells. */
    static final Set<String> VERBS = kind("verb");
    /** Nouns for relatives and the like. */
    static final Set<String> KIN_FEMALE = kind("kin-female");

    static final Set<String> KIN_MALE = kind("kin-male");
    /** What persons rather than things do. */
    static final Set<String> HUMAN_VERBS = kind("human-verb");
    /** Words of which the names of places consist or in which they end. */
    static final Set<String> PLACES = kind("place");
    /** Words in which the names of events and works end. */
    static final Set<String> WORKS = kind("work");

    private static final String EX = "ex-";

    private Vocabulary() {}

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> kinds = new HashMap<>();
        for (String[] row : Table.rows("words.tsv")) {
            kinds.put(row[0], Set.copyOf(List.of(row[1].split(" ", -1))));
        }
        return kinds;
    }

    private static Set<String> kind(String name) {
        Set<String> words = KINDS.get(name);
        if (words == null) {
            throw new IllegalStateException("words.tsv lacks the words of the kind " + name);
        }
        return words;
    }

    /** Whether it is a word of the language rather than of a name. */
    static boolean isCommon(String word) {
        return KINDS.entrySet().stream()
                .anyMatch(kind -> !kind.getKey().equals("place")
                        && !kind.getKey().equals("particle")
                        && kind.getValue().contains(word));
    }

    /** Whether a word before a name addresses a person: {@code Mr}, {@code Senator}. */
    static boolean isAddress(String word) {
        return HONORIFICS.contains(word)
                || HONORIFICS_FEMALE.contains(word)
                || HONORIFICS_MALE.contains(word)
                || TITLES.contains(held(word));
    }

    /** A title without {@code ex-}. */
    static String held(String word) {
        return word.startsWith(EX) ? word.substring(EX.length()) : word;
    }
}
