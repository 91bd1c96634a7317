package io.onrecord.attribution;

import io.onrecord.attribution.Lexicon.Manner;
import io.onrecord.model.Attribution;
import io.onrecord.model.Confidence;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.text.Quotations;
import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Second objects of a cue, where its frame starts anew with another person addressed, blamed or named: {@code told A that
 * … and B that …}, {@code blame A for … and B for …}, {@code called A "…" and B "…"}. Each is a statement of its own. For
 * one use by one thread.
 */
final class SecondObjects {

    /** Most words of the person that a frame starts anew with. */
    private static final int PERSON_WORDS = 5;

    /** Characters behind the content that are looked at. */
    private static final int BEHIND = 200;

    private static final Set<String> DETERMINERS = Set.of(
            "the", "a", "an", "his", "her", "its", "their", "my", "your", "our", "this", "that", "these", "those",
            "all", "both", "other", "others", "some");

    /** Nouns on which an infinitive hangs: what stands before them is nobody who is urged. */
    private static final Set<String> NOT_PERSONS = Lexicon.LISTS.kind("not-a-person");

    /** Characters of what may stand before a quotation: {@code as "…"}. */
    private static final int AS = 4;

    private static final String OPENING = "\"“‘«„";

    private final Text text;
    private final Quotations quotations;

    private SecondObjects(Text text) {
        this.text = text;
        this.quotations = Quotations.of(text);
    }

    /** The attributions, each second object apart from the first. */
    static List<Attribution> split(Text text, List<Attribution> flat) {
        SecondObjects objects = new SecondObjects(text);
        List<Attribution> split = new ArrayList<>();
        for (Attribution words : flat) {
            Optional<Frames> frames = objects.frames(words);
            if (frames.isEmpty()) {
                split.add(words);
            } else {
                split.add(objects.with(words, words.source(), frames.get().first()));
                List<Span> source = frames.get().source().map(List::of).orElse(words.source());
                split.add(objects.with(words, source, frames.get().second()));
            }
        }
        return split;
    }

    /** The content of either frame, and the source of the second where it has its own. */
    private record Frames(Span first, Span second, Optional<Span> source) {}

    private Attribution with(Attribution words, List<Span> source, Span object) {
        List<Span> content = List.of(object);
        Confidence known = words.confidence();
        Optional<Double> sure =
                source.isEmpty() ? Optional.empty() : Optional.of(known.source().orElse(known.statement()));
        return new Attribution(
                words.in(),
                quotations.form(content),
                source,
                words.cue(),
                content,
                new Confidence(known.statement(), sure, known.cue(), known.content()));
    }

    private Optional<Frames> frames(Attribution words) {
        if (words.content().size() != 1 || words.cue().size() != 1) {
            return Optional.empty();
        }
        Span content = words.content().get(0);
        Verb verb = Verb.of(Words.of(text.value(), words.cue().get(0)));
        if (!verb.hasFrame()) {
            return Optional.empty();
        }
        // A second object that the network left out stands close behind; a paragraph may be very long.
        int end = Math.min(text.length(), content.end() + BEHIND);
        Words all = Words.of(text.value(), new Span(content.start(), lineEnd(content.end(), end)));
        Reading reading = new Reading(all, content, all.firstAfter(content.start()), all.firstAfter(content.end() - 1));
        // A frame that the network left out begins right after the content.
        for (int and = reading.first() + 2; and <= reading.last() + 1; and++) {
            if (all.at(and).equals("and")) {
                Optional<Frames> frames = frames(verb, reading, and);
                if (frames.isPresent()) {
                    return frames;
                }
            }
        }
        return Optional.empty();
    }

    private int lineEnd(int from, int limit) {
        int end = from;
        while (end < limit && text.value().charAt(end) != '\n') {
            end++;
        }
        return end;
    }

    /** The words of the content and behind it, with the first and the last of the content. */
    private record Reading(Words words, Span content, int first, int last) {}

    /** The manners of a cue's verb. */
    private record Verb(Words cue) {
        static Verb of(Words cue) {
            return new Verb(cue);
        }

        boolean hasFrame() {
            return is(Manner.TELL) || is(Manner.URGE) || is(Manner.BLAME) || is(Manner.CALL);
        }

