package io.onrecord.evaluation;

import io.onrecord.evaluation.Parts.Role;
import io.onrecord.model.Form;
import io.onrecord.model.Span;
import io.onrecord.text.Quotations;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
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
 *   <li>{@code empty.statements}: mean number of statements in an article without anything to find.
 * </ul>
 *
 * Not safe for use by several threads.
 */
final class AttributionScore {

    private static final Pattern MARKS = Pattern.compile("[\"“”«»„]|''|``");
    private static final double LOOSE = 0.5;

    private final Map<String, Tally> measures = new LinkedHashMap<>();
    private final Map<String, Tally> recalls = new LinkedHashMap<>();
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

    /** Adds an article whose statements are these; only those that stand in its text, by themselves. */
    void add(GoldArticle gold, List<Parts> predicted) {
        if (gold.isEmpty()) {
            emptyArticles++;
            emptyStatements += predicted.size();
        }
        count(gold, predicted);
    }

    /** Adds an article that the engine gave no record of: nothing was found in it. */
    void addMissing(GoldArticle gold) {
        missing++;
        count(gold, List.of());
    }

    private void count(GoldArticle gold, List<Parts> predicted) {
        articles++;
        Tokens tokens = Tokens.of(gold.text().value());
        List<Covered> wanted =
                gold.parts().stream().map(it -> new Covered(it, tokens)).toList();
        List<Covered> found =
                predicted.stream().map(it -> new Covered(it, tokens)).toList();
        for (Role role : Role.values()) {
            BitSet wantedTokens = union(wanted, role);
            BitSet foundTokens = union(found, role);
            tally("token." + role.code())
                    .add(shared(wantedTokens, foundTokens), foundTokens.cardinality(), wantedTokens.cardinality());
            Set<BitSet> wantedSpans = spans(wanted, role, tokens);
            Set<BitSet> foundSpans = spans(found, role, tokens);
            long both = wantedSpans.stream().filter(foundSpans::contains).count();
            tally("span." + role.code()).add(both, foundSpans.size(), wantedSpans.size());
        }
        if (gold.linked()) {
            tally("linked.exact").add(exact(wanted, found), found.size(), wanted.size());
            countLoose(gold, wanted, found);
        }
    }

    private static long exact(List<Covered> wanted, List<Covered> found) {
        List<Covered> left = new ArrayList<>(found);
        return wanted.stream().filter(left::remove).count();
    }

    private void countLoose(GoldArticle gold, List<Covered> wanted, List<Covered> found) {
        Quotations quotations = Quotations.of(gold.text());
        BitSet hit = loose(wanted, found);
        tally("linked.loose").add(hit.cardinality(), found.size(), wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            int correct = hit.get(i) ? 1 : 0;
            List<Span> content = gold.parts().get(i).content();
            boolean quoted = content.stream()
                    .anyMatch(
                            span -> MARKS.matcher(span.of(gold.text().value())).find());
            recall(quoted ? "quoted" : "unquoted").add(correct, 0, 1);
            recall(name(quotations.form(content))).add(correct, 0, 1);
        }
    }

    /** Which of the wanted statements have a partner. */
    private static BitSet loose(List<Covered> wanted, List<Covered> found) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            for (int j = 0; j < found.size(); j++) {
                if (isLoose(wanted.get(i), found.get(j))) {
                    pairs.add(new Pair(
                            shared(wanted.get(i).content(), found.get(j).content()), i, j));
                }
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::overlap)
                .reversed()
                .thenComparingInt(Pair::wanted)
                .thenComparingInt(Pair::found));
        BitSet usedWanted = new BitSet();
        BitSet usedFound = new BitSet();
        for (Pair pair : pairs) {
            if (!usedWanted.get(pair.wanted()) && !usedFound.get(pair.found())) {
                usedWanted.set(pair.wanted());
                usedFound.set(pair.found());
            }
        }
        return usedWanted;
    }

    private static boolean isLoose(Covered wanted, Covered found) {
        int shared = shared(wanted.content(), found.content());
        int union = wanted.content().cardinality() + found.content().cardinality() - shared;
        if (union == 0 || (double) shared / union < LOOSE) {
            return false;
        }
        if (!wanted.cue().intersects(found.cue())) {
            return false;
        }
        return wanted.source().intersects(found.source())
                || (wanted.source().isEmpty() && found.source().isEmpty());
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

    /** Each span as its tokens; a span that touches none, such as white space, is none. */
    private static Set<BitSet> spans(List<Covered> statements, Role role, Tokens tokens) {
        Set<BitSet> spans = new HashSet<>();
        for (Covered statement : statements) {
            for (Span span : statement.parts().spans(role)) {
                spans.add(tokens.covered(span));
            }
        }
        spans.remove(new BitSet());
        return spans;
    }

    private static int shared(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both.cardinality();
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

    /** Two statements that agree loosely. */
    private record Pair(int overlap, int wanted, int found) {}

    /** A statement and the tokens of its roles; equal to another when those are. */
    private record Covered(Parts parts, BitSet source, BitSet cue, BitSet content) {
        Covered(Parts parts, Tokens tokens) {
            this(parts, tokens.covered(parts.source()), tokens.covered(parts.cue()), tokens.covered(parts.content()));
        }

        BitSet of(Role role) {
            return switch (role) {
                case SOURCE -> source;
                case CUE -> cue;
                case CONTENT -> content;
            };
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Covered that
                    && source.equals(that.source)
                    && cue.equals(that.cue)
                    && content.equals(that.content);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * source.hashCode() + cue.hashCode()) + content.hashCode();
        }
    }
}
