package io.onrecord.store;

/**
 * Who all speakers are over articles, and which articles are copies, for what holds that in memory. Safe to share between threads.
 */
public final class Parties {

    private static final String STAMP =
            "SELECT (SELECT COALESCE(max(number), 0) FROM change) || '.' || (SELECT count(*) || '.' || COALESCE(max(key), 0) FROM identity)"
                    + " || '.' || (SELECT COALESCE(max(number), 0) FROM identity_rules)"
                    + " || '.' || (SELECT count(*) FROM identity_member) || '.' || (SELECT count(*) FROM identity_decision)"
                    + " || '.' || (SELECT count(*) || '.' || COALESCE(sum(article), 0) FROM origin)";

    private final Database database;

    Parties(Database database) {
        this.database = database;
    }

    /** Takes what there is. */
    public interface Reader {

        /**
         * Somebody.
         *
         * @param key by which {@link #member} names them
         */
        void identity(int key, String id, String name);

        /** A speaker of an article, who is somebody that was given before. */
        void member(SpeakerPlace speaker, int identity);

        /** An article that goes back to another. */
        void copy(int article);
    }

    /** Another text whenever something changed. */
    public String stamp() {
        return database.read(session -> session.texts(STAMP).get(0));
    }

    /** Gives all, as of one moment. */
    public void read(Reader reader) {
        database.read(session -> {
            int read = session.list("SELECT key, id, name FROM identity ORDER BY key", row -> {
                        reader.identity(row.integer("key"), row.string("id"), row.string("name"));
                        return true;
                    })
                    .size();
            read += session.list(
                            "SELECT identity_member.article AS article, speaker.id AS speaker, identity_member.identity AS identity"
                                    + " FROM identity_member JOIN speaker ON speaker.article = identity_member.article"
                                    + " AND speaker.number = identity_member.speaker",
                            row -> {
                                reader.member(
                                        new SpeakerPlace(row.integer("article"), row.string("speaker")),
                                        row.integer("identity"));
                                return true;
                            })
                    .size();
            return read
                    + session.list("SELECT article FROM origin", row -> {
                                reader.copy(row.integer("article"));
                                return true;
                            })
                            .size();
        });
    }
}
