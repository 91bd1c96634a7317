package io.onrecord.server.access;

import io.onrecord.server.http.Access;
import io.onrecord.server.http.Gate;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Visitor;
import io.onrecord.server.problem.Problem;
import io.onrecord.store.DeskUsers.Owner;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Lets in whoever has a token: programs in a header, browsers by the session that began with it. */
final class SharedGate implements Gate {

    /** Before the paths of twins. */
    static final String TWINS = "/api/v1";

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";
    private static final Visitor NOBODY = new Visitor("nobody", false);

    private final Accounts accounts;
    private final Attempts attempts;
    private final LastSeen seen;

    SharedGate(Accounts accounts, Attempts attempts, LastSeen seen) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.seen = seen;
    }

    @Override
    public Visitor admit(Request request, Access access) {
        if (Token.standsIn(request.query()) || Token.standsIn(request.path())) {
            throw Problem.bad("a token stands in the address, where logs and histories keep it:"
                    + " have it replaced, and send the new one in a header or the form");
        }
        if (access == Access.PUBLIC) {
            return NOBODY;
        }
        Guest guest = guest(request);
        seen.note(guest.owner());
        Visitor visitor = guest.visitor();
        if (access == Access.EDIT && !visitor.mayEdit()) {
            throw new Problem(
                    403,
                    "For editors",
                    "this changes the record, and you may only read it: ask whoever keeps the desk");
        }
        String path = request.path();
        if (!guest.maySee(path.startsWith(TWINS + "/") ? path.substring(TWINS.length()) : path)) {
            throw new Problem(
                    403,
                    "Not with this link",
                    "your link opens one page of the desk only: " + guest.only().orElse(""));
        }
        return visitor;
    }

    private Guest guest(Request request) {
        Optional<String> header = request.header("Authorization");
        if (header.isPresent()) {
            return new Guest(bearer(request.peer(), header.get()), false);
        }
        return Cookies.session(request)
                .flatMap(accounts::ofSession)
                .map(owner -> new Guest(owner, true))
                .orElseThrow(() -> new Problem(401, "Sign in", "this desk is for those who have a token"));
    }

    private Owner bearer(String peer, String header) {
        if (!attempts.mayTry(peer)) {
            throw tooMany();
        }
        String words = token(header);
        Optional<Owner> owner = accounts.ofUser(words).or(() -> accounts.ofLink(words));
        return owner.orElseThrow(() -> {
            attempts.failed(peer);
            return new Problem(
                    401, "Sign in", "the token is not one of this desk's: send 'Authorization: Bearer' and yours");
        });
    }

    /** The token in a header; of a name and a password, which is all that readers of feeds can send, it is the password. */
    private static String token(String header) {
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return header.substring(BEARER.length());
        }
        if (header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            try {
                byte[] pair = Base64.getDecoder()
                        .decode(header.substring(BASIC.length()).strip());
                String words = new String(pair, StandardCharsets.UTF_8);
                return words.substring(words.indexOf(':') + 1);
            } catch (IllegalArgumentException e) {
                // No token stands there.
            }
        }
        return "";
    }

    static Problem tooMany() {
        return new Problem(
                429, "Too many attempts", "somebody tried too many wrong tokens: wait a minute and try again");
    }
}
