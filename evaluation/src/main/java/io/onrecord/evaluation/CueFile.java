package io.onrecord.evaluation;

import static io.onrecord.evaluation.GoldFormatException.shown;

import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Form;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Stance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads cues whose stance is told: JSON Lines, a cue a line, spans in code points. A line is one of
 *
 * <ul>
 *   <li>an attribution of its own: {@code text}, {@code source}, {@code cue}, {@code content}, {@code stance}, {@code
 *       negated}, {@code hypothetical}, and perhaps {@code addressee};
 *   <li>one of an article of another file ({@link GoldFile}): {@code article}, {@code cue}, {@code stance}, {@code negated},
 *       {@code hypothetical}, and perhaps {@code labels}, those of two people, each with a {@code stance};
 *   <li>a sentence of PLOVER ({@link PloverSentence}): {@code event} and {@code textInfo}.
 * </ul>
 */
final class CueFile {

    private final Path file;
    private final Optional<Path> articlesFile;
    private final List<GoldCue> cues = new ArrayList<>();
    private @Nullable Map<String, GoldArticle> articles;
    private int unmapped;

    private CueFile(Path file, Optional<Path> articlesFile) {
        this.file = file;
        this.articlesFile = articlesFile;
    }

    /**
     * All cues, in the order of the file.
     *
     * @param articles the file of the articles, which only lines that name one need
     */
    static CueFile read(Path file, Optional<Path> articles) throws IOException {
        CueFile read = new CueFile(file, articles);
        for (GoldLine line : GoldLine.of(file)) {
            if (line.has("event")) {
                PloverSentence.of(line).ifPresentOrElse(read.cues::add, () -> read.unmapped++);
            } else {
                read.cues.add(line.has("article") ? read.ofArticle(line) : own(line));
            }
        }
        if (read.cues.isEmpty()) {
            throw new GoldFormatException(file, "no line of it tells a stance");
        }
        return read;
    }

    List<GoldCue> cues() {
        return List.copyOf(cues);
    }

    /** How many lines tell of something that is no stance. */
    int unmapped() {
        return unmapped;
    }

    private static GoldCue own(GoldLine line) throws GoldFormatException {
        String text = line.string("text");
        CodePoints points = CodePoints.of(text);
        Parts parts = new Parts(line.spans("source", points), line.spans("cue", points), line.spans("content", points));
        Optional<List<Span>> addressee =
                line.has("addressee") ? Optional.of(line.spans("addressee", points)) : Optional.empty();
        return cue(line, text, parts, addressee);
    }

    private GoldCue ofArticle(GoldLine line) throws IOException {
        String id = line.string("article");
        @Nullable GoldArticle article = articles().get(id);
        if (article == null) {
            throw line.problem("there is no article '" + shown(id) + "' in " + articlesFile.orElse(file));
        }
        String text = article.text().value();
        List<Span> cue = line.spans("cue", CodePoints.of(text));
        for (Parts parts : article.parts()) {
            if (sorted(parts.cue()).equals(cue)) {
                return cue(line, text, parts, Optional.empty());
            }
        }
        throw line.problem("no attribution of the article '" + shown(id) + "' has the cue "
                + shown(String.valueOf(line.json().get("cue"))));
    }

    private Map<String, GoldArticle> articles() throws IOException {
        @Nullable Map<String, GoldArticle> read = articles;
        if (read == null) {
            Path from = articlesFile.orElseThrow(() -> new GoldFormatException(
                    file, "its cues stand in articles of another file, which must be named, too (--articles)"));
            read = GoldFile.read(from, Marks.AS_THEY_ARE);
            articles = read;
        }
        return read;
    }

    private static GoldCue cue(GoldLine line, String text, Parts parts, Optional<List<Span>> addressee)
            throws GoldFormatException {
        return new GoldCue(
                text,
                attribution(line, parts),
                stance(line, line.string("stance")),
                Set.of(),
                Optional.of(line.flag("negated")),
                Optional.of(line.flag("hypothetical")),
                addressee,
                labels(line));
    }

    private static Optional<GoldCue.Labels> labels(GoldLine line) throws GoldFormatException {
        @Nullable JsonNode labels = line.json().get("labels");
        if (labels == null) {
            return Optional.empty();
        }
        if (!labels.isArray() || labels.size() != 2) {
            throw line.problem("'labels' are those of two people");
        }
        List<Stance> stances = new ArrayList<>();
        for (JsonNode label : labels.values()) {
            stances.add(stance(line, String.valueOf(label.path("stance").asString(""))));
        }
        return Optional.of(new GoldCue.Labels(stances.get(0), stances.get(1)));
    }

    private static Stance stance(GoldLine line, String name) throws GoldFormatException {
        for (Stance stance : Stance.values()) {
            if (stance.name().equals(name.toUpperCase(Locale.ROOT))) {
                return stance;
            }
        }
        throw line.problem("'" + shown(name) + "' is no stance");
    }

    /** An attribution of some parts, whatever its form and confidence. */
    static Attribution attribution(GoldLine line, Parts parts) throws GoldFormatException {
        Optional<Double> source = parts.source().isEmpty() ? Optional.empty() : Optional.of(1.0);
        Optional<Double> cue = parts.cue().isEmpty() ? Optional.empty() : Optional.of(1.0);
        try {
            return new Attribution(
                    Location.TEXT,
                    Form.INDIRECT,
                    sorted(parts.source()),
                    sorted(parts.cue()),
                    sorted(parts.content()),
                    new Confidence(1, source, cue, 1));
        } catch (IllegalArgumentException e) {
            throw line.problem(String.valueOf(e.getMessage()));
        }
    }

    private static List<Span> sorted(List<Span> spans) {
        return spans.stream().sorted().toList();
    }
}
