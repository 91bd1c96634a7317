package io.onrecord.search;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
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
import io.onrecord.model.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Articles made up for tests. */
final class MadeUp {

    private final Map<Long, String> contents = new HashMap<>();

    /** The words of each statement, by what tells it from others. */
    Map<Long, String> contents() {
        return contents;
    }

    /** An article in which everybody says one thing: speaker, stance, content. */
    ArticleRecord article(String outlet, String published, String... said) {
        StringBuilder text = new StringBuilder();
        List<Statement> statements = new ArrayList<>();
        List<Span> cues = new ArrayList<>();
        List<Span> contentSpans = new ArrayList<>();
        List<Speaker> speakers = new ArrayList<>();
        for (int i = 0; i < said.length; i += 3) {
            String name = said[i];
            if (speakers.stream().noneMatch(speaker -> speaker.name().equals(name))) {
                speakers.add(new Speaker(
                        "s" + (speakers.size() + 1),
                        name,
                        SpeakerKind.PERSON,
                        List.of(),
                        List.of(),
                        List.of(name.substring(name.lastIndexOf(' ') + 1)),
                        Map.of()));
            }
            text.append(i == 0 ? "" : "\n").append(name).append(' ');
            cues.add(append(text, "stated"));
            text.append(' ');
            contentSpans.add(append(text, said[i + 2]));
        }
        Article article = Article.of(
                "https://press.example/" + contents.size(),
                new Text(text.toString(), paragraphs(text.toString())),
                new Metadata(
                        Optional.of(outlet),
                        Optional.of("News from Velia"),
                        List.of(),
                        published.isEmpty() ? Optional.empty() : Optional.of(new Published(published, "json-ld")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        CodePoints points = CodePoints.of(text.toString());
        for (int i = 0; i < cues.size(); i++) {
            String name = said[3 * i];
            Speaker speaker = speakers.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            String id = Ids.statement(
                    article.id(), Location.TEXT, List.of(cues.get(i)), List.of(contentSpans.get(i)), points);
            contents.put(Hit.of(id), said[3 * i + 2]);
            statements.add(new Statement(
                    id,
                    new Attribution(
                            Location.TEXT,
                            i % 2 == 0 ? Form.INDIRECT : Form.DIRECT,
                            List.of(),
                            List.of(cues.get(i)),
                            List.of(contentSpans.get(i)),
                            new Confidence(i == 0 ? 0.5 : 0.6, Optional.empty(), Optional.of(0.9), 0.9)),
                    new Resolution.Resolved(speaker.id(), name, "NAME", 0.9, "named"),
                    Optional.of(new StanceReading(Stance.valueOf(said[3 * i + 1]), false, false)),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    false));
        }
        return new ArticleRecord(article, speakers, statements, List.of(), new Producer("1", "m sha256:aa", "none"));
    }

    private static Span append(StringBuilder text, String words) {
        text.append(words);
        return new Span(text.length() - words.length(), text.length());
    }

    private static List<Span> paragraphs(String text) {
        List<Span> spans = new ArrayList<>();
        int at = 0;
        for (String line : text.split("\n", -1)) {
            spans.add(new Span(at, at + line.length()));
            at += line.length() + 1;
        }
        return spans;
    }
}
