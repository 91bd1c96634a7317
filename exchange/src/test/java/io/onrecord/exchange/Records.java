package io.onrecord.exchange;

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
import io.onrecord.model.StatementDate.Basis;
import io.onrecord.model.StatementDate.Precision;
import io.onrecord.model.Text;
import io.onrecord.testkit.RandomRecords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Records for tests: one with every field, written out, and any number of random ones. */
public final class Records {

    private static final String TEXT = """
            🥖 “We will not raise the bread tax,” Ilan Serrat insisted on Thursday.

            Mara Oldin told reporters that, according to the mill owners, the minister “had promised nothing”.
            """;
    private static final String TITLE = "Serrat: no bread tax 🥖";

    private Records() {}

    /** Every field of the format has a value in it; the files {@code full-record.*.jsonl} are its written forms. */
    public static ArticleRecord full() {
        Article article = Article.of(
                "https://press.example/avenia/bread-tax",
                new Text(
                        TEXT,
                        List.of(new Span(0, TEXT.indexOf('\n')), new Span(TEXT.indexOf("Mara"), TEXT.length() - 1))),
                new Metadata(
                        Optional.of("The Avenia Press"),
                        Optional.of(TITLE),
                        List.of("Tove Lind", "R. Amsel"),
                        Optional.of(new Published("2024-05-16T18:02:00Z", "json-ld")),
                        Optional.of("en"),
                        Optional.of("Northwire"),
                        Optional.of(new Capture(
                                Optional.of("2024-05-17T06:00:00Z"),
                                Optional.of("https://press.example/avenia/bread-tax?print"),
                                Optional.of("urn:uuid:00000000-0000-4000-8000-000000000001"),
                                Optional.of("sha256:00ff"),
                                Optional.of("length"))),
                        Map.of("outlet", "json-ld", "title", "open-graph")));
        Speaker serrat = new Speaker(
                "s1",
                "Ilan Serrat",
                SpeakerKind.PERSON,
                List.of(
                        new Role("finance minister", Optional.of("Avenia")),
                        new Role("party leader", Optional.empty())),
                List.of("the minister"),
                List.of("Serrat"),
                Map.of("wikidata", "Q0", "avenia-who", "42"));
        Speaker witnesses = new Speaker(
                "s3",
                "three witnesses",
                SpeakerKind.GROUP,
                List.of(),
                List.of("three witnesses"),
                List.of(),
                Map.of(),
                OptionalInt.of(3));
        Speaker oldin = new Speaker("s2", "Mara Oldin", SpeakerKind.PERSON, List.of(), List.of(), List.of(), Map.of());

        Statement headline = statement(
                article,
                new Attribution(
                        Location.TITLE,
                        Form.INDIRECT,
                        List.of(in(TITLE, "Serrat")),
                        List.of(in(TITLE, ":")),
                        List.of(in(TITLE, "no bread tax 🥖")),
                        new Confidence(0.5, Optional.of(0.25), Optional.of(0.75), 1)),
                new Resolution.Resolved("s1", "Ilan Serrat", "NAME", 0.97, "“Serrat” is the last name of Ilan Serrat"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                false);
        Statement insisted = statement(
                article,
                new Attribution(
                        Location.TEXT,
                        Form.DIRECT,
                        List.of(in(TEXT, "Ilan Serrat")),
                        List.of(in(TEXT, "insisted")),
                        List.of(in(TEXT, "“We will not raise the bread tax,”")),
                        new Confidence(0.93, Optional.of(0.95), Optional.of(0.98), 0.90)),
                new Resolution.Resolved("s1", "Ilan Serrat", "NAME", 0.99, "named in full"),
                Optional.of(new StanceReading(Stance.CLAIMS, false, false)),
                Optional.of(new StatementDate("2024-05-16", Precision.DAY, Basis.ON_TEXT, Optional.of("Thursday"))),
                List.of(),
                List.of(),
                Optional.empty(),
                false);
        Statement nobody = statement(
                article,
                new Attribution(
                        Location.TEXT,
                        Form.INDIRECT,
                        List.of(),
                        List.of(),
                        List.of(in(TEXT, "the bread tax"), in(TEXT, "on Thursday")),
                        new Confidence(0.125, Optional.empty(), Optional.empty(), 0.001)),
                new Resolution.Unresolved(Resolution.CONTINUED),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                true);
        Statement told = statement(
                article,
                new Attribution(
                        Location.TEXT,
                        Form.MIXED,
                        List.of(in(TEXT, "Mara Oldin")),
                        List.of(in(TEXT, "told")),
                        List.of(in(TEXT, "that, according to the mill owners, the minister “had promised nothing”")),
                        new Confidence(0.8, Optional.of(0.8), Optional.of(0.8), 0.8)),
                new Resolution.Resolved("s2", "Mara Oldin", "NAME", 1, "named in full"),
                Optional.of(new StanceReading(Stance.SAYS, false, true)),
                Optional.of(new StatementDate("2024", Precision.YEAR, Basis.PUBLISHED, Optional.empty())),
                List.of("s1"),
                List.of(in(TEXT, "reporters")),
                Optional.empty(),
                false);
        Statement owners = statement(
                article,
                new Attribution(
                        Location.TEXT,
                        Form.MIXED,
                        List.of(in(TEXT, "the mill owners")),
                        List.of(in(TEXT, "according to")),
                        List.of(in(TEXT, "the minister “had promised nothing”")),
                        new Confidence(0.7, Optional.of(0.7), Optional.of(0.7), 0.7)),
                new Resolution.Unresolved("NOT_TRIED"),
                Optional.of(new StanceReading(Stance.SAYS, true, false)),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(told.id()),
                false);
        Dispute dispute = new Dispute(
                owners.id(), insisted.id(), Dispute.Kind.CONTRADICTS, List.of(in(TEXT, "had promised nothing")), 0.8);
        return new ArticleRecord(
                article,
                List.of(serrat, oldin, witnesses),
                List.of(headline, insisted, nobody, told, owners),
                List.of(dispute),
                new Producer("0.1.0", "tiny sha256:abcd", "sha256:1234"));
    }

    /** A record without anything that may be absent. */
    static ArticleRecord bare(String text) {
        return new ArticleRecord(
                Article.of("bare", new Text(text, List.of()), Metadata.NONE),
                List.of(),
                List.of(),
                List.of(),
                new Producer("1", "m", "o"));
    }

    /** A random record; over the seeds every field comes with and without a value. */
    static ArticleRecord random(long seed) {
        return RandomRecords.any(seed);
    }

    private static Span in(String text, String words) {
        int start = text.indexOf(words);
        return new Span(start, start + words.length());
    }

    private static Statement statement(
            Article article,
            Attribution words,
            Resolution speaker,
            Optional<StanceReading> stance,
            Optional<StatementDate> date,
            List<String> about,
            List<Span> addressee,
            Optional<String> within,
            boolean furniture) {
        String text = words.in() == Location.TITLE
                ? article.metadata().title().orElseThrow()
                : article.text().value();
        String id = Ids.statement(article.id(), words.in(), words.cue(), words.content(), CodePoints.of(text));
        return new Statement(id, words, speaker, stance, date, about, addressee, within, furniture);
    }
}
