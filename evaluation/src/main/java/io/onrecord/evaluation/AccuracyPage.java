package io.onrecord.evaluation;

import static io.onrecord.evaluation.MarkdownTable.count;
import static io.onrecord.evaluation.MarkdownTable.decimal;
import static io.onrecord.evaluation.MarkdownTable.figure;
import static io.onrecord.evaluation.MarkdownTable.percent;

import io.onrecord.attribution.Calibration.Target;
import io.onrecord.attribution.Mode;
import io.onrecord.evaluation.Parts.Role;
import io.onrecord.model.Form;
import io.onrecord.model.Span;
import io.onrecord.text.Quotations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The page of figures, written whole from one run, so that no figure on it is older than another. Each section is a table
 * with a row for each network. A new section is a method, named in {@link #text}.
 */
public final class AccuracyPage {

    /** What the systems that published on this corpus reached on its test paragraphs: exact span F1 (CofeNet, COLING 2022). */
    private static final List<List<String>> PUBLISHED = List.of(
            List.of("verb rules", "10.7", "22.8", "5.6"),
            List.of("Stanford CoreNLP (direct quotations only)", "13.9", "–", "17.5"),
            List.of("linear CRF", "50.6", "53.4", "28.6"),
            List.of("BiLSTM-CRF", "69.6", "66.7", "59.0"),
            List.of("BERT-base", "81.1", "74.0", "68.9"),
            List.of("BERT-base + CRF", "82.2", "74.9", "71.0"),
            List.of("BERT-base + Cofe", "83.2", "75.3", "72.9"));

    private static final List<Double> THRESHOLDS = List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95);

    private static final String[] LENGTHS = {"shortest third", "middle third", "longest third"};

    private final List<Measured> networks;
    private final Occasion occasion;

    private AccuracyPage(List<Measured> networks, Occasion occasion) {
        this.networks = networks;
        this.occasion = occasion;
    }

    /**
     * When and how the figures were made.
     *
     * @param command what writes the page
     * @param date such as 2026-11-24
     * @param machine processor, cores, Java
     */
    public record Occasion(String command, String date, String machine) {}

    /**
     * Reads all gold with each network, and writes the page.
     *
     * @param data folder of the corpora
     * @param passages folder of the passages of our own
     * @param models names or files of the networks, in the order of the rows; at least one
     * @return Markdown
     * @throws GoldFormatException if a gold file is not what is needed
     * @throws IOException if one cannot be read
     */
    public static String write(Path data, Path passages, List<String> models, EngineSource engines, Occasion occasion)
            throws IOException {
        if (models.isEmpty()) {
            throw new IllegalArgumentException("a page of figures needs a network");
        }
        List<Measured> networks = new ArrayList<>();
        for (String model : models) {
            networks.add(Measured.of(model, data, passages, engines));
        }
        return new AccuracyPage(networks, occasion).text();
    }

    private String text() {
        return String.join(
                "",
                head(),
                roles(),
                published(),
                forms(),
                publishers(),
                lengths(),
                modes(),
                marks(),
                reliability(),
                thresholds(),
                bins(),
                nothingStated(),
                passages(),
                errors());
    }

    private String head() {
        StringBuilder out = new StringBuilder();
        out.append("# Accuracy\n\n")
                .append("Written whole by `")
                .append(occasion.command())
                .append("` on ")
                .append(occasion.date())
                .append(
                        "; do not edit. It is written only where the corpora are (`../shared/data`), which are no part of"
                                + " the project: none of their text stands here. Machine: ")
                .append(occasion.machine())
                .append(
                        ".\n\nFigures are in per cent unless they say otherwise: precision (P), recall (R) and F1."
                                + " *Exact*: the same words. *Loose*: content with a Jaccard index of at least 0.5, cue and"
                                + " source overlap. Modes, thresholds and rules were chosen on these articles, so expect a little"
                                + " less elsewhere; confidence was fitted on them, too, and is judged by cross-validation.\n\n");
        MarkdownTable table = new MarkdownTable("network", "name and digest");
        networks.forEach(network -> table.row(network.name(), "`" + network.model() + "`"));
        return out + table.text();
    }

    private static String section(String title, String explanation) {
        return "## " + title + "\n\n" + explanation + "\n\n";
    }

    private String roles() {
        Measured first = networks.get(0);
        MarkdownTable table = new MarkdownTable("", "network", "P", "R", "F1", "found", "gold");
        Map<String, String> measures = new LinkedHashMap<>();
        for (String unit : List.of("span", "token")) {
            for (Role role : Role.values()) {
                measures.put(unit + "." + role.code(), unit + ", " + role.code());
            }
        }
        measures.put("linked.exact", "whole attribution, exact");
        measures.put("linked.loose", "whole attribution, loose");
        measures.forEach((name, words) -> networks.forEach(network -> {
            AttributionScore score = score(network.articles());
            Map<String, Double> figures = score.figures();
            Map<String, Long> counts = score.counts();
            table.row(
                    words,
                    network.name(),
                    figure(figures, name + ".p"),
                    figure(figures, name + ".r"),
                    figure(figures, name + ".f1"),
                    count(counts.getOrDefault(name + ".predicted", 0L)),
                    count(counts.getOrDefault(name + ".gold", 0L)));
        }));
        return section(
                        "By role",
                        "PolNeAR, development articles (`polnear/dev.jsonl`): "
                                + first.articles().size() + " US news articles of 2016, read whole.")
                + table.text();
    }

    private String published() {
        MarkdownTable table = new MarkdownTable("", "source", "cue", "content");
        PUBLISHED.forEach(table::row);
        networks.forEach(network -> {
            Map<String, Double> figures = score(network.paragraphs()).figures();
            table.row(
                    "Onrecord, " + network.name(),
                    figure(figures, "span.source.f1"),
                    figure(figures, "span.cue.f1"),
                    figure(figures, "span.content.f1"));
        });
        return section(
                        "Beside published systems",
                        "Exact span F1. The published figures (CofeNet, COLING 2022) are of the corpus' test paragraphs;"
                                + " ours are of its development paragraphs (`polnear/paragraphs-dev.jsonl`), the nearest thing to"
                                + " them. BERT-base has five times the parameters of the network called default.")
                + table.text();
    }

    private String forms() {
        MarkdownTable table =
                new MarkdownTable("form", "network", "gold", "R, loose", "R, exact", "found", "P, loose", "P, exact");
        for (Form form : Form.values()) {
            for (Measured network : networks) {
                Hits hits = new Hits();
                network.articles().forEach(article -> hits.add(article, form));
                table.row(
                        name(form),
                        network.name(),
                        count(hits.gold),
                        percent(hits.goldLoose, hits.gold),
                        percent(hits.goldExact, hits.gold),
                        count(hits.found),
                        percent(hits.foundLoose, hits.found),
                        percent(hits.foundExact, hits.found));
            }
        }
        return section(
                        "By form",
                        "Recall by the form of what people marked, precision by the form of what was found: all content"
                                + " inside quotation marks, none, or part of it.")
                + table.text();
    }

    /** Statements of one form, and how many of them are right. */
    private static final class Hits {
        private long gold;
        private long goldLoose;
        private long goldExact;
        private long found;
        private long foundLoose;
        private long foundExact;

        void add(Comparison article, Form form) {
            Quotations quotations = Quotations.of(article.gold().text());
            for (int i = 0; i < article.wanted().size(); i++) {
                List<Span> content = article.gold().parts().get(i).content();
                if (quotations.form(content) == form) {
                    gold++;
                    goldLoose += article.partners().containsKey(i) ? 1 : 0;
                    goldExact += article.found().contains(article.wanted().get(i)) ? 1 : 0;
                }
            }
            for (int j = 0; j < article.found().size(); j++) {
                if (article.attributions().get(j).form() == form) {
                    found++;
                    foundLoose += article.isRight(j) ? 1 : 0;
                    foundExact += article.wanted().contains(article.found().get(j)) ? 1 : 0;
                }
            }
        }
    }

    private static String name(Form form) {
        return form.name().toLowerCase(Locale.ROOT);
    }

    private String publishers() {
        Map<String, Map<Measured, List<Comparison>>> groups = new TreeMap<>();
        for (Measured network : networks) {
            for (Comparison article : network.articles()) {
                groups.computeIfAbsent(article.gold().publisher().orElse("not known"), key -> new LinkedHashMap<>())
                        .computeIfAbsent(network, key -> new ArrayList<>())
                        .add(article);
            }
        }
        return section("By publisher", "The same articles, as the corpus names their publishers.")
                + grouped("publisher", groups);
    }

    private String lengths() {
        Map<String, Map<Measured, List<Comparison>>> groups = new LinkedHashMap<>();
        for (Measured network : networks) {
            List<Comparison> sorted = new ArrayList<>(network.articles());
            sorted.sort(Comparator.comparingInt(AccuracyPage::length)
                    .thenComparing(article -> article.gold().id()));
            int n = sorted.size();
            for (int third = 0; third < LENGTHS.length; third++) {
                List<Comparison> part = sorted.subList(third * n / 3, (third + 1) * n / 3);
                if (!part.isEmpty()) {
                    String name = LENGTHS[third] + ", " + count(length(part.get(0))) + " to "
                            + count(length(part.get(part.size() - 1)));
                    groups.computeIfAbsent(name, key -> new LinkedHashMap<>()).put(network, part);
                }
            }
        }
        return section("By length", "The same articles, by their length in UTF-16 units.") + grouped("length", groups);
    }

    private static int length(Comparison article) {
        return article.gold().text().length();
    }

    private static String grouped(String what, Map<String, Map<Measured, List<Comparison>>> groups) {
        MarkdownTable table = new MarkdownTable(
                what, "network", "articles", "gold", "source F1", "cue F1", "content F1", "exact F1", "loose F1");
        groups.forEach((name, byNetwork) -> byNetwork.forEach((network, articles) -> {
            List<String> row = new ArrayList<>(List.of(name, network.name(), count(articles.size())));
            row.addAll(scores(articles));
            table.row(row);
        }));
        return table.text();
    }

    /** Gold statements, then F1 of the roles, and of whole attributions exact and loose. */
    private static List<String> scores(List<Comparison> articles) {
        AttributionScore score = score(articles);
        Map<String, Double> figures = score.figures();
        return List.of(
                count(score.counts().getOrDefault("linked.loose.gold", 0L)),
                figure(figures, "span.source.f1"),
                figure(figures, "span.cue.f1"),
                figure(figures, "span.content.f1"),
                figure(figures, "linked.exact.f1"),
                figure(figures, "linked.loose.f1"));
    }

    private String modes() {
        MarkdownTable table = new MarkdownTable(
                "mode",
                "network",
                "found",
                "source P / R / F1",
                "cue P / R / F1",
                "content P / R / F1",
                "exact P / R / F1",
                "loose P / R / F1");
        for (Mode mode : Mode.values()) {
            for (Measured network : networks) {
                AttributionScore score = score(network.modes().getOrDefault(mode, List.of()));
                Map<String, Double> figures = score.figures();
                List<String> row = new ArrayList<>(List.of(
                        mode.name().toLowerCase(Locale.ROOT),
                        network.name(),
                        count(score.counts().getOrDefault("linked.loose.predicted", 0L))));
                for (String name : List.of("span.source", "span.cue", "span.content", "linked.exact", "linked.loose")) {
                    row.add(figure(figures, name + ".p") + " / " + figure(figures, name + ".r") + " / "
                            + figure(figures, name + ".f1"));
                }
                table.row(row);
            }
        }
        return section("By mode", "The same articles with `--mode precision`, `balanced` (the default) and `recall`.")
                + table.text();
    }

    private String marks() {
        Map<Marks, String> names = new EnumMap<>(Marks.class);
        names.put(Marks.AS_THEY_ARE, "as they are");
        names.put(Marks.CURLY, "curly");
        names.put(Marks.STRAIGHT, "straight");
        names.put(Marks.SINGLE, "single");
        MarkdownTable table = new MarkdownTable(
                "marks", "network", "gold", "source F1", "cue F1", "content F1", "exact F1", "loose F1", "R, quoted");
        names.forEach((marks, name) -> networks.forEach(network -> {
            List<Comparison> articles = network.marks().getOrDefault(marks, List.of());
            List<String> row = new ArrayList<>(List.of(name, network.name()));
            row.addAll(scores(articles));
            row.add(figure(score(articles).figures(), "quoted.recall"));
            table.row(row);
        }));
        return section(
                        "Typography",
                        "The same articles with their double quotation marks turned before they are read (`--marks`).")
                + table.text();
    }

    private String reliability() {
        MarkdownTable table = new MarkdownTable(
                "confidence of", "network", "things", "right", "error, raw", "error", "area, raw", "area");
        for (Target target : Target.values()) {
            for (Measured network : networks) {
                Reliability raw = network.validation().raw(target);
                Reliability held = network.validation().heldOut(target);
                table.row(
                        "the " + target.code(),
                        network.name(),
                        count(raw.items()),
                        percent(raw.right(), raw.items()),
                        decimal(100 * raw.calibrationError().orElse(0)),
                        decimal(100 * held.calibrationError().orElse(0)),
                        fraction(raw.area().orElse(0)),
                        fraction(held.area().orElse(0)));
            }
        }
        return section(
                        "Confidence",
                        "Expected calibration error over " + Reliability.BINS
                                + " bins of equal mass, and area under the ROC curve (0 to 1), before calibration and after, on"
                                + " the same articles; five folds, each article judged by weights that were not fitted on it."
                                + " A statement is right when it is loosely so, a part when its spans are exact.")
                + table.text();
    }

    private static String fraction(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private String thresholds() {
        MarkdownTable table =
                new MarkdownTable("least confidence", "network", "kept", "P, loose", "R, loose", "F1, loose");
        for (double threshold : THRESHOLDS) {
            for (Measured network : networks) {
                Reliability held = network.validation().heldOut(Target.STATEMENT);
                Reliability.Kept kept = held.at(threshold);
                long gold = network.articles().stream()
                        .mapToLong(article -> article.wanted().size())
                        .sum();
                table.row(
                        String.valueOf(threshold),
                        network.name(),
                        percent(kept.kept(), held.items()),
                        percent(kept.right(), kept.kept()),
                        percent(kept.right(), gold),
                        percent(2 * kept.right(), kept.kept() + gold));
            }
        }
        return "What is kept at a least confidence (`--min-confidence`), by the same folds, of all statements that are"
                + " found:\n\n" + table.text();
    }

    private String bins() {
        StringBuilder out = new StringBuilder();
        for (Measured network : networks) {
            MarkdownTable table = new MarkdownTable("bin", "statements", "confidence", "right");
            int number = 1;
            for (Reliability.Bin bin :
                    network.validation().heldOut(Target.STATEMENT).bins()) {
                table.row(
                        String.valueOf(number++),
                        String.format(Locale.ROOT, "%.1f", bin.items()),
                        decimal(100 * bin.confidence()),
                        decimal(100 * bin.right()));
            }
            out.append("The bins of the statements' confidence, ")
                    .append(network.name())
                    .append(":\n\n")
                    .append(table.text());
        }
        return out.toString();
    }

    private String nothingStated() {
        MarkdownTable table =
                new MarkdownTable("network", "paragraphs", "statements found, each", "paragraphs with any, per cent");
        for (Measured network : networks) {
            List<Comparison> empty = network.paragraphs().stream()
                    .filter(paragraph -> paragraph.gold().isEmpty())
                    .toList();
            long found = empty.stream()
                    .mapToLong(paragraph -> paragraph.found().size())
                    .sum();
            long any = empty.stream()
                    .filter(paragraph -> !paragraph.found().isEmpty())
                    .count();
            table.row(
                    network.name(),
                    count(empty.size()),
                    empty.isEmpty() ? "–" : decimal((double) found / empty.size()),
                    percent(any, empty.size()));
        }
        return section(
                        "Where nobody states anything",
                        "Statements found in the development paragraphs in which people marked nothing.")
                + table.text();
    }

    private String passages() {
        Map<String, Map<Measured, List<Comparison>>> groups = new LinkedHashMap<>();
        for (Measured network : networks) {
            network.passages()
                    .forEach((set, articles) -> groups.computeIfAbsent(set, key -> new LinkedHashMap<>())
                            .put(network, articles));
        }
        return section(
                        "Passages of our own",
                        "Short passages written by someone who did not write the rules; the reserved half was put aside"
                                + " before any rule was tried. Small, and one writer's taste.")
                + grouped("passages", groups);
    }

    private String errors() {
        List<String> head = new ArrayList<>(List.of("what is wrong"));
        networks.forEach(network -> head.add(network.name()));
        head.addAll(List.of("as people would mark it", "as it may be found"));
        MarkdownTable table = new MarkdownTable(head.toArray(String[]::new));
        Map<Measured, Map<ErrorKind, Integer>> counts = new LinkedHashMap<>();
        networks.forEach(network -> counts.put(network, Errors.of(network.articles())));
        for (ErrorKind kind : ErrorKind.values()) {
            List<String> row = new ArrayList<>(List.of(kind.meaning()));
            counts.values().forEach(count -> row.add(count(count.getOrDefault(kind, 0))));
            row.addAll(List.of(kind.wanted(), kind.found()));
            table.row(row);
        }
        return section(
                        "What goes wrong",
                        "Counted on the same articles. Each marked statement is held against the one that agrees with it"
                                + " loosely, else one with its cue, else one with half of its content; one pair may show several"
                                + " kinds. The examples are made up: source, cue and content in brackets.")
                + table.text().stripTrailing()
                + "\n";
    }

    private static AttributionScore score(List<Comparison> articles) {
        AttributionScore score = new AttributionScore();
        articles.forEach(score::add);
        return score;
    }
}
