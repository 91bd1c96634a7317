package io.onrecord.cli;

import io.onrecord.model.Article;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Outcome;
import io.onrecord.model.Span;
import io.onrecord.reading.Articles;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows articles as they were read. */
@Command(
        name = "text",
        header = "Print articles as they were read, with paragraph bounds.",
        description = {
            "",
            "Each paragraph is headed by its number and its bounds in code points. Nothing is changed in the text"
                    + " but characters that would steer a terminal.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {"", "Example: onrecord text article.txt"})
final class TextCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final InputOptions input = new InputOptions();

    TextCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Tally tally = new Tally();
        try (Articles articles = input.open(console)) {
            while (articles.hasNext()) {
                Outcome<Article> outcome = articles.next();
                if (outcome instanceof Outcome.Kept<Article> kept) {
                    console.write(shown(kept.value()));
                    tally.read(0);
                } else if (outcome instanceof Outcome.Skipped<Article> skipped) {
                    input.skipped(console, skipped, tally.skippedCount());
                    tally.skipped(skipped.stage());
                }
            }
        }
        return tally.exitCode();
    }

    private static String shown(Article article) {
        String text = article.text().value();
        CodePoints points = CodePoints.of(text);
        List<Span> paragraphs = article.text().paragraphs();
        StringBuilder out = new StringBuilder();
        out.append(Sanitized.line(article.address()))
                .append(": ")
                .append(points.length())
                .append(" characters, ")
                .append(paragraphs.size())
                .append(paragraphs.size() == 1 ? " paragraph" : " paragraphs")
                .append("\n");
        article.metadata()
                .title()
                .ifPresent(title ->
                        out.append("[title] ").append(Sanitized.line(title)).append("\n"));
        int number = 1;
        for (Span paragraph : paragraphs) {
            out.append("[")
                    .append(number++)
                    .append(": ")
                    .append(points.fromUtf16(paragraph.start()))
                    .append("–")
                    .append(points.fromUtf16(paragraph.end()))
                    .append("] ")
                    .append(Sanitized.lines(paragraph.of(text)))
                    .append("\n");
        }
        return out.append("\n").toString();
    }
}
