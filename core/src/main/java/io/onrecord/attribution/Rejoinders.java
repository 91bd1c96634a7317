package io.onrecord.attribution;

import io.onrecord.model.Attribution;
import io.onrecord.model.Confidence;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.text.Quotations;
import io.onrecord.text.Sentences;
import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Short answers to what has been stated, which the network misses or runs together with what follows them: {@code His deckhand backs
 * him}, {@code a claim the ministry denies}, {@code – contested by both neighbours –}, {@code laughed at the idea: "…"}. Only words
 * that leave no doubt are taken. For one use by one thread.
 */
final class Rejoinders {

    /** How sure a statement is that the words alone show. */
    private static final double SURE = 0.75;

    /** Words of a noun's phrase, and between a verb and its gerund. */
    private static final int NOUN_WORDS = 5;

    private static final int PHRASE_WORDS = 5;

    /** Words behind a clause that an aside may stand at. */
    private static final int ASIDE = 40;

    private static final Set<String> PERSONS = Set.of("him", "her", "them", "me", "us");
    /** What may follow an object that is complete. */
    private static final Set<String> BEHIND = Lexicon.LISTS.kind("behind-an-answer");

    private static final Set<String> DASHES = Set.of("–", "—", "-", "(");

    private final Location in;
    private final Quotations quotations;
    private final List<Attribution> all;

    private Rejoinders(Text text, Location in, List<Attribution> found) {
        this.in = in;
        this.quotations = Quotations.of(text);
        this.all = new ArrayList<>(found);
    }

    /** What was found in a text, with the short answers in it. */
    static List<Attribution> added(Text text, Location in, List<Attribution> found) {
        Rejoinders rejoinders = new Rejoinders(text, in, found);
        for (Span paragraph : text.paragraphs()) {
            for (Span sentence : Sentences.of(text.value(), paragraph)) {
                rejoinders.sentence(Words.of(text.value(), sentence));
            }
        }
        rejoinders.all.sort(Comparator.comparingInt(Attribution::start));
        return List.copyOf(rejoinders.all);
    }

    private void sentence(Words words) {
        for (int i = 1; i < words.size(); i++) {
            Optional<Answer> answer = Answer.at(words, i);
            if (answer.isPresent() && !isWithin(words, i)) {
                add(words, answer.get());
            }
        }
    }

    /** Whether a word stands in a quotation, or in what somebody else states. */
    private boolean isWithin(Words words, int index) {
        Span word = words.span(index);
        return quotations.quotes(word.start())
                || all.stream().anyMatch(known -> known.content().stream().anyMatch(word::overlaps));
    }

    private void add(Words words, Answer answer) {
        Optional<Attribution> known = all.stream()
                .filter(one -> one.cue().stream().anyMatch(words.span(answer.verb())::overlaps))
                .findFirst();
        Optional<Parts> parts = clause(words, answer)
                .or(() -> known.isPresent() ? Optional.empty() : relative(words, answer))
                .or(() -> known.isPresent() ? Optional.empty() : aside(words, answer));
        if (parts.isEmpty()) {
            return;
        }
        if (known.isEmpty()) {
            Span content = parts.get().content();
            // What stands within is found again, as what this one reports.
            all.removeIf(one -> content.contains(new Span(one.start(), one.end())));
            all.replaceAll(one -> Contents.without(one, content, quotations));
            all.add(made(parts.get()));
            return;
        }
        colon(words, answer, known.get()).ifPresent(quotation -> {
            all.remove(known.get());
            all.add(made(parts.get()));
            all.add(quotation);
        });
    }

    /** Source, cue and content, in words. */
    private record Parts(Span source, List<Span> cue, Span content) {}

    private Attribution made(Parts parts) {
        List<Span> content = List.of(parts.content());
        return new Attribution(
                in,
                quotations.form(content),
                List.of(parts.source()),
                parts.cue(),
                content,
                new Confidence(SURE, Optional.of(SURE), Optional.of(SURE), SURE));
    }

