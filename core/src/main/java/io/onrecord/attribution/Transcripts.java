package io.onrecord.attribution;

import io.onrecord.model.Attribution;
import io.onrecord.model.Confidence;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.text.Quotations;
import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Interviews, hearings and debates that are printed turn by turn, each behind who speaks and a colon: {@code ORELL: I never saw it.} A turn
 * is a statement of the one who is named before its colon, over all paragraphs that go on with it. For one use by one thread.
 */
final class Transcripts {

    /** How sure a turn is that the form of the whole text shows. */
    private static final double SURE = 0.9;

    /** Turns that make a transcript. */
    private static final int FEWEST = 3;

    /** Words of a turn; fewer may be a figure or a name. */
    private static final int SENTENCE = 3;

    /** Of so many turns at least one has {@code I} or {@code you}, or asks. */
    private static final int PERSONAL = 3;

    private static final String CAPITAL = "\\p{Lu}[\\p{L}\\p{M}\\p{N}.'’-]*+";
    private static final String SMALL = "al|and|bin|da|de|del|der|di|du|for|from|la|of|the|van|von";

    /** What stands for a name that nobody caught: {@code Unidentified speaker}, {@code Voice from the gallery}. */
    private static final String SOMEBODY =
            "audience|crowd|floor|gallery|man|member|person|questioner|reporter|speaker|voice|woman";

    /** A time, who speaks, what is said of that in brackets, and a colon: {@code [00:12] MS. OLD (Greens):}; in courts also {@code Q.} */
    private static final Pattern LABEL =
            Pattern.compile("(?:\\*\\*|__)?(?:[\\[(]?[0-9]{1,2}(?::[0-9]{2}){1,2}[\\])]? )?\\[?(?:"
                    + "(?<name>(?:(?:al|bin|da|de|del|di|du|la|van|von|der|[dl]['’]) ?){0,2}+" + CAPITAL
                    + "(?:,? (?:" + CAPITAL + "|#?[0-9]{1,3}|" + SOMEBODY + "|(?:" + SMALL + ")(?= ))){0,5}+)"
                    + "(?: ?[\\[(][^\\[\\]()]{0,60}[\\])])?(?:\\*\\*|__)?(?<colon>:)"
                    + "|(?<letter>[QA])(?<stop>\\.))\\]?(?:\\*\\*|__)?(?=\\s|$)");

    /** What labels begin with where nobody speaks: {@code READ MORE:}, {@code Tip:}. */
    private static final Set<String> NOBODY = Lexicon.LISTS.kind("no-label");

    /** What a number stands behind where nobody speaks: {@code Step 1:} */
    private static final Set<String> COUNTED = Set.of("chapter", "day", "part", "phase", "round", "step", "week");

    private static final Set<String> QUESTION = Set.of("q", "question");
    private static final Set<String> ANSWER = Set.of("a", "answer");
    private static final Set<String> FIRST = Lexicon.LISTS.kind("first-or-second-person");
    private static final Set<String> SECOND = Set.of("you", "you'd", "you'll", "you're", "you've", "your");

    private final Text text;
    private final Location in;
    private final List<Attribution> found;
    private final List<Optional<Label>> labels;
    private final Quotations quotations;
    /** Of each paragraph, whether a cue stands in it. */
    private final boolean[] reports;
    /** Of each paragraph, whether it belongs to a turn. */
    private final boolean[] spoken;

    /**
     * What a paragraph begins with.
     *
     * @param name who speaks
     * @param colon behind it
     * @param key what the turns of one speaker have in common: the last word of the name, as {@code JANE OLD} is {@code OLD} later on
     * @param isLetter whether it is a letter with a full stop
     * @param turn what is said behind it in the same paragraph; empty where that begins with the next one
     */
    private record Label(Span name, Span colon, String key, boolean isLetter, Optional<Span> turn) {}

    private Transcripts(Text text, Location in, List<Attribution> found, List<Optional<Label>> labels) {
        this.text = text;
        this.in = in;
        this.found = found;
        this.labels = labels;
        this.quotations = Quotations.of(text);
        this.reports = new boolean[labels.size()];
        this.spoken = new boolean[labels.size()];
    }

