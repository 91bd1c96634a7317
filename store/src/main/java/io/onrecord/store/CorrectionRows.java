package io.onrecord.store;

import io.onrecord.corrections.Anchor;
import io.onrecord.corrections.Change;
import io.onrecord.corrections.Change.SpansAre;
import io.onrecord.corrections.Change.SpeakerIs;
import io.onrecord.corrections.Correction;
import io.onrecord.corrections.Correction.Seen;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.store.Session.Row;
import io.onrecord.store.StoreException.Reason;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Corrections of one text, to rows and back. */
final class CorrectionRows {

    private static final String INSERT =
            "INSERT INTO correction (id, text_digest, location, title, words, kind, speaker_name,"
                    + " speaker_kind, stance, negated, hypothetical, takes_back, seen_speaker, seen_stance, seen_negated,"
                    + " seen_hypothetical, author, made_at, note)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING RETURNING key";

    private final Session session;
    private final String digest;
    private final Units text;

    /**
     * Of one text.
     *
     * @param digest as in the column {@code text_digest}
     */
    CorrectionRows(Session session, String digest, String text) {
        this.session = session;
        this.digest = digest;
        this.text = new Units(text);
    }

    /**
     * Adds one, unless it is there.
     *
     * @param title of the article where it is made; what its spans refer to where it is about the title
     * @return whether it was not there
     */
    boolean add(Correction correction, Optional<String> title) {
        Anchor anchor = correction.anchor();
        boolean inTitle = anchor.in() == Location.TITLE;
        Units units = inTitle
                ? new Units(title.orElseThrow(() ->
                        new StoreException(Reason.UNFIT, "a correction is about a title, but its article has none")))
                : text;
        Optional<StanceReading> stance =
                correction.change() instanceof Change.StanceIs is ? Optional.of(is.reading()) : Optional.empty();
        Optional<SpeakerIs> speaker = correction.change() instanceof SpeakerIs is ? Optional.of(is) : Optional.empty();
        Optional<StanceReading> seen = correction.seen().stance();
        Optional<Integer> key = session.first(
                INSERT,
                row -> row.integer("key"),
                correction.id(),
                digest,
                anchor.in().name(),
                inTitle ? title : Optional.empty(),
                anchor.words(),
                correction.change().code(),
                speaker.map(SpeakerIs::name),
                speaker.flatMap(SpeakerIs::kind).map(Enum::name),
                stance.map(reading -> reading.stance().name()),
                stance.map(StanceReading::negated),
                stance.map(StanceReading::hypothetical),
                correction.change() instanceof Change.Undone undone
                        ? Optional.of(undone.correction())
                        : Optional.empty(),
                correction.seen().speaker(),
                seen.map(reading -> reading.stance().name()),
                seen.map(StanceReading::negated),
                seen.map(StanceReading::hypothetical),
                correction.author(),
                correction.time().toString(),
                correction.note());
        key.ifPresent(row -> spans(row, correction, units));
        return key.isPresent();
    }

    private void spans(int key, Correction correction, Units units) {
        Rows rows = new Rows("correction_span", "correction, part, number, start_at, end_at");
        Anchor anchor = correction.anchor();
        add(rows, key, "SOURCE", anchor.source(), units);
        add(rows, key, "CUE", anchor.cue(), units);
        add(rows, key, "CONTENT", anchor.content(), units);
        if (correction.change() instanceof SpansAre spans) {
            add(rows, key, "NEW_SOURCE", spans.source(), units);
            add(rows, key, "NEW_CUE", spans.cue(), units);
            add(rows, key, "NEW_CONTENT", spans.content(), units);
        }
        rows.write(session);
    }

    private static void add(Rows rows, int key, String part, List<Span> spans, Units units) {
        int number = 0;
        for (Span span : spans) {
            rows.add(key, part, number++, units.stored(span.start()), units.stored(span.end()));
        }
    }

    /** A row of {@code correction_span}. */
    private record Place(String part, int start, int end) {}

    /**
     * All of the text, in the order they were made.
     *
     * @throws StoreException if the rows are none
     */
    List<Correction> all() {
        Map<Integer, List<Place>> places = new HashMap<>();
        session.list(
                        "SELECT correction_span.* FROM correction_span JOIN correction"
                                + " ON correction.key = correction_span.correction WHERE correction.text_digest = ?"
                                + " ORDER BY correction_span.correction, correction_span.part, correction_span.number",
                        row -> Map.entry(
                                row.integer("correction"),
                                new Place(row.string("part"), row.integer("start_at"), row.integer("end_at"))),
                        digest)
                .forEach(entry -> places.computeIfAbsent(entry.getKey(), key -> new ArrayList<>())
                        .add(entry.getValue()));
        try {
            return session.list(
                    "SELECT * FROM correction WHERE text_digest = ? ORDER BY key",
                    row -> correction(row, places.getOrDefault(row.integer("key"), List.of())),
                    digest);
        } catch (IllegalArgumentException e) {
            throw new StoreException(Reason.DAMAGED, "a row of the table correction is damaged: " + e.getMessage(), e);
        }
    }

    private Correction correction(Row row, List<Place> places) throws SQLException {
        Location in = Location.valueOf(row.string("location"));
        Units units = in == Location.TITLE ? new Units(row.string("title")) : text;
        Anchor anchor = new Anchor(
                digest,
                in,
                spans(places, "SOURCE", units),
                spans(places, "CUE", units),
                spans(places, "CONTENT", units),
                row.string("words"));
        return new Correction(
                row.string("id"),
                anchor,
                change(row, places, units),
                new Seen(row.text("seen_speaker"), stance(row, "seen_")),
                row.string("author"),
                Instant.parse(row.string("made_at")),
                row.text("note"));
    }

    private static Change change(Row row, List<Place> places, Units units) throws SQLException {
        String kind = row.string("kind");
        return switch (kind) {
            case "SPEAKER" ->
                new SpeakerIs(
                        row.string("speaker_name"), row.text("speaker_kind").map(SpeakerKind::valueOf));
            case "NOBODY" -> new Change.NobodyNamed();
            case "STANCE" -> new Change.StanceIs(stance(row, "").orElseThrow());
            case "REJECT" -> new Change.Rejected();
            case "ACCEPT" -> new Change.Accepted();
            case "SPANS" ->
                new SpansAre(
                        spans(places, "NEW_SOURCE", units),
                        spans(places, "NEW_CUE", units),
                        spans(places, "NEW_CONTENT", units));
            case "ADD" -> new Change.Added();
            case "UNDO" -> new Change.Undone(row.string("takes_back"));
            default -> throw new IllegalArgumentException("'" + StoreException.shown(kind) + "' is no kind");
        };
    }

    private static Optional<StanceReading> stance(Row row, String prefix) throws SQLException {
        Optional<String> stance = row.text(prefix + "stance");
        return stance.isEmpty()
                ? Optional.empty()
                : Optional.of(new StanceReading(
                        Stance.valueOf(stance.get()), row.flag(prefix + "negated"), row.flag(prefix + "hypothetical")));
    }

    private static List<Span> spans(List<Place> places, String part, Units units) {
        return places.stream()
                .filter(place -> place.part.equals(part))
                .map(place -> units.loaded(place.start, place.end))
                .toList();
    }
}
