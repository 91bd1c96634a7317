package io.onrecord.exchange.export;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Form;
import io.onrecord.model.Published;
import io.onrecord.model.Resolution;
import io.onrecord.model.Speaker;
import io.onrecord.model.Stance;
import io.onrecord.model.Statement;
import io.onrecord.model.StatementDate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is exported. Empty sets and lists ask for nothing.
 *
 * <p>The day of a statement is its date, or else its article's day of publication; one of which only the month or the year is known
 * passes where any day of it does, and one without a date where no time is asked for.
 *
 * @param since the first day
 * @param until the last day
 * @param outlets their names, in any case
 * @param speakers names in any case, or words of them that stand together: {@code serrat} finds Ilan Serrat
 * @param stances any of these
 * @param forms any of these
 * @param minConfidence at least so sure, 0 to 1
 * @param articles addresses or ids
 */
public record ExportFilter(
        Optional<LocalDate> since,
        Optional<LocalDate> until,
        List<String> outlets,
        List<String> speakers,
        Set<Stance> stances,
        Set<Form> forms,
        double minConfidence,
        Set<String> articles) {

    private static final int YEAR = 4;
    private static final int MONTH = 7;

    /** Everything. */
    public static final ExportFilter ALL =
            new ExportFilter(Optional.empty(), Optional.empty(), List.of(), List.of(), Set.of(), Set.of(), 0, Set.of());

    public ExportFilter {
        outlets = outlets.stream().map(ExportFilter::folded).toList();
        speakers = speakers.stream().map(ExportFilter::folded).toList();
        stances = Set.copyOf(stances);
        forms = Set.copyOf(forms);
        articles = Set.copyOf(articles);
        if (speakers.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("the name of a speaker is empty");
        }
        if (!(minConfidence >= 0 && minConfidence <= 1)) {
            throw new IllegalArgumentException("a confidence lies between 0 and 1, not " + minConfidence);
        }
        if (since.isPresent() && until.isPresent() && since.get().isAfter(until.get())) {
            throw new IllegalArgumentException(
                    "nothing lies between " + since.get() + " and " + until.get() + ", which is before it");
        }
    }

    /**
     * What is exported of a record: an article comes with its statements that pass. Where nothing but time is asked of statements,
     * an article without any that was published in that time comes, too.
     *
     * @return empty if nothing is
     */
    public Optional<ExportItem> of(ArticleRecord record, ExportItem.Context context) {
        if (!takes(record.article())) {
            return Optional.empty();
        }
        boolean timed = since.isPresent() || until.isPresent();
        boolean asked = !speakers.isEmpty() || !stances.isEmpty() || !forms.isEmpty() || minConfidence > 0;
        if (!timed && !asked) {
            return Optional.of(new ExportItem(record, record.statements(), true, context));
        }
        Optional<String> published = record.article().metadata().published().map(Published::value);
        List<Statement> passed = new ArrayList<>();
        for (Statement statement : record.statements()) {
            if (inTime(statement.date().map(StatementDate::value).or(() -> published))
                    && passes(statement, record, context)) {
                passed.add(statement);
            }
        }
        if (passed.isEmpty() && (asked || !record.statements().isEmpty() || !inTime(published))) {
            return Optional.empty();
        }
        return Optional.of(new ExportItem(record, passed, false, context));
    }

    private boolean takes(Article article) {
        return (articles.isEmpty() || articles.contains(article.id()) || articles.contains(article.address()))
                && (outlets.isEmpty()
                        || article.metadata()
                                .outlet()
                                .filter(outlet -> outlets.contains(folded(outlet)))
                                .isPresent());
    }

    private boolean passes(Statement statement, ArticleRecord record, ExportItem.Context context) {
        return statement.attribution().confidence().statement() >= minConfidence
                && (forms.isEmpty() || forms.contains(statement.attribution().form()))
                && (stances.isEmpty()
                        || statement
                                .stance()
                                .filter(reading -> stances.contains(reading.stance()))
                                .isPresent())
                && (speakers.isEmpty() || isOf(statement, record, context));
    }

    private boolean isOf(Statement statement, ArticleRecord record, ExportItem.Context context) {
        if (!(statement.speaker() instanceof Resolution.Resolved resolved)) {
            return false;
        }
        List<String> names = new ArrayList<>();
        names.add(resolved.name());
        for (Speaker speaker : record.speakers()) {
            if (speaker.id().equals(resolved.speakerId())) {
                names.add(speaker.name());
                names.addAll(speaker.aliases());
                names.addAll(speaker.external().values());
            }
        }
        ExportItem.Known known = context.identities().get(resolved.speakerId());
        if (known != null) {
            names.add(known.name());
            names.add(known.id());
        }
        return names.stream()
                .map(ExportFilter::folded)
                .anyMatch(name -> speakers.stream().anyMatch(asked -> hasWords(name, asked)));
    }

    /** Whether words stand together in a name, as whole words. */
    private static boolean hasWords(String name, String words) {
        return (" " + name + " ").contains(" " + words + " ");
    }

    private boolean inTime(Optional<String> iso) {
        if (since.isEmpty() && until.isEmpty()) {
            return true;
        }
        if (iso.isEmpty()) {
            return false;
        }
        return (until.isEmpty() || !firstDay(iso.get()).isAfter(until.get()))
                && (since.isEmpty() || !lastDay(iso.get()).isBefore(since.get()));
    }

    /**
     * The first day of a year, month, day or time.
     *
     * @throws java.time.DateTimeException if it is none of these
     */
    public static LocalDate firstDay(String iso) {
        return switch (iso.length()) {
            case YEAR -> LocalDate.parse(iso + "-01-01");
            case MONTH -> YearMonth.parse(iso).atDay(1);
            default -> day(iso);
        };
    }

    /**
     * The last day of a year, month, day or time.
     *
     * @throws java.time.DateTimeException if it is none of these
     */
    public static LocalDate lastDay(String iso) {
        return switch (iso.length()) {
            case YEAR -> LocalDate.parse(iso + "-12-31");
            case MONTH -> YearMonth.parse(iso).atEndOfMonth();
            default -> day(iso);
        };
    }

    private static LocalDate day(String iso) {
        int time = iso.indexOf('T');
        return LocalDate.parse(time < 0 ? iso : iso.substring(0, time));
    }

    /** In one case, white space as one space. */
    private static String folded(String words) {
        return words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
