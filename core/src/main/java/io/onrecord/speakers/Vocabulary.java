package io.onrecord.speakers;

import io.onrecord.text.WordLists;
import java.util.Set;

/** The kinds of words of {@code words.txt}; all in small letters. */
final class Vocabulary {

    private static final WordLists LISTS = WordLists.of(Vocabulary.class, "words.txt");

    static final Set<String> HONORIFICS_FEMALE = LISTS.kind("honorific-female");
    static final Set<String> HONORIFICS_MALE = LISTS.kind("honorific-male");
    static final Set<String> HONORIFICS = LISTS.kind("honorific");
    static final Set<String> TITLES = LISTS.kind("title");
    /** Words that stand before a title and belong to it. */
    static final Set<String> TITLE_ADJECTIVES = LISTS.kind("title-adjective");
    /** Articles, possessives and demonstratives: what may begin a noun's group. */
    static final Set<String> DETERMINERS =
            Set.of("the", "a", "an", "his", "her", "its", "their", "our", "my", "this", "that", "these", "those");
    /** Small words inside names. */
    static final Set<String> PARTICLES = LISTS.kind("particle");
    /** Those that, with a capital and without {@code Mr}, are more often a first name: {@code Al}, {@code Ben}. */
    static final Set<String> PARTICLES_OR_FIRST_NAMES = LISTS.kind("particle-or-first-name");
    /** Words that make a name that of an organisation. */
    static final Set<String> ORGANISATION = LISTS.kind("organisation");
    /** What a state speaks through. */
    static final Set<String> STATE_BODIES = LISTS.kind("state-body");
    /** Words that begin sentences with a capital and are no names. */
    static final Set<String> FUNCTION = LISTS.kind("function");

    static final Set<String> PRONOUNS = LISTS.kind("pronoun");
    static final Set<String> PERSON_NOUNS = LISTS.kind("person-noun");
    static final Set<String> GROUP_NOUNS = LISTS.kind("group-noun");
    static final Set<String> DOCUMENT_NOUNS = LISTS.kind("document-noun");
    static final Set<String> ORGANISATION_NOUNS = LISTS.kind("organisation-noun");
    static final Set<String> NUMBERS = LISTS.kind("number");
    /** Posts of which a body has one. */
    static final Set<String> POSTS = LISTS.kind("post");

    static final Set<String> INDEFINITE = LISTS.kind("indefinite");
    static final Set<String> PREPOSITIONS = LISTS.kind("preposition");
    /** Finite forms that no ending tells. */
    static final Set<String> VERBS = LISTS.kind("verb");
    /** Nouns for relatives and the like. */
    static final Set<String> KIN_FEMALE = LISTS.kind("kin-female");

    static final Set<String> KIN_MALE = LISTS.kind("kin-male");
    /** What persons rather than things do. */
    static final Set<String> HUMAN_VERBS = LISTS.kind("human-verb");
    /** Words of which the names of places consist or in which they end. */
    static final Set<String> PLACES = LISTS.kind("place");
    /** Adjectives and the like that say of a person what sort he is. */
    static final Set<String> DESCRIBING = LISTS.kind("describing");
    /** Words in which the names of events and works end. */
    static final Set<String> WORKS = LISTS.kind("work");

    /** Kinds whose words are parts of names as well. */
    private static final Set<String> NAMES_TOO = Set.of("place", "particle", "describing");

    private static final String EX = "ex-";

    private Vocabulary() {}

    /** Whether it is a word of the language rather than of a name. */
    static boolean isCommon(String word) {
        return LISTS.kinds().entrySet().stream()
                .anyMatch(kind ->
                        !NAMES_TOO.contains(kind.getKey()) && kind.getValue().contains(word));
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
