package io.onrecord.exchange.annotation;

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
import io.onrecord.model.Role;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.model.StatementDate;
import io.onrecord.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One article that has all that is hard: emoji, Windows line ends, right-to-left, a broken quotation, nesting, a title. */
public final class Example {

    public static final String TITLE = "Serrat “lied about grain”, says Oldin";

    public static final String TEXT = """
            Ilan Serrat denied on Thursday that the grain 🌾 had been sold.\r
            \r
            “We kept every sack,” Serrat told reporters, “and\r
            we will keep them.”\r
            \r
            Mara Oldin said the minister's aides claimed the stores of קציר were full. “They are empty.”\r
            """;

    private static final String URL = "https://velia.example/2026/05/grain?a=1";

    private Example() {}

    /** The article's record. */
    public static ArticleRecord record() {
        return record(URL, TEXT);
    }

    /** The same in another text, in which the same words stand. */
    public static ArticleRecord record(String address, String text) {
        Article article = Article.of(
                address,
                new Text(text, List.of(new Span(0, text.strip().length()))),
                new Metadata(
                        Optional.of("Velia Courier"),
                        Optional.of(TITLE),
                        List.of("Pia Lund"),
                        Optional.of(new Published("2026-05-14T18:02:00+02:00", "json-ld")),
                        Optional.of("en"),
                        Optional.empty(),
                        Optional.of(new Capture(
                                Optional.of("2026-05-14T17:00:00Z"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("sha256:00ff"),
                                Optional.empty()))));
        Speaker serrat = new Speaker(
                "s1",
                "Ilan Serrat",
                SpeakerKind.PERSON,
                List.of(new Role("finance minister", Optional.of("Avenia"))),
                List.of(),
                List.of("Serrat"),
                Map.of("wikidata", "Q4242424242"));
        Speaker oldin =
                new Speaker("s2", "Mara Oldin", SpeakerKind.PERSON, List.of(), List.of(), List.of("Oldin"), Map.of());
        Speaker aides =
                new Speaker("s3", "the minister's aides", SpeakerKind.GROUP, List.of(), List.of(), List.of(), Map.of());
        Statement headline = new Made(article, Location.TITLE, Form.MIXED, Stance.ACCUSES)
                .words("Oldin", "says", "Serrat “lied about grain”")
                .by(oldin);
        Statement denied = new Made(article, Location.TEXT, Form.INDIRECT, Stance.DENIES)
                .words("Ilan Serrat", "denied", "that the grain 🌾 had been sold")
                .on("2026-05-14")
                .by(serrat);
        Statement kept = new Made(article, Location.TEXT, Form.DIRECT, Stance.SAYS)
                .words("Serrat told", "told", "“We kept every sack,”", "“and\r\nwe will keep them.”")
                .to("reporters")
                .by(serrat);
        Statement said = new Made(article, Location.TEXT, Form.INDIRECT, Stance.SAYS)
                .words("Mara Oldin", "said", "the minister's aides claimed the stores of קציר were full")
                .by(oldin);
        Statement claimed = new Made(article, Location.TEXT, Form.INDIRECT, Stance.CLAIMS)
                .words("the minister's aides", "claimed", "the stores of קציר were full")
                .within(said)
                .by(aides);
        Statement empty = new Made(article, Location.TEXT, Form.DIRECT, null)
                .words("", "", "“They are empty.”")
                .goesOn(oldin);
        return new ArticleRecord(
                article,
                List.of(serrat, oldin, aides),
                List.of(headline, denied, kept, said, claimed, empty),
                List.of(new Dispute(
                        empty.id(), claimed.id(), Dispute.Kind.CONTRADICTS, List.of(in(text, "They are empty")), 0.75)),
                new Producer("0.1.0", "tiny sha256:abcd", "none"));
    }

    /** The first place of some words. */
    static Span in(String text, String words) {
        int start = text.indexOf(words);
        return new Span(start, start + words.length());
    }

    /** A statement in the making. */
    private static final class Made {

        private final Article article;
        private final Location in;
        private final Form form;
        private final @org.jspecify.annotations.Nullable Stance stance;
        private List<Span> source = List.of();
        private List<Span> cue = List.of();
        private final List<Span> content = new ArrayList<>();
        private List<Span> addressee = List.of();
        private Optional<String> within = Optional.empty();
        private Optional<StatementDate> date = Optional.empty();

        Made(Article article, Location in, Form form, @org.jspecify.annotations.Nullable Stance stance) {
            this.article = article;
            this.in = in;
            this.form = form;
            this.stance = stance;
        }

        private String text() {
            return in == Location.TITLE
                    ? article.metadata().title().orElseThrow()
                    : article.text().value();
        }

        Made words(String source, String cue, String... content) {
            this.source = source.isEmpty() ? List.of() : List.of(first(source));
            this.cue = cue.isEmpty() ? List.of() : List.of(in(text(), cue));
            for (String piece : content) {
                this.content.add(in(text(), piece));
            }
            return this;
        }

        /** "Serrat told" means the Serrat before told. */
        private Span first(String words) {
            Span span = in(text(), words);
            return words.equals("Serrat told") ? new Span(span.start(), span.start() + "Serrat".length()) : span;
        }

        Made to(String words) {
            addressee = List.of(in(text(), words));
            return this;
        }

        Made on(String day) {
            date = Optional.of(new StatementDate(
                    day, StatementDate.Precision.DAY, StatementDate.Basis.ON_TEXT, Optional.of("Thursday")));
            return this;
        }

        Made within(Statement outer) {
            within = Optional.of(outer.id());
            return this;
        }

        Statement by(Speaker speaker) {
            return made(new Resolution.Resolved(speaker.id(), speaker.name(), "NAME", 0.97, "named in full"));
        }

        Statement goesOn(Speaker speaker) {
            return made(new Resolution.Resolved(
                    speaker.id(), speaker.name(), Resolution.CONTINUED, 0.9, "goes on from before"));
        }

        private Statement made(Resolution speaker) {
            Attribution words = new Attribution(
                    in,
                    form,
                    source,
                    cue,
                    content,
                    new Confidence(
                            0.9,
                            source.isEmpty() ? Optional.empty() : Optional.of(0.8),
                            cue.isEmpty() ? Optional.empty() : Optional.of(0.7),
                            0.6));
            return new Statement(
                    Ids.statement(article.id(), in, cue, content, CodePoints.of(text())),
                    words,
                    speaker,
                    Optional.ofNullable(stance).map(read -> new StanceReading(read, false, false)),
                    date,
                    List.of(),
                    addressee,
                    within,
                    false);
        }
    }
}
