package io.onrecord.server;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Capture;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Dispute;
import io.onrecord.model.Form;
import io.onrecord.model.Ids;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Producer;
import io.onrecord.model.Published;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.model.StatementDate;
import io.onrecord.text.Layout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A record made by hand, for shapes that no short text would make an engine find: nested, broken, very many. */
final class Draft {

    private final Article article;
    private final CodePoints points;
    private final Map<String, Speaker> speakers = new LinkedHashMap<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<Dispute> disputes = new ArrayList<>();
    private int from;

    Draft(String address, String title, String text) {
        Metadata metadata = new Metadata(
                Optional.of("Avenian Echo"),
                Optional.of(title),
                List.of("Jon Marsh"),
                Optional.of(new Published("2026-05-16", "given")),
                Optional.of("en"),
                Optional.empty(),
                Optional.of(new Capture(
                        Optional.of("2026-05-16T18:02:00Z"),
                        Optional.of("https://echo.example/final"),
                        Optional.of("urn:uuid:1a2b"),
                        Optional.of("sha256:00ff"),
                        Optional.empty())));
        this.article = Article.of(address, Layout.of(text).text(text), metadata);
        this.points = CodePoints.of(text);
    }

    /** What follows is looked for from these words on. */
    Draft from(String words) {
        from = find(words, 0).start();
        return this;
    }

    private Span find(String words, int after) {
        int at = article.text().value().indexOf(words, after);
        if (at < 0) {
            throw new IllegalArgumentException("the text has no '" + words + "' from " + after + " on");
        }
        return new Span(at, at + words.length());
    }

    /** A statement; who says it is called as the source is. */
    Draft says(String source, String cue, Stance stance, String... content) {
        return says(source, cue, stance, Optional.empty(), content);
    }

    /** A statement within another, by its number from 0. */
    Draft saysWithin(int outer, String source, String cue, Stance stance, String... content) {
        return says(source, cue, stance, Optional.of(statements.get(outer).id()), content);
    }

    private Draft says(String source, String cue, Stance stance, Optional<String> within, String... content) {
        List<Span> spans = new ArrayList<>();
        for (String words : content) {
            spans.add(find(
                    words, spans.isEmpty() ? from : spans.get(spans.size() - 1).end()));
        }
        return add(List.of(find(source, from)), List.of(find(cue, from)), spans, source, stance, within);
    }

    Draft add(
            List<Span> source,
            List<Span> cue,
            List<Span> content,
            String name,
            Stance stance,
            Optional<String> within) {
        Speaker speaker = speakers.computeIfAbsent(
                name,
                key -> new Speaker(
                        "s" + (speakers.size() + 1),
                        key,
                        SpeakerKind.PERSON,
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of()));
        statements.add(new Statement(
                Ids.statement(article.id(), Location.TEXT, cue, content, points),
                new Attribution(
                        Location.TEXT,
                        Form.INDIRECT,
                        source,
                        cue,
                        content,
                        new Confidence(0.9, Optional.of(0.8), Optional.of(0.95), 0.7)),
                new Resolution.Resolved(speaker.id(), name, "NAME", 0.97, "named as " + name),
                Optional.of(new StanceReading(stance, false, false)),
                Optional.of(new StatementDate(
                        "2026-05-16", StatementDate.Precision.DAY, StatementDate.Basis.PUBLISHED, Optional.empty())),
                List.of(),
                List.of(),
                within,
                false));
        return this;
    }

    /** The last statement does this to another, by its number from 0. */
    Draft doing(Dispute.Kind kind, int to) {
        Statement last = statements.get(statements.size() - 1);
        disputes.add(new Dispute(
                last.id(), statements.get(to).id(), kind, last.attribution().cue(), 0.8));
        return this;
    }

    ArticleRecord record() {
        return new ArticleRecord(
                article,
                List.copyOf(speakers.values()),
                statements,
                disputes,
                new Producer("0.1.0", "by hand", "none"));
    }
}
