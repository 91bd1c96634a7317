package io.onrecord.speakers;

import io.onrecord.model.Span;
import io.onrecord.text.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A little syntax without a parser: who does what in a sentence is read off the words right before and behind a name or a
 * pronoun. For one text, on one thread; a sentence is taken apart when it is first asked for.
 */
final class Syntax {

    /** An aside between a subject and its verb is no longer than so many words. */
    private static final Set<String> NOT_BEHIND_VERBS = Set.of(
            "the", "a", "an", "that", "when", "while", "because", "but", "or", "and", "not", "away", "back", "up",
            "down", "out", "off", "if", "how");

    private static final Set<String> JOINS = Set.of("and", "or", "&");
    private static final Set<String> LISTS = Set.of("and", "or", ",");
    private static final Set<String> JOINS_OR_LISTS = Set.of("and", "or", "&", ",");
    private static final Set<String> ADVERBS = Set.of(
            "also", "never", "then", "later", "first", "soon", "still", "once", "often", "always", "now", "himself",
            "herself", "both", "all", "too");
    private static final Set<String> ASIDES = Set.of(",", "(");
    private static final Set<String> STOPS = Set.of(";", ":");
    private static final Set<String> OPENING_ADVERBS = Set.of("soon", "early", "late", "just", "even", "right", "long");
    private static final Set<String> COPULAS = Set.of("is", "was");
    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "his", "her", "their", "one");
    private static final Set<String> OPENING_WORDS =
            Set.of("known", "born", "best", "due", "prior", "unlike", "according", "true", "well");
    private static final Set<String> SUBJECT_PRONOUNS = Set.of("he", "she", "it", "they", "we");
    private static final Set<String> CLAUSE_SUBJECTS =
            Set.of("he", "she", "they", "it", "we", "who", "which", "and", "or");
    private static final Set<String> NEXT_TO = Set.of("and", "with", ",", "or");
    private static final Set<String> TOGETHER_WITH = Set.of("and", "with");
    private static final Set<String> OF_PERSONS = Set.of("who", "himself", "herself");
    private static final Set<String> AUXILIARIES = Set.of("had", "has", "also", "later", "then");
    private static final int LONGEST_ASIDE = 25;

    /** So many names of a list are followed back to its first. */
    private static final int LONGEST_LIST = 6;

    /** So many words before a name that describe it are passed over. */
    private static final int LONGEST_DESCRIPTION = 5;

    private static final Set<String> BEGIN_CLAUSES = Set.of(
            "who",
            "which",
            "whom",
            "whose",
            "where",
            "when",
            "while",
            "because",
            "although",
            "though",
            "if",
            "whether",
            "but",
            "until",
            "unless",
            "whereas",
            "that",
            "once",
            "since",
            "after",
            "before",
            "as",
            "so",
            "what",
            "why",
            "how");

    private static final Set<String> MARKS = Set.of(";", ":", "(", ")", "–", "—", "“", "”", "\"");
    private static final Set<String> LINKS = Set.of("and", "or", ",");
    private static final Set<String> SUBJECTS = Set.of("he", "she", "they", "we", "i", "you", "it", "there");

    /** Prepositions that may begin a clause as well. */
    private static final Set<String> BOTH = Set.of("after", "before", "as", "since", "until", "than", "like");

    private final Place place;
    private final Map<Integer, Words> sentences = new HashMap<>();

    Syntax(Place place) {
        this.place = place;
    }

    /** The words of a sentence. */
    Words words(int sentence) {
        return sentences.computeIfAbsent(sentence, number -> Words.of(place.text(), place.sentence(number)));
    }

    /** Where a name stands. */
    Phrase of(Name name) {
        Words words = words(name.sentence());
        int from = words.firstAfter(name.whole().start());
        int to = from;
        while (to < words.size() && words.span(to).start() < name.whole().end()) {
            to++;
        }
        return phrase(words, name.sentence(), name.whole(), from, Math.max(to, from + 1));
    }

    /** Where a pronoun stands. */
    Phrase ofPronoun(Span span, int sentence) {
        Words words = words(sentence);
        int at = words.firstAfter(span.start());
        String word = words.at(at);
        Function function = switch (word) {
            case "he", "she" -> Function.SUBJECT;
            case "his", "hers" -> Function.OWNER;
            case "her" -> ownsNext(words, at) ? Function.OWNER : object(words, at);
            default -> object(words, at);
        };
        return new Phrase(
                span,
                sentence,
                at,
                at + 1,
                function,
                clause(words, at),
                words.at(at - 1).equals("and"),
                isBracketed(words, at),
                words.at(at - 1));
    }

    private static Function object(Words words, int at) {
        return Vocabulary.PREPOSITIONS.contains(words.at(at - 1)) ? Function.OBLIQUE : Function.OBJECT;
    }

    /** {@code her} before a noun. */
    private static boolean ownsNext(Words words, int at) {
        String next = words.at(at + 1);
        return words.isWord(at + 1)
                && !Vocabulary.PREPOSITIONS.contains(next)
                && !Vocabulary.VERBS.contains(next)
                && !NOT_BEHIND_VERBS.contains(next);
    }

    private Phrase phrase(Words words, int sentence, Span span, int from, int to) {
        int start = descriptionStart(words, from);
        String before = words.at(start - 1);
        boolean joined = isJoined(words, start, to);
        return new Phrase(
                span,
                sentence,
                from,
                to,
                function(words, start, to, joined),
                clause(words, from),
                joined,
                isBracketed(words, from),
                before);
    }

    private Function function(Words words, int start, int to, boolean joined) {
        if (owns(words, to)) {
            return Function.OWNER;
        }
        String before = words.at(start - 1);
        int verb = behindAside(words, to);
        boolean verbFollows = isFinite(words, verb);
        if (Vocabulary.PREPOSITIONS.contains(before) && !(BOTH.contains(before) && verbFollows)) {
            return Function.OBLIQUE;
        }
        if (joined) {
            int first = listStart(words, start);
            if (first < start) {
                String head = words.at(descriptionStart(words, first) - 1);
                boolean bound =
                        Vocabulary.PREPOSITIONS.contains(head) || isVerb(words, descriptionStart(words, first) - 1);
                if (bound && !(verbFollows && verb == to)) {
                    return Vocabulary.PREPOSITIONS.contains(head) ? Function.OBLIQUE : Function.OBJECT;
                }
            }
            verbFollows |= isFinite(words, behindAside(words, listEnd(words, to)));
        }
        if (verbFollows) {
            return Function.SUBJECT;
        }
        return isVerb(words, start - 1) ? Function.OBJECT : Function.OTHER;
    }

    /** {@code Serrat's}, {@code Serrat 's}, {@code Willems'}. */
    private static boolean owns(Words words, int to) {
        String last = words.at(to - 1);
        if (last.endsWith("'s")) {
            return true;
        }
        String next = words.at(to);
        return (next.equals("'") || next.equals("’"))
                && (words.at(to + 1).equals("s") || last.endsWith("s") && words.isWord(to + 1));
    }

    /** Index of the first of the words that describe a name before it: {@code the former guitarist Ilan Serrat}. */
    private int descriptionStart(Words words, int from) {
        int at = from;
        boolean noun = false;
        while (at > 0 && from - at < LONGEST_DESCRIPTION) {
            String word = words.at(at - 1);
            boolean role = Vocabulary.PERSON_NOUNS.contains(word)
                    || Vocabulary.TITLES.contains(word)
                    || Vocabulary.TITLE_ADJECTIVES.contains(word);
            boolean other = words.isWord(at - 1)
                    && (noun || words.isCapital(at - 1) && at > 1)
                    && !Vocabulary.FUNCTION.contains(word)
                    && !isVerb(words, at - 1);
            if (!role && !other && !Vocabulary.DETERMINERS.contains(word)) {
                break;
            }
            if (Vocabulary.DETERMINERS.contains(word)) {
                return word.equals("that") ? at : at - 1;
            }
            noun |= role;
            at--;
        }
        return at;
    }

    private static boolean isJoined(Words words, int start, int to) {
        boolean before = JOINS.contains(words.at(start - 1))
                && (words.isCapital(start - 2) || words.at(start - 2).equals(",") && words.isCapital(start - 3));
        boolean after = JOINS.contains(words.at(to)) && words.isCapital(to + 1);
        boolean list = words.at(to).equals(",") && words.isCapital(to + 1) && listEnd(words, to) > to
                || words.at(start - 1).equals(",") && words.isCapital(start - 2) && LISTS.contains(words.at(to));
        return before || after || list;
    }

    /** Index of the first word of the first name of a list that a name is in. */
    private static int listStart(Words words, int start) {
        int at = start;
        for (int i = 0; i < LONGEST_LIST; i++) {
            int end = at;
            while (end > 0 && JOINS_OR_LISTS.contains(words.at(end - 1))) {
                end--;
            }
            if (end == at || !words.isCapital(end - 1)) {
                break;
            }
            int name = end;
            while (name > 0 && (words.isCapital(name - 1) || words.at(name - 1).equals("."))) {
                name--;
            }
            at = name;
        }
        return at;
    }

    /** Index after the last name of a list; the same index if there is none, or no {@code and} in it. */
    private static int listEnd(Words words, int to) {
        int at = to;
        boolean and = false;
        for (int i = 0; i < LONGEST_LIST && !and; i++) {
            int name = at;
            while (JOINS_OR_LISTS.contains(words.at(name))) {
                and |= !words.at(name).equals(",");
                name++;
            }
            int end = name;
            while (words.isCapital(end) || Vocabulary.PARTICLES.contains(words.at(end)) && end > name) {
                end++;
            }
            if (name == at || end == name) {
                break;
            }
            at = end;
        }
        return and ? at : to;
    }

    /** Index of what follows an aside in commas or brackets, or adverbs; the same if there is none. */
    private static int behindAside(Words words, int to) {
        int at = to;
        if (words.at(at).equals("(")) {
            int end = at;
            while (end < words.size()
                    && end - at < LONGEST_ASIDE
                    && !words.at(end).equals(")")) {
                end++;
            }
            at = words.at(end).equals(")") ? end + 1 : at;
        }
        if (words.at(at).equals(",")) {
            int end = at + 1;
            while (end < words.size() && end - at < LONGEST_ASIDE) {
                if (words.at(end).equals(",") && isFinite(words, skipAdverbs(words, end + 1))) {
                    return skipAdverbs(words, end + 1);
                }
                end++;
            }
            return at;
        }
        return skipAdverbs(words, at);
    }

    private static int skipAdverbs(Words words, int from) {
        int at = from;
        while (words.at(at).length() > 4 && words.at(at).endsWith("ly") || ADVERBS.contains(words.at(at))) {
            at++;
        }
        return at;
    }

    /** Whether a word may be a verb that has a subject. */
    private static boolean isFinite(Words words, int at) {
        String word = words.at(at);
        if (!words.isWord(at) || words.isCapital(at)) {
            return false;
        }
        return Vocabulary.VERBS.contains(word)
                || word.length() > 3 && word.endsWith("ed")
                || word.length() > 3
                        && word.endsWith("s")
                        && !word.endsWith("'s")
                        && !word.endsWith("ss")
                        && !Vocabulary.FUNCTION.contains(word)
                        && !Vocabulary.GROUP_NOUNS.contains(word);
    }

    /** Whether a word may be a verb in any form. */
    private static boolean isVerb(Words words, int at) {
        String word = words.at(at);
        return words.isWord(at)
                && !words.isCapital(at)
                && (Vocabulary.VERBS.contains(word)
                        || word.length() > 3 && word.endsWith("ed")
                        || word.length() > 4 && word.endsWith("ing")
                        || words.at(at - 1).equals("to") && !Vocabulary.FUNCTION.contains(word));
    }

    private static int clause(Words words, int at) {
        int clause = 0;
        for (int i = 1; i <= Math.min(at, words.size() - 1); i++) {
            clause += beginsClause(words, i) ? 1 : 0;
        }
        return clause;
    }

    private static boolean beginsClause(Words words, int at) {
        String word = words.at(at);
        if (MARKS.contains(word)) {
            return true;
        }
        if (BEGIN_CLAUSES.contains(word)) {
            return !BOTH.contains(word) || hasSubject(words, at + 1);
        }
        return LINKS.contains(word) && hasSubject(words, at + 1);
    }

    /** Whether a subject with its verb follows right here. */
    private static boolean hasSubject(Words words, int at) {
        String word = words.at(at);
        if (SUBJECTS.contains(word)) {
            return true;
        }
        int end = at;
        if (Vocabulary.DETERMINERS.contains(word)) {
            end++;
            while (end - at < 4 && words.isWord(end) && !isFinite(words, end)) {
                end++;
            }
            return end > at + 1 && isFinite(words, end);
        }
        while (words.isCapital(end) && end - at < 6) {
            end++;
        }
        return end > at && isFinite(words, skipAdverbs(words, end));
    }

    /** Whether a word right behind a name is a noun that the name tells more of: {@code the Velian coach}. */
    static boolean isModifier(Words words, int to) {
        String next = words.at(to);
        return words.isWord(to)
                && !words.isCapital(to)
                && !isFinite(words, to)
                && !Vocabulary.FUNCTION.contains(next)
                && !Vocabulary.PREPOSITIONS.contains(next)
                && !Vocabulary.PRONOUNS.contains(next)
                && !next.endsWith("ly")
                && !next.endsWith("ing")
                && !Character.isDigit(next.charAt(0));
    }

    /** What the noun before a name says, or the one of the aside behind it. */
    Gender nounGender(Phrase phrase) {
        Words words = words(phrase.sentence());
        int start = descriptionStart(words, phrase.from());
        for (int i = phrase.from() - 1; i >= Math.max(0, Math.min(start, phrase.from() - 1)); i--) {
            int at = words.at(i).equals(",") ? i - 1 : i;
            Gender gender = ofNoun(words.at(at));
            if (gender != Gender.UNKNOWN) {
                return gender;
            }
        }
        if (words.isOneOf(phrase.to(), ASIDES) || COPULAS.contains(words.at(phrase.to()))) {
            int end = phrase.to() + 1;
            boolean article = ARTICLES.contains(words.at(end));
            while (article
                    && end < phrase.to() + 7
                    && words.isWord(end)
                    && !Vocabulary.PREPOSITIONS.contains(words.at(end))) {
                Gender gender = ofNoun(words.at(end));
                if (gender != Gender.UNKNOWN) {
                    return gender;
                }
                end++;
            }
        }
        return Gender.UNKNOWN;
    }

    private static Gender ofNoun(String word) {
        return Vocabulary.KIN_FEMALE.contains(word)
                ? Gender.FEMALE
                : Vocabulary.KIN_MALE.contains(word) ? Gender.MALE : Gender.UNKNOWN;
    }

    /** Whether a pronoun belongs to the phrase of a name behind it: {@code her sister Ana Orell}. */
    boolean isInPhrase(Phrase pronoun, Phrase name) {
        if (pronoun.sentence() != name.sentence() || name.from() < pronoun.to() || !pronoun.is(Function.OWNER)) {
            return false;
        }
        Words words = words(name.sentence());
        int end = words.at(name.from() - 1).equals(",") ? name.from() - 1 : name.from();
        return isNounPhrase(words, pronoun.to(), end);
    }

    /** Index of the first name behind the phrase that opens a sentence with a pronoun in it; -1 if it opens none. */
    int behindOpening(Phrase pronoun) {
        Words words = words(pronoun.sentence());
        int first = 0;
        if (!words.isWord(0)) {
            first++;
        }
        if (words.at(first + 1).equals(",")) {
            first += 2;
        } else if (words.isOneOf(first, OPENING_ADVERBS) || words.at(first).endsWith("ly")) {
            first++;
        }
        String word = words.at(first);
        boolean opens = Vocabulary.PREPOSITIONS.contains(word)
                || BEGIN_CLAUSES.contains(word)
                || word.endsWith("ing")
                || word.endsWith("ed")
                || OPENING_WORDS.contains(word);
        if (!opens || pronoun.from() < first) {
            return -1;
        }
        int commas = 0;
        int found = -1;
        for (int i = pronoun.to(); i < words.size() && commas < 4; i++) {
            if (words.isOneOf(i, STOPS)) {
                break;
            }
            if (!words.at(i).equals(",")) {
                continue;
            }
            commas++;
            if (SUBJECT_PRONOUNS.contains(words.at(i + 1))) {
                break;
            }
            int at = i + 1;
            while (at < words.size()
                    && at - i < 7
                    && words.isWord(at)
                    && !words.isCapital(at)
                    && !isVerb(words, at)
                    && !CLAUSE_SUBJECTS.contains(words.at(at))) {
                at++;
            }
            if (!words.isCapital(at) || Vocabulary.PREPOSITIONS.contains(words.at(i + 1))) {
                continue;
            }
            int end = at;
            while (words.isCapital(end)
                    || words.at(end).equals(".") && end - at == 1
                    || Vocabulary.PARTICLES.contains(words.at(end))) {
                end++;
            }
            if (commas == 1
                    && pronoun.is(Function.OWNER)
                    && at == i + 1
                    && words.at(end).equals(",")
                    && isNounPhrase(words, pronoun.to(), i)) {
                continue;
            }
            if (owns(words, end) || isFinite(words, behindAside(words, end))) {
                return at;
            }
            found = found < 0 ? at : found;
        }
        return found;
    }

    private static boolean isNounPhrase(Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!words.isWord(i) || Vocabulary.PREPOSITIONS.contains(words.at(i)) || isVerb(words, i)) {
                return false;
            }
        }
        String noun = words.at(to - 1);
        return to > from
                && to - from < LONGEST_DESCRIPTION
                && (Vocabulary.PERSON_NOUNS.contains(noun) || ofNoun(noun) != Gender.UNKNOWN);
    }

    /** Whether only {@code and}, {@code with} or a comma stand between a name and its pronoun: {@code Ana Orell and her son}. */
    boolean isNextTo(Phrase name, Phrase pronoun) {
        Words words = words(pronoun.sentence());
        int gap = pronoun.from() - name.to();
        return gap == 1 && NEXT_TO.contains(words.at(name.to()))
                || gap == 2 && words.at(name.to()).equals(",") && TOGETHER_WITH.contains(words.at(name.to() + 1));
    }

    /** Whether what persons do follows a name. */
    static boolean doesAsPersons(Words words, int to) {
        String next = words.at(to);
        return Vocabulary.HUMAN_VERBS.contains(next)
                || OF_PERSONS.contains(next)
                || AUXILIARIES.contains(next) && Vocabulary.HUMAN_VERBS.contains(words.at(to + 1));
    }

    private static boolean isBracketed(Words words, int at) {
        for (int i = at - 1; i >= 0; i--) {
            if (words.at(i).equals(")")) {
                return false;
            }
            if (words.at(i).equals("(")) {
                return true;
            }
        }
        return false;
    }
}