        boolean is(Manner manner) {
            for (int i = cue.size() - 1; i >= 0; i--) {
                if (Lexicon.isVerb(cue.at(i))) {
                    return Lexicon.isVerb(cue.at(i), manner);
                }
            }
            return false;
        }
    }

    private Optional<Frames> frames(Verb verb, Reading reading, int and) {
        Words words = reading.words();
        boolean agent = words.at(and + 1).equals("by");
        int person = agent ? and + 2 : and + 1;
        for (int at = person + 1; at <= person + PERSON_WORDS && at < words.size(); at++) {
            if (isPerson(words, person, at - 1)) {
                Optional<Span> second = agent ? agentObject(verb, reading, at) : object(verb, reading, and, at);
                if (second.isPresent()) {
                    return Optional.of(new Frames(
                            and > reading.last()
                                    ? reading.content()
                                    : new Span(
                                            reading.content().start(),
                                            words.span(and - 1).end()),
                            second.get(),
                            agent ? Optional.of(words.span(person, at - 1)) : Optional.empty()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isPerson(Words words, int first, int last) {
        boolean begins = DETERMINERS.contains(words.at(first))
                || words.isCapital(first)
                || first == last && words.at(first).endsWith("s");
        if (!begins || NOT_PERSONS.contains(words.at(last))) {
            return false;
        }
        for (int i = first; i <= last; i++) {
            boolean plain = words.isWord(i)
                    && !Clauses.isAuxiliary(words.at(i))
                    && !words.at(i).equals("to");
            if (!plain || i > first && words.at(i).equals("that")) {
                return false;
            }
        }
        return true;
    }

    /** {@code described by A as … and by B as …}. */
    private Optional<Span> agentObject(Verb verb, Reading reading, int at) {
        boolean alike = reading.words().at(reading.first()).equals("as")
                && reading.words().at(at).equals("as");
        return verb.is(Manner.CALL) && alike ? Optional.of(object(reading, at, at)) : Optional.empty();
    }

    /** The object that begins with a person after "and", whose frame goes on at a word. */
    private Optional<Span> object(Verb verb, Reading reading, int and, int at) {
        Words words = reading.words();
        String mark = words.at(at);
        String first = words.at(reading.first());
        if (verb.is(Manner.TELL) && mark.equals("that") && first.equals("that")) {
            return Optional.of(object(reading, at, at));
        }
        boolean urged = verb.is(Manner.URGE) && mark.equals("to") && count(reading, and, "to") > 0;
        if (urged && words.isWord(at + 1) && !DETERMINERS.contains(words.at(at + 1))) {
            return Optional.of(object(reading, and + 1, at));
        }
        boolean blamed = verb.is(Manner.BLAME) && (mark.equals("for") || mark.equals("of"));
        if (blamed && count(reading, and, mark) == 1 && !first.equals(mark)) {
            return Optional.of(object(reading, and + 1, at));
        }
        boolean called = verb.is(Manner.CALL) && OPENING.contains(mark) && !words.isWord(and - 1);
        return called ? Optional.of(object(reading, and + 1, at)) : Optional.empty();
    }

    private static int count(Reading reading, int and, String word) {
        int count = 0;
        for (int i = reading.first(); i < and; i++) {
            count += reading.words().at(i).equals(word) ? 1 : 0;
        }
        return count;
    }

    /** From a word to the end of the content, or past it to that of the quotation or clause. */
    private Span object(Reading reading, int from, int mark) {
        int start = reading.words().span(from).start();
        if (mark <= reading.last()) {
            return new Span(start, reading.content().end());
        }
        int at = reading.words().span(mark).start();
        int pair = Collections.binarySearch(quotations.pairs(), new Span(at, at + 1));
        int next = pair >= 0 ? pair : -pair - 1;
        if (next < quotations.pairs().size() && quotations.pairs().get(next).start() <= at + AS) {
            return new Span(start, quotations.pairs().get(next).end());
        }
        int last = mark;
        while (last + 1 < reading.words().size() && reading.words().isWord(last + 1)) {
            last++;
        }
        return new Span(start, reading.words().span(last).end());
    }
}
