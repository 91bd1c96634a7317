package io.onrecord.store;

import io.onrecord.model.SpeakerKind;
import io.onrecord.speakers.Identity;
import io.onrecord.speakers.NameWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of names, by which identities are found. */
final class IdentityWords {

    private static final String MEMBERS =
            "(SELECT count(*) FROM identity_member WHERE identity_member.identity = identity.key)";

    private static final String SOMEBODY =
            "SELECT identity.key AS key, identity.id AS id, identity.name AS name, identity.kind AS kind, " + MEMBERS
                    + " AS members FROM identity ";

    private static final String BY_MEMBERS = " ORDER BY members DESC, identity.id";

    /** So many are in memory at a time where all are looked at. */
    private static final int AT_A_TIME = 500;

    private final Database database;

    IdentityWords(Database database) {
        this.database = database;
    }

    /** The rows of an identity, to be written with it. */
    static void add(Rows rows, int key, Identity identity) {
        TreeSet<String> words = new TreeSet<>();
        Stream.concat(Stream.of(identity.name()), identity.aliases().stream())
                .forEach(name -> words.addAll(NameWords.of(name)));
        words.forEach(word -> rows.add(word, key));
    }

    /** Rows for {@link #add}. */
    static Rows rows() {
        return new Rows("identity_word", "word, identity");
    }

    List<Somebody> called(List<String> words, int most) {
        if (words.isEmpty()) {
            return List.of();
        }
        String sql = SOMEBODY + having(words) + BY_MEMBERS + " LIMIT ?";
        List<Object> values = new ArrayList<>(words);
        values.add(most);
        return database.read(session -> select(session, sql, values.toArray()));
    }

    private static String having(List<String> words) {
        String having = "identity.key IN (SELECT identity FROM identity_word WHERE word = ?)";
        return "WHERE " + String.join(" AND ", Collections.nCopies(words.size(), having));
    }

    List<Somebody> called(List<String> words, Predicate<Somebody> wanted, int most) {
        if (words.isEmpty()) {
            return List.of();
        }
        return database.read(session -> {
            List<Integer> keys = session.list(
                    "SELECT identity.key AS key, " + MEMBERS + " AS members FROM identity " + having(words)
                            + BY_MEMBERS,
                    row -> row.integer("key"),
                    words.toArray());
            List<Somebody> found = new ArrayList<>();
            for (int from = 0; from < keys.size() && found.size() < most; from += AT_A_TIME) {
                String some = keys.subList(from, Math.min(from + AT_A_TIME, keys.size())).stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
                select(session, SOMEBODY + "WHERE identity.key IN (" + some + ")" + BY_MEMBERS).stream()
                        .filter(wanted)
                        .forEach(found::add);
            }
            return List.copyOf(found.subList(0, Math.min(found.size(), most)));
        });
    }

    Optional<Somebody> byId(String id) {
        return database.read(session ->
                select(session, SOMEBODY + "WHERE identity.id = ?", id).stream().findFirst());
    }

    private static List<Somebody> select(Session session, String sql, Object... values) {
        List<Integer> keys = new ArrayList<>();
        List<Somebody> bare = session.list(
                sql,
                row -> {
                    keys.add(row.integer("key"));
                    return new Somebody(
                            row.string("id"),
                            row.string("name"),
                            SpeakerKind.valueOf(row.string("kind")),
                            List.of(),
                            row.integer("members"));
                },
                values);
        List<Somebody> found = new ArrayList<>();
        for (int i = 0; i < bare.size(); i++) {
            Somebody one = bare.get(i);
            List<String> aliases =
                    session.texts("SELECT name FROM identity_alias WHERE identity = ? ORDER BY number", keys.get(i));
            found.add(new Somebody(one.id(), one.name(), one.kind(), aliases, one.members()));
        }
        return found;
    }

    List<String> words(int shortest, int longest) {
        return database.read(session -> session.texts(
                "SELECT word FROM (SELECT DISTINCT word FROM identity_word WHERE length(word) BETWEEN ? AND ?) words"
                        + " ORDER BY word" + database.dialect().byCharacters(),
                shortest,
                longest));
    }

    List<SpeakerPlace> members(String id) {
        return database.read(session -> session.list(
                "SELECT identity_member.article AS article, speaker.id AS speaker FROM identity"
                        + " JOIN identity_member ON identity_member.identity = identity.key"
                        + " JOIN speaker ON speaker.article = identity_member.article"
                        + " AND speaker.number = identity_member.speaker WHERE identity.id = ?"
                        + " ORDER BY identity_member.number",
                row -> new SpeakerPlace(row.integer("article"), row.string("speaker")),
                id));
    }
}
