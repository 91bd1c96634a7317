package io.onrecord.evaluation;

import io.onrecord.evaluation.Parts.Role;
import io.onrecord.model.Form;
import io.onrecord.model.Span;
import io.onrecord.text.Quotations;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Scores statements against gold, article by article; the order of the articles changes nothing. What is counted, and
 * to the last digit how, is the measure of {@code score.py}, which defines the figures of this project:
 *
 * <ul>
 *   <li>{@code token.ROLE}: tokens that carry the role. A span stands for the {@link Tokens} it touches, so white space
 *       at its edge does not count.
 *   <li>{@code span.ROLE}: each contiguous span, by its exact tokens.
 *   <li>{@code linked.exact}: whole statements, each of whose roles has exactly the same tokens.
 *   <li>{@code linked.loose}: whole statements whose contents have a Jaccard index of at least 0.5 and whose cues
 *       overlap, as do the sources unless both have none; paired one to one, largest overlap of content first.
 *   <li>{@code quoted.recall} and {@code unquoted.recall}: of linked.loose, over gold whose content has a double
 *       quotation mark and over the rest; {@code form.FORM.recall} likewise by form.
 *   <li>what {@link ConfidenceScore} says of the confidence.
 *   <li>{@code empty.statements}: mean number of statements in an article without anything to find.
 * </ul>
 *
 * Not safe for use by several threads.
 */
final class AttributionScore {

    private static final Pattern MARKS = Pattern.compile("[\"“”«»„]|''|``");

    private final Map<String, Tally> measures = new LinkedHashMap<>();
    private final Map<String, Tally> recalls = new LinkedHashMap<>();
    private final ConfidenceScore reliability = new ConfidenceScore();
    private long articles;
    private long missing;
    private long emptyArticles;
    private long emptyStatements;

    AttributionScore() {
        for (Role role : Role.values()) {
            measures.put("token." + role.code(), new Tally());
        }
        for (Role role : Role.values()) {
            measures.put("span." + role.code(), new Tally());
        }
        measures.put("linked.exact", new Tally());
        measures.put("linked.loose", new Tally());
        recalls.put("quoted", new Tally());
        recalls.put("unquoted", new Tally());
        for (Form form : Form.values()) {
            recalls.put(name(form), new Tally());
        }
    }

    void add(Comparison article) {
        articles++;
        if (article.isMissing()) {
            missing++;
        } else if (article.gold().isEmpty()) {
            emptyArticles++;
            emptyStatements += article.found().size();
        }
        for (Role role : Role.values()) {
            BitSet wantedTokens = union(article.wanted(), role);
            BitSet foundTokens = union(article.found(), role);
            tally("token." + role.code())
                    .add(
                            Covered.shared(wantedTokens, foundTokens),
                            foundTokens.cardinality(),
                            wantedTokens.cardinality());
            Set<BitSet> wantedSpans = article.wantedSpans(role);
            Set<BitSet> foundSpans = article.foundSpans(role);
            long both = wantedSpans.stream().filter(foundSpans::contains).count();
            tally("span." + role.code()).add(both, foundSpans.size(), wantedSpans.size());
        }
        if (article.gold().linked()) {
            int wanted = article.wanted().size();
            int found = article.found().size();
            tally("linked.exact").add(exact(article), found, wanted);
            tally("linked.loose").add(article.partners().size(), found, wanted);
            countRecall(article);
        }
        reliability.add(article);
    }

    private static long exact(Comparison article) {
        List<Covered> left = new ArrayList<>(article.found());
        return article.wanted().stream().filter(left::remove).count();
    }

    private void countRecall(Comparison article) {
        GoldArticle gold = article.gold();
        Quotations quotations = Quotations.of(gold.text());
        for (int i = 0; i < gold.parts().size(); i++) {
            int correct = article.partners().containsKey(i) ? 1 : 0;
            List<Span> content = gold.parts().get(i).content();
            boolean quoted = content.stream()
                    .anyMatch(
                            span -> MARKS.matcher(span.of(gold.text().value())).find());
            recall(quoted ? "quoted" : "unquoted").add(correct, 0, 1);
            recall(name(quotations.form(content))).add(correct, 0, 1);
        }
    }

    /** By name, in per cent but for the mean; what the gold cannot give is absent. */
    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        measures.forEach((name, tally) -> {
            if (tally.used) {
                double precision = ratio(tally.correct, tally.predicted);
                double recall = ratio(tally.correct, tally.gold);
                double sum = precision + recall;
                figures.put(name + ".p", rounded(100 * precision, 2));
                figures.put(name + ".r", rounded(100 * recall, 2));
                // In this order, which is score.py's: another may differ in the last digit before rounding.
                figures.put(name + ".f1", sum == 0 ? 0.0 : rounded(100.0 * 2 * precision * recall / sum, 2));
            }
        });
        recalls.forEach((name, tally) -> {
            if (tally.used) {
                figures.put(name + ".recall", rounded(100.0 * tally.correct / tally.gold, 2));
            }
        });
        figures.putAll(reliability.figures(tally("linked.loose").gold));
        if (emptyArticles > 0) {
            figures.put("empty.statements", rounded(ratio(emptyStatements, emptyArticles), 4));
        }
        return figures;
    }

    /** By name: {@code correct}, {@code predicted} and {@code gold} of each measure, and the articles. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("articles", articles);
        counts.put("articles.missing", missing);
        measures.forEach((name, tally) -> {
            if (tally.used) {
                counts.put(name + ".correct", tally.correct);
                counts.put(name + ".predicted", tally.predicted);
                counts.put(name + ".gold", tally.gold);
            }
        });
        recalls.forEach((name, tally) -> {
            if (tally.used) {
                counts.put(name + ".correct", tally.correct);
                counts.put(name + ".gold", tally.gold);
            }
        });
        if (emptyArticles > 0) {
            counts.put("empty.articles", emptyArticles);
        }
        return counts;
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** As Python rounds: the exact value of the double, half to even. */
    static double rounded(double value, int digits) {
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
    }

    private static BitSet union(List<Covered> statements, Role role) {
        BitSet union = new BitSet();
        statements.forEach(statement -> union.or(statement.of(role)));
        return union;
    }

    private Tally tally(String name) {
        return used(measures, name);
    }

    private Tally recall(String name) {
        return used(recalls, name);
    }

    private static Tally used(Map<String, Tally> tallies, String name) {
        Tally tally = tallies.get(name);
        if (tally == null) {
            throw new IllegalStateException("no measure " + name);
        }
        return tally;
    }

    private static String name(Form form) {
        return "form." + form.name().toLowerCase(Locale.ROOT);
    }

    /** What a measure counts. */
    private static final class Tally {
        private boolean used;
        private long correct;
        private long predicted;
        private long gold;

        void add(long correct, long predicted, long gold) {
            this.used = true;
            this.correct += correct;
            this.predicted += predicted;
            this.gold += gold;
        }
    }
}
