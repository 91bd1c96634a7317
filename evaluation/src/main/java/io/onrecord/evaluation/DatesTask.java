package io.onrecord.evaluation;

import io.onrecord.dates.ArticleDates;
import io.onrecord.dates.DateExpressions;
import io.onrecord.dates.Reading.Calendar;
import io.onrecord.dates.Reading.NoDate;
import io.onrecord.dates.Reading.Reference;
import io.onrecord.evaluation.TimexFile.Document;
import io.onrecord.evaluation.TimexFile.Timex;
import io.onrecord.model.StatementDate;
import io.onrecord.model.StatementDate.Basis;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Dates: of statements whose words are given, or of date expressions alone. The file decides which. Nothing is read with
 * the network, so the figures are those of the rules.
 *
 * <p>Of a {@link TimexFile}, an expression of a document is read with those before it, and compared to the day:
 *
 * <ul>
 *   <li>{@code dates.accuracy}: of the expressions with a calendar value, those with exactly this value;
 *       {@code dates.day}, {@code dates.week}, … are the same of values of one length
 *   <li>{@code dates.fits}: the same where a place that the gold leaves open ({@code 1989-WXX}) may be filled
 *   <li>{@code dates.alone}: as {@code dates.accuracy}, each expression read without those before it
 *   <li>{@code dates.reference}: of those that only point to the past, the present or the future, those that do
 *   <li>{@code dates.none}: of durations and sets, those that are no date
 *   <li>{@code dates.all}: all of these
 * </ul>
 *
 * <p>Of JSON Lines with a statement each ({@link GoldFile#readDated}):
 *
 * <ul>
 *   <li>{@code dates.accuracy}: statements with the right date on the right basis, or rightly with none
 *   <li>{@code dates.text}, {@code dates.published}, {@code dates.none}: the same of statements that words date, the
 *       publication, or nothing
 *   <li>{@code dates.value}: statements with the right date, whatever it rests on
 * </ul>
 *
 * {@code baseline.NAME} is what the date of the article would get, always taken.
 */
final class DatesTask implements Task {

    private static final String ACCURACY = "dates.accuracy";
    private static final String ALL = "dates.all";
    private static final String BASELINE = "baseline.accuracy";
    private static final String BASELINE_ALL = "baseline.all";

    @Override
    public String name() {
        return "dates";
    }

    @Override
    public String describes() {
        return "Dates of statements (JSON Lines: id, published, text, statement, date), or date expressions (lines of"
                + " TimeBank: expression, type and value).";
    }

    @Override
    public boolean needsEngine() {
        return false;
    }

    @Override
    public Evaluation run(Path file, Engine engine) throws IOException {
        Shares shares = new Shares();
        Map<String, Long> counts = new LinkedHashMap<>();
        if (isJson(file)) {
            Map<String, DatedPassage> passages = GoldFile.readDated(file);
            counts.put("statements", (long) passages.size());
            statements(passages.values(), shares);
        } else {
            List<Document> documents = TimexFile.read(file);
            counts.put("documents", (long) documents.size());
            expressions(documents, shares);
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        shares.put(figures, counts);
        return new Evaluation(name(), file.toString(), figures, counts, engine.producer());
    }

    /** Whether the first character that shows opens an object. */
    private static boolean isJson(Path file) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (!Character.isWhitespace(c) && c != '\ufeff') {
                    return c == '{';
                }
            }
            return false;
        } catch (CharacterCodingException e) {
            throw new GoldFormatException(file, "not UTF-8");
        }
    }

    private static void statements(Iterable<DatedPassage> passages, Shares shares) {
        shares.expect(
                ACCURACY, "dates.text", "dates.published", "dates.none", "dates.value", BASELINE, "baseline.value");
        for (DatedPassage passage : passages) {
            Optional<StatementDate> gold = passage.date();
            Optional<StatementDate> found = ArticleDates.of(passage.article()).of(passage.attribution());
            boolean right = basis(found).equals(basis(gold)) && value(found).equals(value(gold));
            shares.add(ACCURACY, right);
            shares.add(basis(gold).map(DatesTask::name).orElse("dates.none"), right);
            shares.add("dates.value", value(found).equals(value(gold)));
            Optional<String> published = passage.article()
                    .metadata()
                    .published()
                    .map(date -> date.value().split("T", 2)[0]);
            boolean same = published.equals(value(gold));
            shares.add(BASELINE, same && !basis(gold).equals(Optional.of(Basis.ON_TEXT)));
            shares.add("baseline.value", same);
        }
    }

    private static Optional<Basis> basis(Optional<StatementDate> date) {
        return date.map(StatementDate::basis);
    }

    private static Optional<String> value(Optional<StatementDate> date) {
        return date.map(StatementDate::value);
    }

    private static String name(Basis basis) {
        return basis == Basis.ON_TEXT ? "dates.text" : "dates.published";
    }

    private static void expressions(List<Document> documents, Shares shares) {
        shares.expect(ACCURACY, "dates.fits", "dates.alone");
        for (Length length : Length.values()) {
            shares.expect(length.figure());
        }
        shares.expect("dates.reference", "dates.none", ALL, BASELINE, BASELINE_ALL);
        for (Document document : documents) {
            List<io.onrecord.dates.Reading> readings = DateExpressions.readAll(
                    document.expressions().stream().map(Timex::words).toList(), document.date());
            for (int i = 0; i < readings.size(); i++) {
                expression(document, document.expressions().get(i), readings.get(i), shares);
            }
        }
    }

    private static void expression(Document document, Timex timex, io.onrecord.dates.Reading reading, Shares shares) {
        boolean right;
        boolean always = false;
        switch (timex.kind()) {
            case CALENDAR -> {
                String gold = dayOf(timex.value());
                right = is(reading, gold);
                always = document.date().toString().equals(gold);
                shares.add(ACCURACY, right);
                shares.add("dates.fits", fits(reading, gold));
                shares.add("dates.alone", is(DateExpressions.read(timex.words(), document.date()), gold));
                shares.add(Length.of(gold).figure(), right);
                shares.add(BASELINE, always);
            }
            case REFERENCE -> {
                right = reading instanceof Reference reference && timex.value().equals(reference.when() + "_REF");
                shares.add("dates.reference", right);
            }
            default -> {
                right = reading instanceof NoDate;
                shares.add("dates.none", right);
            }
        }
        shares.add(ALL, right);
        shares.add(BASELINE_ALL, always);
    }

    /** Times are dates of their day. */
    private static String dayOf(String value) {
        int time = value.indexOf('T');
        return time < 0 ? value : value.substring(0, time);
    }

    private static boolean is(io.onrecord.dates.Reading reading, String gold) {
        return reading instanceof Calendar calendar && calendar.date().value().equals(gold);
    }

    private static boolean fits(io.onrecord.dates.Reading reading, String gold) {
        if (!(reading instanceof Calendar calendar)) {
            return false;
        }
        String value = calendar.date().value();
        if (value.length() != gold.length()) {
            return false;
        }
        for (int i = 0; i < gold.length(); i++) {
            if (gold.charAt(i) != 'X' && gold.charAt(i) != value.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Kinds of calendar values. */
    private enum Length {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        SEASON,
        YEAR,
        /** Halves of years, decades, centuries. */
        OTHER;

        static Length of(String value) {
            if (value.contains("-W") && !value.endsWith("-WI")) {
                return WEEK;
            }
            if (value.contains("-Q")) {
                return QUARTER;
            }
            if (value.matches("\\d{4}-(SP|SU|FA|WI)")) {
                return SEASON;
            }
            return switch (value.length()) {
                case 10 -> DAY;
                case 7 -> value.contains("-H") ? OTHER : MONTH;
                case 4 -> YEAR;
                default -> OTHER;
            };
        }

        String figure() {
            return "dates." + name().toLowerCase(Locale.ROOT);
        }
    }
}