    /** {@code laughed at the idea: "…"}: the quotation by itself, whose cue is the colon. */
    private Optional<Attribution> colon(Words words, Answer answer, Attribution known) {
        Optional<Integer> mark = answer.object(words, this::nounEnd).map(Named::end);
        if (mark.isEmpty()
                || !words.at(mark.get() + answer.after()).equals(":")
                || known.source().isEmpty()) {
            return Optional.empty();
        }
        Span colon = words.span(mark.get() + answer.after());
        boolean behind = known.content().stream().allMatch(span -> span.start() >= colon.end());
        return behind
                ? Optional.of(new Attribution(
                        in, known.form(), known.source(), List.of(colon), known.content(), known.confidence()))
                : Optional.empty();
    }

    /** {@code His deckhand backs him}: somebody, the verb, and a pronoun or a noun that names what was stated. */
    private Optional<Parts> clause(Words words, Answer answer) {
        Optional<Named> object = answer.object(words, this::nounEnd);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        int group = Subjects.group(words, answer.verb());
        int first = Subjects.of(words, group);
        boolean begins = first >= 0 && (first == 0 || isJoint(words, first - 1));
        if (!begins || !Subjects.isSource(words, first, group - 1)) {
            return Optional.empty();
        }
        int from = object.get().start();
        return Optional.of(new Parts(
                words.span(first, group - 1),
                answer.cue(words, group),
                words.span(from, object.get().end() - 1)));
    }

    private static boolean isJoint(Words words, int index) {
        if (Subjects.JOINING.contains(words.at(index))) {
            return true;
        }
        return Set.of(";", ":", ",", "–", "—").contains(words.at(index));
    }

    /** {@code a claim the ministry denied}, {@code a charge that Mr Ito repeated}. */
    private Optional<Parts> relative(Words words, Answer answer) {
        String next = words.at(answer.verb() + 1);
        boolean ends = answer.particle().isEmpty() && (!words.isWord(answer.verb() + 1) || BEHIND.contains(next));
        int group = Subjects.group(words, answer.verb());
        if (!ends || answer.object(words, this::nounEnd).isPresent()) {
            return Optional.empty();
        }
        for (int noun = group - 2; noun >= Math.max(1, group - 2 - Subjects.MOST - 2); noun--) {
            boolean names = Answer.isNoun(words.at(noun)) && startsPhrase(words, noun);
            if (!names) {
                continue;
            }
            boolean that = Set.of("that", "which").contains(words.at(noun + 1));
            int first = that ? noun + 2 : noun + 1;
            if (first > group - 1 || !isOwner(words, first, group - 1)) {
                return Optional.empty();
            }
            Span content = that ? words.span(noun + 1) : words.span(phraseStart(words, noun), noun);
            return Optional.of(new Parts(words.span(first, group - 1), answer.cue(words, group), content));
        }
        return Optional.empty();
    }

    /** Like a source, perhaps with a name between commas. */
    private static boolean isOwner(Words words, int first, int last) {
        int comma = -1;
        for (int i = first; i <= last; i++) {
            if (!words.isWord(i)) {
                boolean mark = words.at(i).equals(",");
                if (!mark) {
                    return false;
                }
                comma = comma < 0 ? i : comma;
            }
        }
        return Subjects.isSource(words, first, comma < 0 ? last : comma - 1) && !words.isOneOf(first, Subjects.THINGS);
    }

    private static boolean startsPhrase(Words words, int noun) {
        int start = phraseStart(words, noun);
        return start >= 0 && Set.of("a", "an", "the", "this").contains(words.at(start));
    }

    private static int phraseStart(Words words, int noun) {
        for (int i = noun - 1; i >= Math.max(0, noun - 3) && words.isWord(i); i--) {
            if (Subjects.DETERMINERS.contains(words.at(i))) {
                return i;
            }
        }
        return -1;
    }

    /** {@code The finding that p – contested by both neighbours – rests on …}. */
    private Optional<Parts> aside(Words words, Answer answer) {
        int open = answer.verb() - 1;
        while (open > 0 && Subjects.isAdverb(words.at(open))) {
            open--;
        }
        boolean passive =
                DASHES.contains(words.at(open)) && words.at(answer.verb() + 1).equals("by") && open <= ASIDE;
        if (!passive) {
            return Optional.empty();
        }
        int close = answer.verb() + 2;
        while (close < words.size() && words.isWord(close)) {
            close++;
        }
        boolean named = false;
        for (int i = 0; i < Math.min(open, NOUN_WORDS + 2); i++) {
            named |= Answer.isNoun(words.at(i));
        }
        boolean closed = Set.of("–", "—", "-", ")", ".", ",").contains(words.at(close));
        return named && closed && close > answer.verb() + 2 && close - answer.verb() - 2 <= Subjects.MOST
                ? Optional.of(new Parts(
                        words.span(answer.verb() + 2, close - 1),
                        List.of(words.span(open + 1, answer.verb())),
                        words.span(0, open - 1)))
                : Optional.empty();
    }

