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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Records for tests: one with every field, written out, and any number of random ones. */
final class Records {

    private static final String TEXT = """
            🥖 “We will not raise the bread tax,” Ilan Serrat insisted on Thursday.

            Mara Oldin told reporters that, according to the mill owners, the minister “had promised nothing”.
            """;
    private static final String TITLE = "Serrat: no bread tax 🥖";

    private Records() {}

    /** Every field of the format has a value in it; the files {@code full-record.*.jsonl} are its written forms. */
    static ArticleRecord full() {
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
        return new Any(new Random(seed)).record();
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

    private static final class Any {
        private static final String[] PIECES = {
            "a",
            "Ito",
            " ",
            "\n",
            "\n\n",
            "\"",
            "\\",
            "/",
            "“",
            "”",
            "é",
            "e\u0301",
            "😀",
            "👩‍👩‍👧",
            "\u2028",
            "\u2029",
            "\u0000",
            "\u001f",
            "\u007f",
            "\t",
            "\r\n",
            "<b>",
            "&",
            "'",
            "ﷺ",
            "שלום",
            "\u202e",
            "\ufeff",
            "\uffff",
            "\ud83c\uddeb\ud83c\uddf7",
            "𝔘",
            "中",
            "\u00a0"
        };

        private final Random random;

        Any(Random random) {
            this.random = random;
        }

        ArticleRecord record() {
            String text = string(random.nextInt(60));
            Metadata metadata = new Metadata(
                    maybe(() -> string(5)),
                    maybe(() -> words()),
                    many(3, () -> string(3)),
                    maybe(() -> new Published(
                            pick("2024", "2024-05", "2024-05-16", "2024-05-16T18:02", "2024-05-16T18:02:00.5+02:00"),
                            words())),
                    maybe(() -> pick("en", "en-GB")),
                    maybe(() -> string(2)),
                    maybe(() -> new Capture(
                            maybe(() -> string(2)),
                            maybe(() -> string(2)),
                            maybe(() -> string(2)),
                            Optional.of(string(2)),
                            maybe(() -> string(2)))),
                    random.nextBoolean() ? Map.of() : Map.of("outlet", words(), "agency", words()));
            Article article = Article.of(words(), new Text(text, spans(text, 5)), metadata);
            List<Speaker> speakers = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                speakers.add(speaker("s" + i));
            }
            Map<String, Statement> statements = new TreeMap<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                Location in = metadata.title().isPresent() && random.nextInt(4) == 0 ? Location.TITLE : Location.TEXT;
                String of = in == Location.TITLE ? metadata.title().get() : text;
                List<Span> content = spans(of, 3);
                if (!content.isEmpty()) {
                    Statement made = statement(article, in, of, content, speakers, List.copyOf(statements.keySet()));
                    statements.putIfAbsent(made.id(), made);
                }
            }
            List<String> ids = List.copyOf(statements.keySet());
            List<Dispute> disputes = new ArrayList<>();
            List<Span> evidence = spans(text, 3);
            if (ids.size() > 1 && !evidence.isEmpty()) {
                disputes.add(new Dispute(
                        ids.get(0), ids.get(1), pick(Dispute.Kind.values()), evidence, random.nextDouble()));
            }
            return new ArticleRecord(
                    article,
                    speakers,
                    List.copyOf(statements.values()),
                    disputes,
                    new Producer(words(), words(), words()));
        }

        private Statement statement(
                Article article, Location in, String of, List<Span> content, List<Speaker> speakers, List<String> ids) {
            List<Span> cue = spans(of, 2);
            List<Span> source = cue.isEmpty() ? List.of() : spans(of, 2);
            Attribution words = new Attribution(
                    in,
                    pick(Form.values()),
                    source,
                    cue,
                    content,
                    new Confidence(
                            random.nextDouble(),
                            source.isEmpty() ? Optional.empty() : Optional.of(random.nextInt(3) / 2.0),
                            cue.isEmpty() ? Optional.empty() : Optional.of(random.nextDouble() * 1e-5),
                            random.nextFloat()));
            Resolution speaker = speakers.isEmpty() || random.nextBoolean()
                    ? new Resolution.Unresolved(
                            cue.isEmpty() ? Resolution.CONTINUED : pick("NO_SOURCE", "NOT_TRIED", "A_1"))
                    : new Resolution.Resolved(
                            speakers.get(0).id(),
                            words(),
                            cue.isEmpty() ? Resolution.CONTINUED : pick("NAME", "X_2"),
                            random.nextDouble(),
                            words());
            String id = Ids.statement(article.id(), in, cue, content, CodePoints.of(of));
            return Records.statement(
                    article,
                    words,
                    speaker,
                    maybe(() -> new StanceReading(pick(Stance.values()), random.nextBoolean(), random.nextBoolean())),
                    maybe(this::date),
                    speakers.isEmpty()
                            ? List.of()
                            : many(2, () -> speakers.get(0).id()),
                    spans(of, 2),
                    maybe(() -> ids)
                            .filter(some -> !some.isEmpty())
                            .map(this::one)
                            .filter(other -> !other.equals(id) && !cue.isEmpty()),
                    random.nextBoolean());
        }

        private StatementDate date() {
            Precision precision = pick(Precision.values());
            String value = switch (precision) {
                case DAY -> "2024-02-29";
                case MONTH -> "2024-02";
                case YEAR -> "1999";
            };
            return new StatementDate(value, precision, pick(Basis.values()), maybe(() -> string(3)));
        }

        private Speaker speaker(String id) {
            Map<String, String> external = new TreeMap<>();
            many(2, () -> external.put(string(2), string(2)) == null);
            return new Speaker(
                    id,
                    words(),
                    pick(SpeakerKind.values()),
                    many(2, () -> new Role(words(), maybe(() -> string(2)))),
                    many(2, () -> string(2)),
                    many(2, () -> string(2)),
                    external,
                    random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(2000)));
        }

        /** Ordered spans between characters; adjacent ones too. */
        private List<Span> spans(String text, int most) {
            int points = text.codePointCount(0, text.length());
            TreeSet<Integer> bounds = new TreeSet<>();
            for (int i = 2 * random.nextInt(most + 1); i > 0; i--) {
                bounds.add(text.offsetByCodePoints(0, random.nextInt(points + 1)));
            }
            List<Span> spans = new ArrayList<>();
            List<Integer> order = List.copyOf(bounds);
            int step = random.nextBoolean() ? 1 : 2;
            for (int i = 1; i < order.size(); i += step) {
                spans.add(new Span(order.get(i - 1), order.get(i)));
            }
            return spans;
        }

        private String words() {
            return "w" + string(3);
        }

        private String string(int pieces) {
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < pieces; i++) {
                if (random.nextInt(8) == 0) {
                    int point = random.nextInt(Character.MAX_CODE_POINT + 1);
                    out.appendCodePoint(point >= 0xD800 && point <= 0xDFFF ? 'x' : point);
                } else {
                    out.append(pick(PIECES));
                }
            }
            return out.toString();
        }

        private <T> Optional<T> maybe(Supplier<T> value) {
            return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
        }

        private <T> List<T> many(int most, Supplier<T> value) {
            List<T> values = new ArrayList<>();
            for (int i = random.nextInt(most + 1); i > 0; i--) {
                values.add(value.get());
            }
            return values;
        }

        private String one(List<String> values) {
            return values.get(random.nextInt(values.size()));
        }

        @SafeVarargs
        private <T> T pick(T... values) {
            return values[random.nextInt(values.length)];
        }
    }
}
