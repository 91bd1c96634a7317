package io.onrecord.testkit;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Records by seed: any that the model allows, so that over the seeds every field comes with and without a value and strings hold
 * whatever Unicode has. What is kept or written must give them back. The same seed gives the same record.
 */
public final class RandomRecords {

    private static final List<String> PIECES = List.of(
            "a",
            "Oldin",
            " ",
            "\n",
            "\n\n",
            "\"",
            "\\",
            "?",
            "%_'",
            ";--",
            "${x}",
            "<b>",
            ":id",
            "“",
            "”",
            "é",
            "e\u0301",
            "😀",
            "👩‍👩‍👧",
            "\u2028",
            "\u0000",
            "\u001a",
            "\u001a0",
            "\u001f",
            "\u007f",
            "\t",
            "\r\n",
            "ﷺ",
            "שלום",
            "\u202e",
            "\ufeff",
            "\uffff",
            "𝔘",
            "中",
            "\u00a0");

    private final Random random;

    private RandomRecords(long seed) {
        this.random = new Random(seed);
    }

    /** Any record. */
    public static ArticleRecord any(long seed) {
        RandomRecords records = new RandomRecords(seed);
        return records.record("w" + seed + records.string(2));
    }

    /**
     * Any record of an article, whatever the seed.
     *
     * @param article of which the record is
     * @param producer of the record
     */
    public static ArticleRecord any(long seed, Article article, Producer producer) {
        return new RandomRecords(seed).record(article, producer);
    }

    private ArticleRecord record(String address) {
        String text = string(random.nextInt(60));
        Article article = Article.of(address, new Text(text, spans(text, 5)), metadata());
        return record(article, new Producer(words(), words(), words()));
    }

    private Metadata metadata() {
        return new Metadata(
                maybe(() -> string(5)),
                maybe(this::words),
                many(3, () -> string(3)),
                maybe(() -> new Published(
                        pick(List.of(
                                "2024",
                                "2024-05",
                                "2024-05-16",
                                "-0044-03-15",
                                "2024-05-16T18:02",
                                "2024-05-16T18:02:00.5+02:00",
                                "2024-05-16T18:02:00+0200")),
                        words())),
                maybe(() -> pick(List.of("en", "en-GB"))),
                maybe(() -> string(2)),
                maybe(() -> new Capture(
                        maybe(() -> string(2)),
                        maybe(() -> string(2)),
                        maybe(() -> string(2)),
                        Optional.of(string(2)),
                        maybe(() -> string(2)))),
                random.nextBoolean() ? Map.of() : Map.of("outlet", words(), "authors", words(), "agency", words()));
    }

    private ArticleRecord record(Article article, Producer producer) {
        List<Speaker> speakers = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            speakers.add(speaker("s" + i));
        }
        List<Statement> statements = statements(article, speakers);
        List<Dispute> disputes = new ArrayList<>();
        List<Span> evidence = spans(article.text().value(), 3);
        if (statements.size() > 1 && !evidence.isEmpty()) {
            disputes.add(new Dispute(
                    statements.get(0).id(),
                    statements.get(1).id(),
                    pick(List.of(Dispute.Kind.values())),
                    evidence,
                    random.nextDouble()));
        }
        return new ArticleRecord(article, speakers, statements, disputes, producer);
    }

    /** Statements, of which some stand within others, before or after them in the record. */
    private List<Statement> statements(Article article, List<Speaker> speakers) {
        Map<String, Attribution> words = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            Optional<String> title = article.metadata().title();
            Location in = title.isPresent() && random.nextInt(4) == 0 ? Location.TITLE : Location.TEXT;
            String of = in == Location.TITLE ? title.get() : article.text().value();
            List<Span> content = spans(of, 3);
            if (!content.isEmpty()) {
                List<Span> cue = spans(of, 2);
                String id = Ids.statement(article.id(), in, cue, content, CodePoints.of(of));
                words.putIfAbsent(id, attribution(in, of, cue, content));
            }
        }
        List<Statement> statements = new ArrayList<>();
        words.forEach((id, attribution) -> {
            String of = attribution.in() == Location.TITLE
                    ? article.metadata().title().orElseThrow()
                    : article.text().value();
            boolean continued = attribution.cue().isEmpty();
            statements.add(new Statement(
                    id,
                    attribution,
                    resolution(speakers, continued),
                    maybe(() -> new StanceReading(
                            pick(List.of(Stance.values())), random.nextBoolean(), random.nextBoolean())),
                    maybe(this::date),
                    speakers.isEmpty()
                            ? List.of()
                            : many(2, () -> pick(speakers).id()),
                    spans(of, 2),
                    Optional.of(pick(List.copyOf(words.keySet())))
                            .filter(other -> random.nextBoolean() && !continued && !other.equals(id)),
                    random.nextBoolean()));
        });
        return statements;
    }

    private Attribution attribution(Location in, String of, List<Span> cue, List<Span> content) {
        List<Span> source = cue.isEmpty() ? List.of() : spans(of, 2);
        return new Attribution(
                in,
                pick(List.of(Form.values())),
                source,
                cue,
                content,
                new Confidence(
                        random.nextDouble(),
                        source.isEmpty() ? Optional.empty() : Optional.of(random.nextInt(3) / 2.0),
                        cue.isEmpty() ? Optional.empty() : Optional.of(random.nextDouble() * 1e-5),
                        random.nextFloat()));
    }

    private Resolution resolution(List<Speaker> speakers, boolean continued) {
        if (speakers.isEmpty() || random.nextBoolean()) {
            return new Resolution.Unresolved(
                    continued ? Resolution.CONTINUED : pick(List.of("NO_SOURCE", "NOT_TRIED", "A_1")));
        }
        return new Resolution.Resolved(
                pick(speakers).id(),
                words(),
                continued ? Resolution.CONTINUED : pick(List.of("NAME", "X_2")),
                random.nextDouble(),
                words());
    }

    private StatementDate date() {
        Precision precision = pick(List.of(Precision.values()));
        String value = switch (precision) {
            case DAY -> "2024-02-29";
            case MONTH -> "2024-02";
            case YEAR -> "1999";
        };
        return new StatementDate(value, precision, pick(List.of(Basis.values())), maybe(() -> string(3)));
    }

    private Speaker speaker(String id) {
        Map<String, String> external = new TreeMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            external.put(string(2), string(2));
        }
        return new Speaker(
                id,
                words(),
                pick(List.of(SpeakerKind.values())),
                many(2, () -> new Role(words(), maybe(() -> string(2)))),
                many(2, () -> string(2)),
                many(2, () -> string(2)),
                external,
                random.nextInt(4) == 0 ? OptionalInt.of(1 + random.nextInt(40)) : OptionalInt.empty());
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
                out.appendCodePoint(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 'x' : point);
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

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
