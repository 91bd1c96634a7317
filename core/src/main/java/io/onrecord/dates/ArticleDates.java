package io.onrecord.dates;

import io.onrecord.dates.CalendarDate.Grain;
import io.onrecord.dates.StatementClause.Dated;
import io.onrecord.model.Article;
import io.onrecord.model.Attribution;
import io.onrecord.model.Location;
import io.onrecord.model.StatementDate;
import io.onrecord.model.StatementDate.Basis;
import io.onrecord.model.StatementDate.Precision;
import io.onrecord.model.Text;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When the statements of an article were made. Words of the clause that reports a statement give the date, counted from
 * the dateline, else from the publication; where there are none, it is the date of the article. Made once for an article,
 * in one pass over its text; immutable.
 */
public final class ArticleDates {

    private final DatedText text;
    private final DatedText title;
    /** The last day on which the article can have been written. */
    private final Optional<LocalDate> today;

    private final Optional<StatementDate> ofArticle;

    private ArticleDates(Article article) {
        Optional<Anchor> published = article.metadata().published().flatMap(Anchor::of);
        this.text = DatedText.of(article.text(), published);
        // A headline has no dateline, but is as old as the story.
        this.title = DatedText.of(Text.line(article.metadata().title().orElse("")), text.article());
        this.today = Stream.of(published, text.article())
                .flatMap(Optional::stream)
                .map(Anchor::day)
                .max(Comparator.naturalOrder());
        this.ofArticle = text.dateline()
                .flatMap(line -> line.date()
                        .flatMap(date -> date(date.start(), date.end(), Basis.ON_TEXT, Optional.of(line.words()))))
                .or(() -> published
                        .flatMap(Anchor::date)
                        .flatMap(date -> date(date.start(), date.end(), Basis.PUBLISHED, Optional.empty())));
    }

    /** Reads the dates of an article. */
    public static ArticleDates of(Article article) {
        return new ArticleDates(article);
    }

    /**
     * When a statement of this article was made; empty where neither the words around it nor the article tell.
     *
     * @param attribution its words, in {@link Attribution#in} of the article
     */
    public Optional<StatementDate> of(Attribution attribution) {
        if (attribution.cue().isEmpty()) {
            return ofArticle;
        }
        DatedText in = attribution.in() == Location.TEXT ? text : title;
        // A day later, it may be another time zone.
        LocalDate latest = today.map(day -> day.plusDays(1)).orElse(LocalDate.MAX);
        Optional<Dated> dated = StatementClause.date(in, attribution, latest);
        return dated.isPresent() ? onText(dated.get()) : ofArticle;
    }

    private Optional<StatementDate> onText(Dated dated) {
        if (dated.date().isEmpty()) {
            return Optional.empty();
        }
        CalendarDate date = dated.date().get();
        Optional<String> words = Optional.of(dated.words());
        if (dated.until()) {
            return today.filter(day -> !day.isBefore(date.start()))
                    .flatMap(day -> date(date.start(), day, Basis.ON_TEXT, words));
        }
        // Of a week that is not over, what was said was said by now.
        boolean goesOn = (date.grain() == Grain.WEEK || date.grain() == Grain.WEEKEND)
                && !dated.coming()
                && today.isPresent()
                && today.get().isAfter(date.start())
                && today.get().isBefore(date.end());
        return date(date.start(), goesOn ? today.get() : date.end(), Basis.ON_TEXT, words);
    }

    /** The shortest of day, month and year in which a stretch lies; empty where it lies in none. */
    private static Optional<StatementDate> date(LocalDate start, LocalDate end, Basis basis, Optional<String> words) {
        if (start.getYear() != end.getYear()) {
            return Optional.empty();
        }
        if (start.equals(end)) {
            return date(start, Grain.DAY, Precision.DAY, basis, words);
        }
        return start.getMonth() == end.getMonth()
                ? date(start, Grain.MONTH, Precision.MONTH, basis, words)
                : date(start, Grain.YEAR, Precision.YEAR, basis, words);
    }

    private static Optional<StatementDate> date(
            LocalDate day, Grain grain, Precision precision, Basis basis, Optional<String> words) {
        return CalendarDate.around(day, grain).map(known -> new StatementDate(known.value(), precision, basis, words));
    }
}
