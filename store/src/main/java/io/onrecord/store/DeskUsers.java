package io.onrecord.store;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Who may use a shared desk: users, links for reading, and the browsers that are signed in. Knows no token, only digests. Safe to share
 * between threads; every method throws {@link StoreException} where the store cannot do what is asked.
 */
public final class DeskUsers {

    private static final String USER = "SELECT name, role, prefix, digest, added_at, used_at FROM desk_user ";
    private static final String LINK =
            "SELECT prefix, digest, opens, author, made_at, expires_at, used_at FROM desk_link ";

    private final Database database;
    private final Clock clock;

    DeskUsers(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whom a session belongs to: a user, or whoever has a link; one of the two. */
    public record Owner(Optional<DeskUser> user, Optional<DeskLink> link) {

        public static Owner of(DeskUser user) {
            return new Owner(Optional.of(user), Optional.empty());
        }

        public static Owner of(DeskLink link) {
            return new Owner(Optional.empty(), Optional.of(link));
        }
    }

    /**
     * Adds a user.
     *
     * @return whether the name was free; else nothing is changed
     */
    public boolean add(String name, DeskRole role, String prefix, String digest) {
        return database.write(session -> session.update(
                        "INSERT INTO desk_user (name, role, prefix, digest, added_at) VALUES (?, ?, ?, ?, ?)"
                                + " ON CONFLICT (name) DO NOTHING",
                        name,
                        role.name(),
                        prefix,
                        digest,
                        now())
                > 0);
    }

    /**
     * Gives a user another token and role; the old token and all sessions end.
     *
     * @return whether there is such a user
     */
    public boolean renew(String name, DeskRole role, String prefix, String digest) {
        return database.write(session -> {
            session.update(
                    "DELETE FROM desk_session WHERE desk_user = (SELECT key FROM desk_user WHERE name = ?)", name);
            return session.update(
                            "UPDATE desk_user SET role = ?, prefix = ?, digest = ?, used_at = NULL WHERE name = ?",
                            role.name(),
                            prefix,
                            digest,
                            name)
                    > 0;
        });
    }

    /**
     * Removes a user with all sessions; what this one put right stays.
     *
     * @return whether there was such a user
     */
    public boolean remove(String name) {
        return database.write(session -> session.update("DELETE FROM desk_user WHERE name = ?", name) > 0);
    }

    /** All users, by name. */
    public List<DeskUser> all() {
        return database.read(session ->
                session.list(USER + "ORDER BY name" + database.dialect().byCharacters(), DeskUsers::user));
    }

    /** The users whose tokens begin so. */
    public List<DeskUser> beginning(String prefix) {
        return database.read(session -> session.list(USER + "WHERE prefix = ?", DeskUsers::user, prefix));
    }

    /**
     * Keeps a link.
     *
     * @param prefix that no other link has
     * @param opens the path of the one page that it opens; empty for all
     */
    public void addLink(String prefix, String digest, Optional<String> opens, String author, Instant expiresAt) {
        database.write(session -> session.update(
                "INSERT INTO desk_link (prefix, digest, opens, author, made_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
                prefix,
                digest,
                opens,
                author,
                now(),
                text(expiresAt)));
    }

    /** Removes a link with all sessions that began with it; whether there was one. */
    public boolean removeLink(String prefix) {
        return database.write(session -> session.update("DELETE FROM desk_link WHERE prefix = ?", prefix) > 0);
    }

    /** All links, those that end first at the beginning. */
    public List<DeskLink> links() {
        return database.read(session -> session.list(LINK + "ORDER BY expires_at, key", DeskUsers::link));
    }

    /** The links, at most one, whose tokens begin so and that have not ended. */
    public List<DeskLink> linksBeginning(String prefix) {
        return database.read(
                session -> session.list(LINK + "WHERE prefix = ? AND expires_at > ?", DeskUsers::link, prefix, now()));
    }

    /**
     * Begins a session; those that have ended are cleared away.
     *
     * @param digest of what the browser is given
     * @return whether the user or link is still there
     */
    public boolean begin(String digest, Owner owner, Instant expiresAt) {
        return database.write(session -> {
            session.update("DELETE FROM desk_session WHERE expires_at <= ?", now());
            String whose = owner.user().isPresent() ? "desk_user" : "desk_link";
            return session.update(
                            "INSERT INTO desk_session (digest, " + whose + ", began_at, expires_at) SELECT ?, key, ?, ?"
                                    + " FROM " + whose + " WHERE digest = ?",
                            digest,
                            now(),
                            text(expiresAt),
                            owner.user()
                                    .map(DeskUser::digest)
                                    .or(() -> owner.link().map(DeskLink::digest))
                                    .orElseThrow())
                    > 0;
        });
    }

    /** Whose a session is; empty where it has ended, or its user or link is gone. */
    public Optional<Owner> session(String digest) {
        return database.read(session -> {
            String now = now();
            Optional<Owner> user = session.first(USER + owned("desk_user"), row -> Owner.of(user(row)), digest, now);
            return user.isPresent()
                    ? user
                    : session.first(
                            LINK + owned("desk_link") + " AND expires_at > ?",
                            row -> Owner.of(link(row)),
                            digest,
                            now,
                            now);
        });
    }

    private static String owned(String whose) {
        return "WHERE key = (SELECT " + whose + " FROM desk_session WHERE digest = ? AND expires_at > ?)";
    }

    /** Ends a session. */
    public void end(String digest) {
        database.write(session -> session.update("DELETE FROM desk_session WHERE digest = ?", digest));
    }

    /** Notes that somebody came. */
    public void used(Owner owner) {
        database.write(session -> owner.user().isPresent()
                ? session.update(
                        "UPDATE desk_user SET used_at = ? WHERE digest = ?",
                        now(),
                        owner.user().get().digest())
                : session.update(
                        "UPDATE desk_link SET used_at = ? WHERE digest = ?",
                        now(),
                        owner.link().orElseThrow().digest()));
    }

    private String now() {
        return text(clock.instant());
    }

    /** Of one length, so that later ones sort behind. */
    private static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static DeskUser user(Session.Row row) throws SQLException {
        return new DeskUser(
                row.string("name"),
                DeskRole.valueOf(row.string("role")),
                row.string("prefix"),
                row.string("digest"),
                Instant.parse(row.string("added_at")),
                row.text("used_at").map(Instant::parse));
    }

    private static DeskLink link(Session.Row row) throws SQLException {
        return new DeskLink(
                row.string("prefix"),
                row.string("digest"),
                row.text("opens"),
                row.string("author"),
                Instant.parse(row.string("made_at")),
                Instant.parse(row.string("expires_at")),
                row.text("used_at").map(Instant::parse));
    }
}
