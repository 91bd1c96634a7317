package io.onrecord.cli;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.model.Published;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What the user knows of articles that do not say it themselves, such as those in plain text. */
final class GivenMetadata {

    /** Where a record says that it was found. */
    private static final String ORIGIN = "command-line";

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--outlet",
            paramLabel = "NAME",
            description = "Who published the articles, where they do not say so themselves.")
    private Optional<String> outlet = Optional.empty();

    @Option(
            names = "--published",
            paramLabel = "DATE",
            description =
                    "When they were published, where they do not say so: 2024-05-16, 2024-05 or a time; dates such as"
                            + " 'on Friday' are counted from it.")
    private Optional<String> published = Optional.empty();

    private Metadata metadata() {
        return new Metadata(
                outlet.map(String::strip).filter(name -> !name.isEmpty()),
                Optional.empty(),
                List.of(),
                published.map(this::date),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                outlet.isPresent() ? Map.of("outlet", ORIGIN) : Map.of());
    }

    private Published date(String value) {
        if (!Published.isIso(value.strip())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--published': '" + Chosen.shown(value)
                            + "' is no date: give 2024-05-16, 2024-05, 2024 or 2024-05-16T18:02:00Z");
        }
        return new Published(value.strip(), ORIGIN);
    }

    /** Refuses what is no metadata, before anything is read. */
    void check() {
        if (outlet.filter(String::isBlank).isPresent()) {
            throw new ParameterException(spec.commandLine(), "Invalid value for option '--outlet': it is empty");
        }
        metadata();
    }

    /** The same articles with what is known of them. */
    Iterator<Outcome<Article>> with(Iterator<Outcome<Article>> articles) {
        Metadata given = metadata();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return articles.hasNext();
            }

            @Override
            public Outcome<Article> next() {
                Outcome<Article> next = articles.next();
                if (next instanceof Outcome.Kept<Article> kept) {
                    Article article = kept.value();
                    return new Outcome.Kept<>(new Article(
                            article.id(),
                            article.address(),
                            article.text(),
                            article.metadata().orElse(given)));
                }
                return next;
            }
        };
    }
}