    /** What was found in a text; where it is a transcript, or has one, with each turn given to who speaks. */
    static List<Attribution> kept(Text text, Location in, List<Attribution> found) {
        List<Optional<Label>> all = text.paragraphs().stream()
                .map(paragraph -> label(text.value(), paragraph))
                .toList();
        // One of the two alone is an initial or the first of a list.
        boolean letters = Stream.of("q", "a")
                .allMatch(letter -> all.stream()
                        .flatMap(Optional::stream)
                        .anyMatch(one -> one.isLetter() && one.key().equals(letter)));
        List<Optional<Label>> labels = all.stream()
                .map(one -> one.filter(label -> (letters || !label.isLetter()) && !isNobody(text.value(), label)))
                .toList();
        List<Label> some = labels.stream().flatMap(Optional::stream).toList();
        if (some.size() < FEWEST) {
            return found;
        }
        Transcripts transcripts = new Transcripts(text, in, found, labels);
        return transcripts.isTranscript(some) ? transcripts.withTurns() : found;
    }

    private static Optional<Label> label(String text, Span paragraph) {
        Matcher label = LABEL.matcher(text).region(paragraph.start(), paragraph.end());
        if (!label.lookingAt()) {
            return Optional.empty();
        }
        String name = label.group("name") == null ? "letter" : "name";
        String colon = label.group("colon") == null ? "stop" : "colon";
        Words words = Words.of(text, new Span(label.start(name), label.end(name)));
        int last = 0;
        // A role stands behind a comma, and a number tells two of one name apart.
        while (words.isWord(last + 1) && Character.isLetter(words.at(last + 1).charAt(0))
                || words.at(last + 1).equals(".") && words.isWord(last + 2)) {
            last++;
        }
        String key = words.at(last);
        int turn = label.end();
        while (turn < paragraph.end() && Character.isWhitespace(text.charAt(turn))) {
            turn++;
        }
        return Optional.of(new Label(
                new Span(label.start(name), label.end(name)),
                new Span(label.start(colon), label.end(colon)),
                key,
                name.equals("letter"),
                turn < paragraph.end() ? Optional.of(new Span(turn, paragraph.end())) : Optional.empty()));
    }

    private static boolean isNobody(String text, Label label) {
        Words name = Words.of(text, label.name());
        return NOBODY.contains(name.at(0))
                || COUNTED.contains(name.at(0))
                        && Character.isDigit(text.charAt(label.name().end() - 1));
    }

    /** Whether two speak in turns, in sentences, one of them more than once, and of themselves or to each other. */
    private boolean isTranscript(List<Label> labels) {
        Set<String> speakers = labels.stream().map(Label::key).collect(Collectors.toSet());
        int sentences = 0;
        int personal = 0;
        boolean asked = false;
        boolean asksOfItself = false;
        boolean answered = false;
        for (Label label : labels) {
            Words turn = Words.of(text.value(), label.turn().orElse(label.name()));
            boolean first = has(turn, FIRST);
            boolean second = has(turn, SECOND);
            sentences += label.turn().isEmpty() || isSentence(turn) ? 1 : 0;
            boolean asks = turn.at(turn.size() - 1).equals("?");
            personal += label.turn().isEmpty() || first || second || asks ? 1 : 0;
            asked |= second && QUESTION.contains(label.key());
            asksOfItself |= first && QUESTION.contains(label.key());
            answered |= first && ANSWER.contains(label.key());
        }
        // Whoever asks in a newspaper's own questions and answers asks nobody.
        boolean unnamed = speakers.stream().allMatch(key -> QUESTION.contains(key) || ANSWER.contains(key));
        return speakers.size() > 1
                && speakers.size() < labels.size()
                && sentences > labels.size() / 2
                && PERSONAL * personal >= labels.size()
                && (!unnamed || answered && (asked || !asksOfItself));
    }

    private static boolean isSentence(Words turn) {
        return turn.size() >= SENTENCE && ".!?…—–-)]\"”'".contains(turn.at(turn.size() - 1));
    }

    /** Whether a line has some words by itself, not only where it quotes somebody. */
    private boolean has(Words line, Set<String> some) {
        return IntStream.range(0, line.size())
                .anyMatch(i -> line.isOneOf(i, some)
                        && !isCountry(line, i)
                        && !quotations.quotes(line.span(i).start()));
    }

    private static boolean isCountry(Words line, int i) {
        return line.isCapital(i) && line.at(i).equals("us");
    }

