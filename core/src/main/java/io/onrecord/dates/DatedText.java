package io.onrecord.dates;

import io.onrecord.dates.CalendarDate.Grain;
import io.onrecord.dates.Expression.From;
import io.onrecord.dates.Expression.None;
import io.onrecord.dates.Expression.Shifted;
import io.onrecord.dates.Expression.Since;
import io.onrecord.dates.Reading.Calendar;
import io.onrecord.dates.Resolver.Lean;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.text.Quotations;
import io.onrecord.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A text with all its date expressions, each read in its place. Immutable; built in one pass. */
final class DatedText {

    /** How far behind {@code two days after} the date of the event may stand. */
    private static final int EVENT_REACH = 15;

    private static final Set<String> STAGES = Set.of("early", "earlier", "late", "later", "mid");

    private final List<DatedParagraph> paragraphs = new ArrayList<>();
    private final Quotations quotations;
    private final Optional<Anchor> article;
    private final Optional<Mention> dateline;

    private DatedText(Text text, Optional<Anchor> published) {
        this.quotations = Quotations.of(text);
        Optional<Anchor> anchor = published;
        Optional<Mention> headed = Optional.empty();
        Before before = Before.NOTHING;
        for (Span range : text.paragraphs()) {
            Tokens words = Tokens.of(text.value(), range);
            List<Match> matches = DateExpressions.matches(words, false);
            if (paragraphs.isEmpty() && !matches.isEmpty()) {
                headed = dateline(text.value(), words, matches, published);
                anchor = headed.flatMap(Mention::date)
                        .map(date -> Anchor.of(date.start()))
                        .or(() -> published);
            }
            List<Mention> mentions = new ArrayList<>();
            before = read(text.value(), words, matches, anchor, quotations, before, mentions);
            paragraphs.add(new DatedParagraph(range, words, Sentences.of(text.value(), range), mentions));
        }
        this.article = anchor;
        this.dateline = headed;
    }

    /**
     * Reads a text.
     *
     * @param published when it was published, as far as that is known
     */
    static DatedText of(Text text, Optional<Anchor> published) {
        return new DatedText(text, published);
    }

    /** Whether an offset stands in quotation marks. */
    boolean quotes(int offset) {
        return quotations.quotes(offset);
    }

    /** What its expressions count from: the date of its dateline, else that of its publication. */
    Optional<Anchor> article() {
        return article;
    }

    /** The date that stands before the first sentence. */
    Optional<Mention> dateline() {
        return dateline;
    }

    /** The paragraph in which an offset stands. */
    Optional<DatedParagraph> paragraphAt(int offset) {
        int low = 0;
        int high = paragraphs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (paragraphs.get(middle).range().end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        boolean inside = low < paragraphs.size() && paragraphs.get(low).range().start() <= offset;
        return inside ? Optional.of(paragraphs.get(low)) : Optional.empty();
    }

    private static Optional<Mention> dateline(
            String text, Tokens words, List<Match> matches, Optional<Anchor> published) {
        Match first = matches.get(0);
        if (!Dateline.has(words, matches, first)) {
            return Optional.empty();
        }
        Optional<CalendarDate> date = date(first.expression(), Before.NOTHING, published, Lean.NEAREST);
        Span span = words.span(first.start(), first.end());
        return date.map(found -> new Mention(first, span, span.of(text), true, false, date, date));
    }

    private static Before read(
            String text,
            Tokens words,
            List<Match> matches,
            Optional<Anchor> anchor,
            Quotations quotations,
            Before known,
            List<Mention> mentions) {
        Before before = known;
        for (int i = 0; i < matches.size(); i++) {
            Match match = matches.get(i);
            Span span = words.span(isStage(words, match.start() - 1) ? match.start() - 1 : match.start(), match.end());
            Before from = before;
            if (match.expression() instanceof Shifted shifted && shifted.from() == From.EVENT) {
                from = event(matches, i, anchor, before);
            }
            Optional<CalendarDate> date = date(match.expression(), from, anchor, Lean.PAST);
            Optional<CalendarDate> coming = date(match.expression(), from, anchor, Lean.FUTURE);
            boolean quoted = quotations.quotes(span.start());
            boolean tellsWhen = tellsWhen(match.expression(), anchor);
            mentions.add(new Mention(match, span, span.of(text), tellsWhen, quoted, date, coming));
            // Whoever is quoted counts from their own days.
            boolean point = !(match.expression() instanceof Since);
            if (point && date.isPresent() && !quoted) {
                before = before.and(match.expression(), date.get());
            }
        }
        return before;
    }

    /**
     * Where only the month of the article is known, {@code on Wednesday} says no more than that; where nothing is known of
     * it, that the statement is not to be dated.
     */
    private static boolean tellsWhen(Expression expression, Optional<Anchor> anchor) {
        return !(expression instanceof None)
                && anchor.filter(known -> !new Resolver(known, Lean.PAST).canCount(expression))
                        .isEmpty();
    }

    /** {@code earlier this week}: a word that belongs to the date without changing it. */
    private static boolean isStage(Tokens words, int at) {
        return STAGES.contains(words.at(at));
    }

    /** {@code two days after the dam broke on Monday}: what is counted from is told right behind. */
    private static Before event(List<Match> matches, int index, Optional<Anchor> anchor, Before before) {
        if (index + 1 == matches.size()) {
            return before;
        }
        Match next = matches.get(index + 1);
        boolean near = next.start() - matches.get(index).end() <= EVENT_REACH;
        return date(next.expression(), before, anchor, Lean.PAST)
                .filter(date -> near && date.grain() == Grain.DAY)
                .map(Before::of)
                .orElse(before);
    }

    /** A date that needs no other is known even where nothing is known of the article. */
    private static Optional<CalendarDate> date(
            Expression expression, Before before, Optional<Anchor> anchor, Lean lean) {
        if (anchor.isPresent()) {
            return new Resolver(anchor.get(), lean).read(expression, before) instanceof Calendar calendar
                    ? Optional.of(calendar.date())
                    : Optional.empty();
        }
        return Resolver.alone(expression, before);
    }
}
