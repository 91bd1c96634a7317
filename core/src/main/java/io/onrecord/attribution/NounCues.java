package io.onrecord.attribution;

import io.onrecord.model.Attribution;
import io.onrecord.model.Confidence;
import io.onrecord.model.Span;
import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Nouns on which words of content hang: {@code the mayor's claim that …}, {@code a promise by the mill to …}. The cue is
 * the noun alone, the source a possessive or what {@code by} and {@code from} name. The network knows some of them, with
 * more words in the cue than there should be.
 */
final class NounCues {

    /** How sure a statement is that the words alone show; as right as the open gold passages have it, roughly. */
    private static final double SURE = 0.8;

    /** Most words of a source that stands between a noun and its content. */
    private static final int SOURCE_WORDS = 8;

    /** Index of the last word at which a phrase that begins a sentence may have its noun. */
    private static final int LAST_OF_SUBJECT = 5;

    private static final Set<String> DETERMINERS = Set.of(
            "a", "an", "the", "this", "that", "these", "those", "no", "any", "some", "every", "another", "such", "all");
    /** Before a noun, never before a verb that is not an infinitive. */
    private static final Set<String> PREPOSITIONS = Set.of(
            "of",
            "on",
            "by",
            "from",
            "with",
            "about",
            "over",
            "for",
            "despite",
            "after",
            "amid",
            "against",
            "without",
            "in",
            "at",
            "upon",
            "following",
            "behind",
            "there's");

    private static final Set<String> NOT_INFINITIVE = Set.of("me", "you", "him", "us", "them", "it", "whom", "which");

    private final String text;
    private final Words words;
    private final int end;

    private NounCues(String text, Words words) {
        this.text = text;
        this.words = words;
        this.end = words.at(words.size() - 1).equals(".") ? words.size() - 1 : words.size();
    }

    /** What the network found in a text, with the statements that its nouns make. */
    static List<Attribution> added(Excerpt excerpt, List<Attribution> found, Attribution outer) {
        List<Attribution> all = new ArrayList<>(found);
        for (Words sentence : excerpt.sentences()) {
            NounCues nouns = new NounCues(excerpt.text().value(), sentence);
            for (int i = 0; i < nouns.end; i++) {
                nouns.at(i).ifPresent(hit -> put(hit, excerpt, outer, all));
            }
        }
        return all;
    }

    /** A noun, its source and its content. */
    private record Hit(Span cue, Optional<Span> source, Span content) {}

    private static void put(Hit hit, Excerpt excerpt, Attribution outer, List<Attribution> all) {
        // The network may take the article, an adjective or the next verb for the cue; what it contains tells.
        Optional<Attribution> known = all.stream()
                .filter(words -> words.cue().stream().anyMatch(cue -> cue.overlaps(hit.cue()))
                        || words.content().get(0).start() == hit.content().start())
                .findFirst();
        List<Span> source = hit.source()
                .map(List::of)
                .orElseGet(() -> known.filter(words -> words.source().stream().noneMatch(hit.cue()::overlaps))
                        .map(Attribution::source)
                        .orElse(List.of()));
        List<Span> content = List.of(hit.content());
        // The words show it, however little the network heard.
        double statement = Math.max(
                SURE, known.map(words -> words.confidence().statement()).orElse(SURE));
        double part = known.map(words -> words.confidence().content()).orElse(SURE);
        known.ifPresent(all::remove);
        all.add(new Attribution(
                outer.in(),
                excerpt.quotations().form(content),
                source,
                List.of(hit.cue()),
                content,
                new Confidence(
                        statement, source.isEmpty() ? Optional.empty() : Optional.of(part), Optional.of(part), part)));
    }

    private Optional<Hit> at(int noun) {
        if (!Lexicon.isNoun(words.at(noun)) || !isNoun(noun)) {
            return Optional.empty();
        }
        Optional<Span> source = possessive(noun);
        int content = noun + 1;
        if (words.at(content).equals("by") || words.at(content).equals("from")) {
            int after = content + 1;
            while (after < end && after - content <= SOURCE_WORDS && !opens(noun, after)) {
                after++;
            }
            if (after < end && after > content + 1 && opens(noun, after)) {
                int last = words.at(after - 1).equals(",") ? after - 2 : after - 1;
                source = Optional.of(words.span(content + 1, last));
                content = after;
            }
        }
        content = pastVerbs(content);
        if (content >= end || !opens(noun, content)) {
            return Optional.empty();
        }
        int to = isSubject(noun) ? Clauses.endOfSubject(words, content, end) : end;
        while (to > content && !words.isWord(to - 1)) {
            to--;
        }
        if (to - content < 3 || isRelative(content, to)) {
            return Optional.empty();
        }
        return Optional.of(new Hit(words.span(noun), source, words.span(content, to - 1)));
    }

    /** Past what may stand between a noun and its clause: {@code rumours had reached him that …}. */
    private int pastVerbs(int from) {
        if (!Clauses.isAuxiliary(words.at(from)) && !Clauses.isPast(words.at(from))) {
            return from;
        }
        for (int i = from + 1; i < Math.min(end, from + 5); i++) {
            if (words.at(i).equals("that")) {
                return Clauses.isAuxiliary(words.at(i + 1)) ? from : i;
            }
        }
        return from;
    }

    /** Whether content may begin here: with a clause, or with an infinitive if the noun takes one. */
    private boolean opens(int noun, int at) {
        String word = words.at(at);
        if (word.equals("that") || word.equals("whether")) {
            return true;
        }
        String next = words.at(at + 1);
        return word.equals("to")
                && Lexicon.isNounTo(words.at(noun))
                && words.isWord(at + 1)
                && !DETERMINERS.contains(next)
                && !Subjects.POSSESSIVES.contains(next)
                && !NOT_INFINITIVE.contains(next)
                && !words.isCapital(at + 1)
                && !Character.isDigit(next.charAt(0));
    }

    /** Whether a word that may be a verb, too, is a noun here. */
    private boolean isNoun(int index) {
        String word = words.at(index);
        if (!Lexicon.isVerb(word)) {
            return true;
        }
        String before = words.at(index - 1);
        if (before.isEmpty()
                || DETERMINERS.contains(before)
                || Subjects.POSSESSIVES.contains(before)
                || PREPOSITIONS.contains(before)
                || isGenitive(index - 1)
                || Lexicon.isVerb(before, Lexicon.Manner.ANSWER)) {
            return true;
        }
        // An adjective may stand before it.
        String second = words.at(index - 2);
        return words.isWord(index - 1)
                && (DETERMINERS.contains(second) && !second.equals("that")
                        || Subjects.POSSESSIVES.contains(second)
                        || isGenitive(index - 2)
                        || Clauses.isAuxiliary(before) && second.equals("there"));
    }

    /** Whether the noun's phrase begins the text, so that the verb it is the subject of is still to come. */
    private boolean isSubject(int noun) {
        if (noun > LAST_OF_SUBJECT) {
            return false;
        }
        int at = noun - 1;
        while (at >= 0 && words.isWord(at) && !Clauses.isAuxiliary(words.at(at)) && !Clauses.isPast(words.at(at))) {
            at--;
        }
        return at < 0 && !PREPOSITIONS.contains(words.at(0)) && !hasVerb(noun);
    }

    private boolean hasVerb(int before) {
        for (int i = 0; i < before; i++) {
            if (Lexicon.isVerb(words.at(i)) && !DETERMINERS.contains(words.at(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code that} stands for the noun itself: {@code claims that were made}, {@code a claim that police denied}. */
    private boolean isRelative(int that, int to) {
        if (!words.at(that).equals("that")) {
            return false;
        }
        String next = words.at(that + 1);
        String last = words.at(to - 1);
        boolean cutShort = to - that <= 5 && Clauses.isPast(last) && Lexicon.isVerb(last);
        return Clauses.isAuxiliary(next) || Clauses.isPast(next) || cutShort;
    }

    private boolean isGenitive(int index) {
        String word = words.at(index);
        return word.endsWith("'s")
                || word.endsWith("s") && isApostrophe(words.span(index).end())
                || (word.equals("'") || word.equals("’")) && words.at(index - 1).endsWith("s");
    }

    private boolean isApostrophe(int at) {
        return at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '’');
    }

    /** The possessive before a noun and its adjectives: {@code the union's}, {@code her}. */
    private Optional<Span> possessive(int noun) {
        for (int at = noun - 1; at >= Math.max(0, noun - 3) && words.isWord(at) || isMark(at); at--) {
            if (Subjects.POSSESSIVES.contains(words.at(at))) {
                return Optional.of(words.span(at));
            }
            if (isGenitive(at)) {
                return Optional.of(words.span(phrase(at), at));
            }
            if (DETERMINERS.contains(words.at(at)) || PREPOSITIONS.contains(words.at(at))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean isMark(int index) {
        return words.at(index).equals("'") || words.at(index).equals("’");
    }

    /** First word of the phrase that ends in a genitive: back to its article, or over its capitals. */
    private int phrase(int genitive) {
        int word = isMark(genitive) ? genitive - 1 : genitive;
        for (int at = word - 1; at >= Math.max(0, word - 4); at--) {
            String before = words.at(at);
            if (DETERMINERS.contains(before) || Subjects.POSSESSIVES.contains(before)) {
                return at;
            }
            if (!words.isWord(at) || PREPOSITIONS.contains(before) || Lexicon.isVerb(before)) {
                break;
            }
        }
        int first = word;
        while (first > 0 && words.isCapital(first - 1) && words.isCapital(word)) {
            first--;
        }
        return first;
    }
}
