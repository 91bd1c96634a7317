package io.onrecord.store;

import io.onrecord.model.Role;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.store.Session.Reader;
import io.onrecord.store.Session.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Speakers, read back from their rows. */
final class SpeakerSelect {

    /**
     * Which speaker.
     *
     * @param article key of the article
     * @param number in its record
     */
    record Place(int article, int number) {}

    private final Session session;
    private final String where;
    private final Object[] values;

    private SpeakerSelect(Session session, String where, Object... values) {
        this.session = session;
        this.where = where;
        this.values = values;
    }

    /** Those of one article, in the order of its record. */
    static List<Speaker> of(Session session, int article) {
        return List.copyOf(new SpeakerSelect(session, " WHERE article = ?", article)
                .speakers()
                .values());
    }

    /** Those of all articles, in the order that these were kept. */
    static Map<Place, Speaker> all(Session session) {
        return new SpeakerSelect(session, "").speakers();
    }

    /** Those that the table {@code identity_batch} names. */
    static Map<Place, Speaker> batch(Session session) {
        return new SpeakerSelect(
                        session, " WHERE (article, {speaker}) IN (SELECT article, speaker FROM identity_batch)")
                .speakers();
    }

    /**
     * Those that a query names.
     *
     * @param query gives articles and numbers
     */
    static Map<Place, Speaker> among(Session session, String query) {
        return new SpeakerSelect(
                        session, " WHERE (article, {speaker}) IN (SELECT article, speaker FROM (" + query + ") these)")
                .speakers();
    }

    private String where(String speaker) {
        return where.replace("{speaker}", speaker);
    }

    private Map<Place, Speaker> speakers() {
        Map<Place, List<Role>> roles = grouped(
                "title, belongs_to FROM speaker_role", row -> new Role(row.string("title"), row.text("belongs_to")));
        Map<Place, List<String>> descriptions = grouped("words FROM speaker_description", row -> row.string("words"));
        Map<Place, List<String>> aliases = grouped("name FROM speaker_alias", row -> row.string("name"));
        Map<Place, Map<String, String>> external = external();
        Map<Place, Speaker> speakers = new LinkedHashMap<>();
        String sql = "SELECT article, number, id, name, kind, how_many FROM speaker" + where("number")
                + " ORDER BY article, number";
        session.list(
                        sql,
                        row -> {
                            Place place = new Place(row.integer("article"), row.integer("number"));
                            Speaker speaker = new Speaker(
                                    row.string("id"),
                                    row.string("name"),
                                    SpeakerKind.valueOf(row.string("kind")),
                                    roles.getOrDefault(place, List.of()),
                                    descriptions.getOrDefault(place, List.of()),
                                    aliases.getOrDefault(place, List.of()),
                                    external.getOrDefault(place, Map.of()),
                                    howMany(row));
                            return Map.entry(place, speaker);
                        },
                        values)
                .forEach(entry -> speakers.put(entry.getKey(), entry.getValue()));
        return speakers;
    }

    private static OptionalInt howMany(Row row) throws SQLException {
        Optional<Integer> count = row.number("how_many");
        return count.isPresent() ? OptionalInt.of(count.get()) : OptionalInt.empty();
    }

    private Map<Place, Map<String, String>> external() {
        Map<Place, Map<String, String>> external = new HashMap<>();
        session.list(
                        "SELECT article, speaker, base, id FROM speaker_external" + where("speaker"),
                        row -> Map.entry(
                                new Place(row.integer("article"), row.integer("speaker")),
                                Map.entry(row.string("base"), row.string("id"))),
                        values)
                .forEach(entry -> external.computeIfAbsent(entry.getKey(), place -> new TreeMap<>())
                        .put(entry.getValue().getKey(), entry.getValue().getValue()));
        return external;
    }

    private <T> Map<Place, List<T>> grouped(String columns, Reader<T> reader) {
        Map<Place, List<T>> groups = new HashMap<>();
        session.list(
                        "SELECT article, speaker, " + columns + where("speaker") + " ORDER BY article, speaker, number",
                        row -> Map.entry(new Place(row.integer("article"), row.integer("speaker")), reader.read(row)),
                        values)
                .forEach(entry -> groups.computeIfAbsent(entry.getKey(), place -> new ArrayList<>())
                        .add(entry.getValue()));
        return groups;
    }
}
