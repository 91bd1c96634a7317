package io.onrecord.dates;

import io.onrecord.dates.CalendarDate.Grain;
import io.onrecord.dates.Expression.From;
import io.onrecord.dates.Expression.Shifted;
import io.onrecord.dates.Expression.Since;
import io.onrecord.dates.Expression.Unknown;
import io.onrecord.model.Attribution;
import io.onrecord.model.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The clause in which a statement is reported, and the date expression in it that says when it was made: behind the cue,
 * between source and cue, at the head of the sentence, or in the source; never in what is stated, nor behind a word that
 * opens another clause.
 */
final class StatementClause {

    /** How many words and marks away from the cue or source a date may stand; also keeps long sentences from costing more. */
    private static final int REACH = 60;

    private static final int HEAD = 25;

    private static final int ASIDE = 16;

    private static final int TO_COME_REACH = 4;

    /** Where at the latest a date stands that opens a paragraph: {@code Early on 3 March}. */
    private static final int STORY_HEAD = 3;

    /** What stands before the {@code to} of something that has not been said yet. */
    private static final Set<String> TO_COME = Vocabulary.LISTS.kind("to-come");

    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "his", "her", "its", "their");

    /** Verbs of other statements between a source and its cue. */
    private static final Set<String> OTHERS = Set.of("said", "says", "say", "told", "tells");

    /** What opens a clause of its own. */
    private static final Set<String> BREAKS = Vocabulary.LISTS.kind("break");

    private static final Set<String> AND = Set.of("and", "but", "or");

    /** What dates that no statement was made on stand behind. */
    private static final Set<String> BOUNDS = Vocabulary.LISTS.kind("bound");

    /** What the head of a sentence begins with that only says where and when. */
    private static final Set<String> HEADS = Vocabulary.LISTS.kind("head");

    private static final Set<String> MADE_PUBLIC = Vocabulary.LISTS.kind("made-public");

    /** Times of a day that stand behind {@code after} and {@code before} and open no clause. */
    private static final Set<String> TIMES = Vocabulary.LISTS.kind("time-of-day");

    private static final Set<String> CLOCK = Set.of("a", "p", "am", "pm", ":", ".", "o'clock");

    /** Past tenses that do not end in -ed. */
    private static final Set<String> PAST = Vocabulary.LISTS.kind("past");

    /**
     * Words that say when.
     *
     * @param date empty where nobody can tell which date they mean
     * @param until whether they mean the time from then on
     */
    record Dated(Optional<CalendarDate> date, boolean until, boolean coming, String words) {}

    private final DatedParagraph paragraph;
    private final Attribution attribution;
    private final Tokens words;
    /** Tokens of the sentence: from the first to before the last. */
    private final int first;

    private final int last;
    private final int cueStart;
    private final int cueEnd;
    /** Whether the statement is still to be made. */
    private final boolean future;

    private final LocalDate latest;
    /** Whether the statement is reported within a quotation. */
    private final boolean quoted;

    private StatementClause(DatedText text, DatedParagraph paragraph, Attribution attribution, LocalDate latest) {
        this.paragraph = paragraph;
        this.attribution = attribution;
        this.words = paragraph.words();
        List<Span> cue = attribution.cue();
        Span sentence = paragraph.sentenceAt(cue.get(0).start());
        this.first = words.firstAfter(sentence.start());
        this.last = words.firstAfter(sentence.end());
        this.cueStart = words.firstAfter(cue.get(0).start());
        // A cue that goes on in the next sentence is read no further than its own.
        this.cueEnd = Math.min(last, words.firstAfter(cue.get(cue.size() - 1).end() - 1) + 1);
        this.future = isToCome();
        this.latest = latest;
        this.quoted = text.quotes(cue.get(0).start());
    }

    /**
     * The date of a statement with a cue, and the words that give it.
     *
     * @param latest no statement that has been made was made after that day
     */
    static Optional<Dated> date(DatedText text, Attribution attribution, LocalDate latest) {
        return text.paragraphAt(attribution.cue().get(0).start())
                .flatMap(paragraph -> new StatementClause(text, paragraph, attribution, latest).date());
    }

    private Optional<Dated> date() {
        return behindCue()
                .map(behind -> isCounted(behind) ? beforeCue().orElse(behind) : behind)
                .or(this::beforeCue)
                .or(this::atHead)
                .or(this::inSource)
                .or(this::inStory)
                .map(this::dated);
    }

    /** {@code on Saturday denied it, a day after a rival accused him}: what is counted from a clause says less than a day does. */
    private boolean isCounted(Mention mention) {
        int end = mention.match().end();
        return words.is(end - 1, "after") || words.is(end - 1, "before");
    }

    private Dated dated(Mention mention) {
        boolean until = mention.match().expression() instanceof Since;
        Optional<CalendarDate> date = future ? mention.coming() : mention.date();
        return new Dated(
                date.filter(found -> future || !found.start().isAfter(latest)), until, future, mention.words());
    }

    /** {@code will say}, {@code is expected to announce}. */
    private boolean isToCome() {
        for (int i = cueStart; i < Math.min(cueEnd, cueStart + TO_COME_REACH); i++) {
            if (words.is(i, "will") || words.is(i, "to") && i > cueStart && TO_COME.contains(words.at(i - 1))) {
                return true;
            }
        }
        return false;
    }

    private Optional<Mention> behindCue() {
        boolean passed = false;
        boolean fresh = false;
        for (int i = cueEnd; i < Math.min(last, cueEnd + REACH); i++) {
            if (isIn(attribution.content(), i)) {
                passed = true;
                fresh = true;
                continue;
            }
            if (isIn(attribution.source(), i)) {
                continue;
            }
            Optional<Mention> mention = mentionAt(i);
            if (mention.isPresent()) {
                if (isGood(mention.get(), i)) {
                    return mention;
                }
                if (isBreak(mention.get())) {
                    return Optional.empty();
                }
                i = Math.max(i, mention.get().match().end() - 1);
                fresh = false;
                continue;
            }
            boolean goesOn = passed && fresh && words.isWord(i) && !opensCircumstance(i);
            if (goesOn || isBreak(i) || AND.contains(words.at(i)) && (passed || words.is(i - 1, ","))) {
                return Optional.empty();
            }
            fresh = fresh && !words.isWord(i);
        }
        return Optional.empty();
    }

    /** {@code in a letter}, {@code speaking to reporters}: what may follow the content and still belong to the cue. */
    private boolean opensCircumstance(int at) {
        String word = words.at(at);
        return HEADS.contains(word) && !AND.contains(word) || word.endsWith("ing");
    }

    private Optional<Mention> beforeCue() {
        List<Span> source = attribution.source();
        if (source.isEmpty() || source.get(0).start() > attribution.cue().get(0).start()) {
            return Optional.empty();
        }
        int from =
                Math.max(first, words.firstAfter(source.get(source.size() - 1).end()));
        for (int i = cueStart - 1; i >= Math.max(from, cueStart - REACH); i--) {
            Optional<Mention> mention = mentionAt(i);
            if (mention.isPresent()) {
                int start = mention.get().match().start();
                return isGood(mention.get(), start) && !isWithin(from, start) ? mention : Optional.empty();
            }
            // "was arrested on Tuesday but denied …"
            if (isBreak(i) || words.is(i, "but") || words.is(i, "and") && !isPast()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean hasOther(int from, int to) {
        for (int i = from; i < to; i++) {
            if (OTHERS.contains(words.at(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether words before a date open a clause that it belongs to: {@code , who resigned on Monday,}. */
    private boolean isWithin(int from, int start) {
        // A comma before its preposition shuts that clause: ", who resigned, on Monday".
        boolean led = HEADS.contains(words.at(start - 1));
        if (words.is(start - 1, ",") || led && words.is(start - 2, ",")) {
            return false;
        }
        // "Ito, elected in 2019,", but "Ito, speaking in Brevin on Tuesday,".
        int opening = from + 1;
        boolean aside = words.is(from, ",") && words.isWord(opening) && opening < start && !opensCircumstance(opening);
        for (int i = Math.max(from, start - REACH); i < start; i++) {
            if (isBreak(i)) {
                return true;
            }
        }
        return aside || hasOther(Math.max(from, start - REACH), start);
    }

    /** {@code On Wednesday, at a rally in Brevin, Ito said …}. */
    private Optional<Mention> atHead() {
        int to = cueStart;
        List<Span> source = attribution.source();
        if (!source.isEmpty()
                && source.get(0).start() < attribution.cue().get(0).start()) {
            to = Math.min(to, words.firstAfter(source.get(0).start()));
        }
        int from = Math.max(first, to - REACH);
        for (int i = to - 1; i >= from; i--) {
            if (isIn(attribution.content(), i) || words.is(i, ";")) {
                from = i + 1;
            }
        }
        while (from < to && !words.isWord(from)) {
            from++;
        }
        List<Mention> head = new ArrayList<>();
        for (int i = paragraph.firstMentionAfter(from); i < paragraph.mentions().size(); i++) {
            Mention mention = paragraph.mentions().get(i);
            if (mention.match().end() > to || mention.match().start() > from + HEAD) {
                break;
            }
            head.add(mention);
        }
        for (Mention mention : head) {
            if (leads(from, mention) && isGood(mention, mention.match().start()) && reaches(mention, to)) {
                return Optional.of(mention);
            }
            if (isBreak(mention)) {
                break;
            }
        }
        return Optional.empty();
    }

    /** Whether nothing but circumstances stand before an expression. */
    private boolean leads(int from, Mention mention) {
        int start = mention.match().start();
        // "Log entry of 3 March: …"
        boolean headed = isOfDocument(start) && words.is(mention.match().end(), ":");
        if (start > from
                && !headed
                && !HEADS.contains(words.at(from))
                && !words.at(from).endsWith("ing")) {
            return false;
        }
        for (int i = from; i < start; i++) {
            if (isBreak(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing but circumstances stand between an expression and the source. */
    private boolean reaches(Mention mention, int to) {
        int start = mention.match().start();
        int end = mention.match().end();
        if (isBreak(mention)) {
            return true;
        }
        // "On Tuesday, before the vote, Ito said": the clause is shut before the source.
        if (words.is(end, ",") && words.is(to - 1, ",") && to - end > 1 && to - end <= ASIDE && !hasOther(end, to)) {
            return true;
        }
        // "In a 2008 speech", "at Monday's hearing": what the date describes stands behind it.
        boolean opened = words.isPossessive(end - 1) || ARTICLES.contains(words.at(start - 1));
        for (int i = end; i < to; i++) {
            if (!words.isWord(i)) {
                continue;
            }
            if (isBreak(i) && !words.is(i, "as")) {
                return false;
            }
            if (!opened && !HEADS.contains(words.at(i)) && !words.at(i).endsWith("ing")) {
                return false;
            }
            opened = true;
        }
        return true;
    }

    /** {@code Monday's statement}, {@code a report released on Monday}, {@code the diary for 3 March}. */
    private Optional<Mention> inSource() {
        for (Span span : attribution.source()) {
            int from = words.firstAfter(span.start());
            int to = Math.min(words.firstAfter(span.end()), from + REACH);
            for (int i = from; i < to; i++) {
                Optional<Mention> mention = mentionAt(i);
                if (mention.isEmpty()) {
                    if (isBreak(i)) {
                        break;
                    }
                    continue;
                }
                if (isAge(mention.get()) || isOfSource(mention.get(), from) && isFree(mention.get(), i)) {
                    return mention;
                }
            }
        }
        return Optional.empty();
    }

    /** {@code a monk of the twelfth century}. */
    private static boolean isAge(Mention mention) {
        return mention.date()
                .filter(date -> date.grain().compareTo(Grain.DECADE) >= 0)
                .isPresent();
    }

    private boolean isOfSource(Mention mention, int from) {
        int start = mention.match().start();
        int end = mention.match().end();
        boolean its = Vocabulary.DOCUMENTS.contains(words.at(end));
        if (its && (words.isPossessive(end - 1) || words.isPossessive(start - 1) || start <= from + 1)) {
            return true;
        }
        boolean document = false;
        for (int i = from; i < start; i++) {
            String word = words.at(i);
            document = document || Vocabulary.DOCUMENTS.contains(word) || MADE_PUBLIC.contains(word);
        }
        return document && !describes(mention) && (isOfDocument(start) || !isBound(start));
    }

    /** {@code a memo of 3 March}, {@code the diary for 3 March}. */
    private boolean isOfDocument(int start) {
        boolean link = words.is(start - 1, "of") || words.is(start - 1, "for") || words.is(start - 1, "from");
        return link && Vocabulary.DOCUMENTS.contains(words.at(start - 2));
    }

    /** {@code On 3 March the dam broke. Troops came. Ito said …}: the date that opens the paragraph of a story. */
    private Optional<Mention> inStory() {
        Span opening = paragraph.sentences().isEmpty()
                ? paragraph.range()
                : paragraph.sentences().get(0);
        if (first < words.firstAfter(opening.end()) || !isPast()) {
            return Optional.empty();
        }
        List<Mention> mentions = paragraph.mentions();
        if (mentions.isEmpty() || mentions.get(0).match().start() > STORY_HEAD) {
            return Optional.empty();
        }
        Mention mention = mentions.get(0);
        boolean alone = mentions.size() == 1 || mentions.get(1).match().start() >= first;
        boolean opens = mention.match().start() == 0 || HEADS.contains(words.at(0));
        return alone
                        && opens
                        && !mention.quoted()
                        && mention.date().isPresent()
                        && !isBound(mention.match().start())
                ? Optional.of(mention)
                : Optional.empty();
    }

    private boolean isPast() {
        for (int i = cueStart; i < Math.min(cueEnd, cueStart + TO_COME_REACH); i++) {
            String word = words.at(i);
            if (word.equals("has") || word.equals("have")) {
                return false;
            }
            if (word.endsWith("ed") || PAST.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private Optional<Mention> mentionAt(int token) {
        int index = paragraph.firstMentionAfter(token);
        return index < paragraph.mentions().size()
                        && paragraph.mentions().get(index).match().start() <= token
                ? Optional.of(paragraph.mentions().get(index))
                : Optional.empty();
    }

    /** Whether an expression is a date that something can be said on, not a bound, nor part of what is stated. */
    private boolean isGood(Mention mention, int seen) {
        return isFree(mention, seen) && !describes(mention);
    }

    private boolean isFree(Mention mention, int seen) {
        int start = mention.match().start();
        // What a quotation dates is no clue to when it was said.
        if (!mention.tellsWhen() || start < seen || mention.quoted() && !quoted) {
            return false;
        }
        for (Span content : attribution.content()) {
            if (content.overlaps(mention.span())) {
                return false;
            }
        }
        boolean weekend = words.is(start - 1, "over")
                && mention.date().filter(it -> it.grain() == Grain.WEEKEND).isPresent();
        return !isBound(start) || isOfDocument(start) || weekend;
    }

    private boolean isBound(int start) {
        return BOUNDS.contains(words.at(start - 1));
    }

    /** {@code of Monday's vote}, {@code about the Monday vote}: when something else was. */
    private boolean describes(Mention mention) {
        int start = mention.match().start();
        int end = mention.match().end();
        boolean the = ARTICLES.contains(words.at(start - 1));
        if (!words.isPossessive(end - 1) && !the) {
            return false;
        }
        String link = words.at(the ? start - 2 : start - 1);
        return !(link.equals("in") || link.equals("at") || link.equals("during"));
    }

    private boolean isBreak(int token) {
        String word = words.at(token);
        if (word.equals("as")) {
            String next = words.at(token + 1);
            return !next.equals("early") && !next.equals("late") && !next.equals("recently");
        }
        if (word.equals("after") || word.equals("before")) {
            return !isTime(token + 1);
        }
        return BREAKS.contains(word);
    }

    /** {@code midnight}, {@code 3 a.m.}, {@code 14:30}. */
    private boolean isTime(int token) {
        String next = words.at(token + 1);
        return TIMES.contains(words.at(token))
                || Character.isDigit(words.at(token).concat(" ").charAt(0)) && CLOCK.contains(next);
    }

    /** Whether an expression hangs on an event that the words behind it tell. */
    private boolean isBreak(Mention mention) {
        if (mention.match().expression() instanceof Unknown
                && words.is(mention.match().end(), "of")) {
            return true;
        }
        return mention.match().expression() instanceof Shifted shifted && shifted.from() == From.EVENT;
    }

    private boolean isIn(List<Span> spans, int token) {
        Span word = words.span(token);
        for (Span span : spans) {
            if (span.overlaps(word)) {
                return true;
            }
        }
        return false;
    }
}
