package io.onrecord.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The text found in web pages against the text that people marked, by runs of four words. As in the benchmark that the format
 * comes from, each page has its own precision and recall, the figures are their means, and F1 is that of the means. A page
 * where nothing was found has no precision, one whose gold is empty no recall.
 */
final class ArticleTextTask implements Task {

    private final Optional<PageTexts> pages;

    ArticleTextTask(Optional<PageTexts> pages) {
        this.pages = pages;
    }

    @Override
    public String name() {
        return "article-text";
    }

    @Override
    public String describes() {
        return "The text found in web pages against marked text (a folder: gold.jsonl with id, url and text, and"
                + " html/ID.html.gz).";
    }

    @Override
    public boolean needsEngine() {
        return false;
    }

    @Override
    public Evaluation run(Path folder, Engine engine) throws IOException {
        PageTexts reader =
                pages.orElseThrow(() -> new IllegalStateException("the task was given nothing to read pages with"));
        Mean ours = new Mean();
        Mean everything = new Mean();
        PageFolder gold = new PageFolder(folder);
        gold.forEach(page -> {
            Shingles right = Shingles.of(page.text());
            ours.add(Shingles.of(reader.article(page.html(), page.address())), right);
            everything.add(Shingles.of(reader.everything(page.html(), page.address())), right);
        });
        Map<String, Double> figures = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        ours.report("article_text", figures);
        everything.report("everything", figures);
        counts.put("pages", ours.pages);
        counts.put("pages.without.text", ours.pages - ours.found);
        return new Evaluation(name(), folder.toString(), figures, counts, engine.producer());
    }

    /** Over pages. */
    private static final class Mean {
        private long pages;
        private long found;
        private long marked;
        private double precision;
        private double recall;

        void add(Shingles text, Shingles gold) {
            pages++;
            int shared = text.in(gold);
            if (text.total() > 0) {
                found++;
                precision += shared / (double) text.total();
            }
            if (gold.total() > 0) {
                marked++;
                recall += shared / (double) gold.total();
            }
        }

        void report(String name, Map<String, Double> figures) {
            double p = found == 0 ? 0 : 100 * precision / found;
            double r = marked == 0 ? 0 : 100 * recall / marked;
            figures.put(name + ".precision", AttributionScore.rounded(p, 2));
            figures.put(name + ".recall", AttributionScore.rounded(r, 2));
            figures.put(name + ".f1", AttributionScore.rounded(p + r == 0 ? 0 : 2 * p * r / (p + r), 2));
        }
    }
}
