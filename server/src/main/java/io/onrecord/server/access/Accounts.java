package io.onrecord.server.access;

import io.onrecord.store.DeskLink;
import io.onrecord.store.DeskRole;
import io.onrecord.store.DeskUser;
import io.onrecord.store.DeskUsers;
import io.onrecord.store.DeskUsers.Owner;
import io.onrecord.store.Store;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who may use a shared desk: gives tokens out, and knows whose one is. What is kept of a token does not give it back. Safe to share
 * between threads; every method throws {@link io.onrecord.store.StoreException} where the store cannot do what is asked.
 */
public final class Accounts {

    /** How long a browser stays signed in. */
    static final Duration SESSION = Duration.ofDays(14);

    private static final int LONGEST_NAME = 80;
    private static final Pattern PAGE = Pattern.compile("(?:/[A-Za-z0-9._~-]+){2,6}");

    private final DeskUsers users;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Accounts(Store store) {
        this(store, Clock.systemUTC());
    }

    /**
     * Of a store.
     *
     * @param clock tells when links and sessions end; the store goes by its own
     */
    public Accounts(Store store, Clock clock) {
        this.users = store.users();
        this.clock = clock;
    }

    /**
     * Adds a user.
     *
     * @param name as it stands beside what this user puts right
     * @return the token, which nothing gives back later; empty where the name is taken
     * @throws IllegalArgumentException if it cannot be a name
     */
    public Optional<String> add(String name, DeskRole role) {
        Token token = Token.make(Token.Kind.USER, random);
        return users.add(checked(name), role, token.prefix(), token.digest())
                ? Optional.of(token.words())
                : Optional.empty();
    }

    /**
     * Gives a user another token and role; the old token, and every session with it, ends at once.
     *
     * @return the token; empty where there is no such user
     */
    public Optional<String> renew(String name, DeskRole role) {
        Token token = Token.make(Token.Kind.USER, random);
        return users.renew(name, role, token.prefix(), token.digest()) ? Optional.of(token.words()) : Optional.empty();
    }

    private static String checked(String name) {
        String bare = name.strip();
        boolean shown = bare.codePoints().allMatch(point -> switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR -> false;
            default -> true;
        });
        if (bare.isEmpty() || bare.codePointCount(0, bare.length()) > LONGEST_NAME || !shown) {
            throw new IllegalArgumentException(
                    "a name has 1 to " + LONGEST_NAME + " characters that can be seen, such as \"Mara Oldin\"");
        }
        return bare;
    }

    /** Removes a user, whose token and sessions end at once; whether there was one. */
    public boolean remove(String name) {
        return users.remove(name);
    }

    /** All users, by name. */
    public List<DeskUser> users() {
        return users.all();
    }

    /** Whether anybody could sign in. */
    public boolean isEmpty() {
        return users.all().isEmpty();
    }

    /**
     * Makes a link for reading.
     *
     * @param opens the page that it opens, its path or whole address, with what lies below; empty for all
     * @param author who makes it
     * @return its token, which nothing gives back later
     * @throws IllegalArgumentException if that is no page of an article, a claim or the like
     */
    public String link(Optional<String> opens, String author, Instant expiresAt) {
        Token token = Token.make(Token.Kind.LINK, random);
        users.addLink(token.prefix(), token.digest(), opens.map(Accounts::page), author, expiresAt);
        return token.words();
    }

    /** Whether a link can open a path alone. */
    static boolean isPage(String path) {
        return PAGE.matcher(path).matches() && !path.contains("..");
    }

    private static String page(String address) {
        try {
            String path =
                    Optional.ofNullable(new URI(address.strip()).getRawPath()).orElse("");
            String page = path.startsWith(SharedGate.TWINS) ? path.substring(SharedGate.TWINS.length()) : path;
            if (isPage(page)) {
                return page;
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw new IllegalArgumentException(
                "a link opens all, or the page of an article, a claim or the like: its address, such as"
                        + " https://desk.example/claims/0a1b2c");
    }

    /** Ends a link, and every session that began with it; whether there was one. */
    public boolean removeLink(String prefix) {
        return users.removeLink(prefix);
    }

    /** All links, those that end first at the beginning. */
    public List<DeskLink> links() {
        return users.links();
    }

    /** Whose a token is. */
    Optional<Owner> ofUser(String words) {
        Optional<Token> token = Token.of(Token.Kind.USER, words.strip());
        if (token.isEmpty()) {
            return Optional.empty();
        }
        List<DeskUser> candidates = users.beginning(token.get().prefix());
        Optional<DeskUser> first = candidates.stream().findFirst();
        // Where nobody's begins so, as much is compared as where somebody's does.
        boolean nobody = first.isEmpty() && token.get().has(Optional.empty());
        return nobody
                ? Optional.empty()
                : candidates.stream()
                        .filter(user -> token.get().has(Optional.of(user.digest())))
                        .findFirst()
                        .map(Owner::of);
    }

    /** Whose the token of a link is. */
    Optional<Owner> ofLink(String words) {
        return Token.of(Token.Kind.LINK, words.strip())
                .flatMap(token -> users.linksBeginning(token.prefix()).stream()
                        .filter(link -> token.has(Optional.of(link.digest())))
                        .findFirst())
                .map(Owner::of);
    }

    /** Whose a session is. */
    Optional<Owner> ofSession(String words) {
        return Token.of(Token.Kind.SESSION, words).flatMap(token -> users.session(token.digest()));
    }

    /** A session that has begun: what the cookie holds, and until when. */
    record Session(String words, Duration lasts) {}

    /** Begins a session; empty where its owner went meanwhile. */
    Optional<Session> begin(Owner owner) {
        Instant now = clock.instant();
        Instant latest = now.plus(SESSION);
        Instant end =
                owner.link().map(DeskLink::expiresAt).filter(latest::isAfter).orElse(latest);
        Token token = Token.make(Token.Kind.SESSION, random);
        return users.begin(token.digest(), owner, end)
                ? Optional.of(new Session(token.words(), Duration.between(now, end)))
                : Optional.empty();
    }

    void end(String words) {
        Token.of(Token.Kind.SESSION, words).ifPresent(token -> users.end(token.digest()));
    }

    void used(Owner owner) {
        users.used(owner);
    }
}