    private List<Attribution> withTurns() {
        found.forEach(one -> one.cue().forEach(cue -> reports[paragraph(cue)] = true));
        Set<String> speakers = new HashSet<>();
        labels.stream()
                .flatMap(Optional::stream)
                .map(Label::key)
                .filter(key -> key.length() > 1 && !QUESTION.contains(key) && !ANSWER.contains(key))
                .forEach(speakers::add);
        int last = labels.size() - 1;
        while (labels.get(last).isEmpty()) {
            last--;
        }
        List<Attribution> turns = new ArrayList<>();
        @Nullable Label speaking = null;
        List<Span> content = new ArrayList<>();
        for (int p = 0; p < labels.size(); p++) {
            Optional<Label> label = labels.get(p);
            if (label.isPresent()) {
                close(speaking, content, turns);
                speaking = label.get();
                content = new ArrayList<>();
                speaking.turn().ifPresent(content::add);
                spoken[p] = true;
            } else if (speaking != null && goesOn(p, p > last, content, speakers)) {
                content.add(text.paragraphs().get(p));
                spoken[p] = true;
            } else if (!isDirection(p)) {
                close(speaking, content, turns);
                speaking = null;
            }
        }
        close(speaking, content, turns);
        return joined(turns);
    }

    /** Whether a paragraph without a label belongs to the turn before, as far as that is known. */
    private boolean goesOn(int p, boolean behindAll, List<Span> turn, Set<String> speakers) {
        Words line = words(p);
        if (isDirection(p) || IntStream.range(0, line.size()).noneMatch(line::isWord)) {
            return false;
        }
        if (turn.isEmpty()) {
            return true;
        }
        boolean named = IntStream.range(0, line.size()).anyMatch(i -> line.isCapital(i) && line.isOneOf(i, speakers));
        if (named) {
            return false;
        }
        // Whoever answers may tell at length of others; behind a question, or behind all turns, the article may speak,
        // and quote somebody's "we".
        Span before = turn.get(turn.size() - 1);
        boolean tells = !behindAll && text.value().charAt(before.end() - 1) != '?';
        return tells || !behindAll && !reports[p] || has(line, FIRST);
    }

    /** Whether a paragraph is nothing but what happens meanwhile: {@code (Laughter.)}, or an advertisement: {@code READ MORE: …} */
    private boolean isDirection(int p) {
        Optional<Label> label = label(text.value(), text.paragraphs().get(p));
        if (label.isPresent() && isNobody(text.value(), label.get())) {
            return true;
        }
        Words line = words(p);
        int end = 0;
        while (end < line.size() && !line.at(end).equals(")") && !line.at(end).equals("]")) {
            end++;
        }
        return (line.at(0).equals("(") || line.at(0).equals("[")) && end == line.size() - 1;
    }

    private Words words(int p) {
        return Words.of(text.value(), text.paragraphs().get(p));
    }

    private void close(@Nullable Label speaking, List<Span> content, List<Attribution> turns) {
        if (speaking != null && !content.isEmpty()) {
            turns.add(new Attribution(
                    in,
                    quotations.form(content),
                    List.of(speaking.name()),
                    List.of(speaking.colon()),
                    content,
                    new Confidence(SURE, Optional.of(SURE), Optional.of(SURE), SURE)));
        }
    }

    /** The turns, and of the other statements what stands in no paragraph of a turn; what a turn reports is found within it later. */
    private List<Attribution> joined(List<Attribution> turns) {
        List<Attribution> all = new ArrayList<>(turns);
        for (Attribution one : found) {
            List<Span> outside =
                    one.content().stream().filter(span -> !isSpoken(span)).toList();
            if (!outside.isEmpty() && one.cue().stream().noneMatch(this::isSpoken)) {
                all.add(Contents.only(unspoken(one), outside, quotations));
            }
        }
        all.sort(Comparator.comparingInt(Attribution::start));
        return List.copyOf(all);
    }

    /** A statement of the article without a source in a turn: the label of one who spoke long before is heard as one. */
    private Attribution unspoken(Attribution one) {
        List<Span> source =
                one.source().stream().filter(span -> !isSpoken(span)).toList();
        Confidence sure = one.confidence();
        return source.size() == one.source().size()
                ? one
                : new Attribution(
                        one.in(),
                        one.form(),
                        source,
                        one.cue(),
                        one.content(),
                        new Confidence(
                                sure.statement(),
                                sure.source().filter(some -> !source.isEmpty()),
                                sure.cue(),
                                sure.content()));
    }

    private boolean isSpoken(Span span) {
        return spoken[paragraph(span)];
    }

    /** The paragraph that a span begins in. */
    private int paragraph(Span span) {
        List<Span> paragraphs = text.paragraphs();
        return -Collections.binarySearch(paragraphs, new Span(span.start(), Integer.MAX_VALUE)) - 2;
    }
}
