package io.onrecord.spark;

import static org.apache.spark.sql.functions.col;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Why inputs were left out, so told that it can be counted. */
final class Reasons {

    /** What else there is, where there are more than {@link #MOST}. */
    private static final String OTHER = "other";

    /** So many are named: some foreign messages may have words of their input in them. */
    private static final int MOST = 100;

    /** Where in an input, before what is wrong there. */
    private static final Pattern PLACE_BEFORE =
            Pattern.compile("^(?:in this line|record (?:at byte|in the gzip member at byte) \\d+): ");

    private static final Pattern QUOTED = Pattern.compile("(?<!\\w)'([^']*)'");

    /** Fields of JSON Lines, which are no words of an input. */
    private static final Set<String> FIELDS =
            Set.of("id", "url", "text", "title", "outlet", "published", "language", "authors");

    /** What to do about it, and particulars. */
    private static final Pattern REST = Pattern.compile("(?:[:;] | \\(|, after \").*$", Pattern.DOTALL);

    private static final Pattern PLACE = Pattern.compile(" at (?:byte|column|position) \\d+|, line \\d+");

    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d-])\\d+(?:[.,]\\d+)*");

    private Reasons() {}

    /** A reason without advice, and without what only one input has: places, numbers, foreign words. */
    static String bare(String why) {
        String words = PLACE_BEFORE.matcher(why).replaceFirst("");
        words = QUOTED.matcher(words).replaceAll(Reasons::fieldOrDots);
        words = REST.matcher(words).replaceFirst("");
        words = PLACE.matcher(words).replaceAll("");
        words = NUMBER.matcher(words).replaceAll("N");
        return Said.shown(words.isBlank() ? why : words.strip());
    }

    private static String fieldOrDots(MatchResult quoted) {
        return FIELDS.contains(quoted.group(1)) ? quoted.group() : "'…'";
    }

    /**
     * How many inputs were left out for each reason, the most frequent first.
     *
     * @param skipped the table
     */
    static Map<String, Long> counted(Dataset<Row> skipped) {
        MapFunction<Row, String> bare = row -> bare(row.getString(0));
        List<Row> most = skipped.select("why")
                .map(bare, Encoders.STRING())
                .groupBy("value")
                .count()
                .orderBy(col("count").desc(), col("value"))
                .limit(MOST + 1)
                .collectAsList();
        Map<String, Long> counted = new LinkedHashMap<>();
        most.stream().limit(MOST).forEach(row -> counted.put(row.getString(0), row.getLong(1)));
        if (most.size() > MOST) {
            long named = counted.values().stream().mapToLong(Long::longValue).sum();
            counted.merge(OTHER, skipped.count() - named, Long::sum);
        }
        return counted;
    }
}