    /** Index behind a noun that names what was stated, with what is said of it; -1 where no such noun's phrase begins. */
    private int nounEnd(Words words, int start) {
        String first = words.at(start);
        boolean begins =
                Subjects.DETERMINERS.contains(first) || Subjects.POSSESSIVES.contains(first) || words.isCapital(start);
        for (int i = start + 1; begins && i <= start + NOUN_WORDS && words.isWord(i); i++) {
            String word = words.at(i);
            if (Answer.isNoun(word)) {
                return words.at(i + 1).equals("of") ? ofEnd(words, i + 2) : i + 1;
            }
            if (Clauses.isAuxiliary(word)
                    || Set.of("of", "to", "that", "who", "for", "in", "on").contains(word)) {
                return -1;
            }
        }
        return -1;
    }

    /** Index behind the words on which {@code of} hangs: {@code his account of eleven shots}. */
    private static int ofEnd(Words words, int start) {
        int end = start;
        while (end < start + PHRASE_WORDS && words.isWord(end) && !BEHIND.contains(words.at(end))) {
            end++;
        }
        return end;
    }

    /** The object of a verb: its words, half-open. */
    record Named(int start, int end) {}

    /** Finds the end of a noun's phrase. */
    interface Nouns {
        int end(Words words, int start);
    }

    /**
     * A verb that answers.
     *
     * @param particle that belongs to it; empty where none does
     * @param at where the particle stands
     * @param persons whether its object may be a person
     * @param gerund whether its object may be a deed: {@code denied having paid}
     */
    record Answer(int verb, String particle, int at, boolean persons, boolean gerund) {

        private static final Answers ANSWERS = Answers.read();

        static boolean isNoun(String word) {
            return ANSWERS.nouns().contains(word);
        }

        static Optional<Answer> at(Words words, int index) {
            return ANSWERS.at(words, index);
        }

        /** Words of the particle behind the object. */
        int after() {
            return !particle.isEmpty() && at > verb + 1 ? 1 : 0;
        }

        List<Span> cue(Words words, int group) {
            if (particle.isEmpty()) {
                return List.of(words.span(group, verb));
            }
            return at == verb + 1 ? List.of(words.span(group, at)) : List.of(words.span(group, verb), words.span(at));
        }

        Optional<Named> object(Words words, Nouns nouns) {
            int start = !particle.isEmpty() && at == verb + 1 ? verb + 2 : verb + 1;
            String word = words.at(start);
            boolean pronoun = Subjects.THINGS.contains(word) || persons && PERSONS.contains(word);
            if (pronoun && isEnd(words, start + 1 + after())) {
                return Optional.of(new Named(start, start + 1));
            }
            int end = nouns.end(words, start);
            if (end > 0 && isEnd(words, end + after())) {
                return Optional.of(new Named(start, end));
            }
            return gerund ? deed(words, start) : Optional.empty();
        }

        private static boolean isEnd(Words words, int index) {
            String word = words.at(index);
            return !words.isWord(index) && !"\"“‘«'’".contains(word)
                    || word.isEmpty()
                    || BEHIND.contains(word)
                    || Subjects.isAdverb(word);
        }

        /** {@code denied through his lawyer having paid the minister anything}. */
        private static Optional<Named> deed(Words words, int start) {
            int at = start;
            boolean phrase = Set.of("through", "via", "in", "on", "at").contains(words.at(start));
            while (phrase
                    && at < start + PHRASE_WORDS
                    && words.isWord(at)
                    && !words.at(at).equals("having")) {
                at++;
            }
            if (!words.at(at).equals("having")) {
                return Optional.empty();
            }
            int end = at;
            while (words.isWord(end) && !words.at(end).equals("but")) {
                end++;
            }
            return end > at + 2 ? Optional.of(new Named(at, end)) : Optional.empty();
        }
    }
}
