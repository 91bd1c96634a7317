package io.onrecord.server.http;

import io.onrecord.server.problem.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a page elsewhere makes a browser send: requests under a name that is not the server's (DNS rebinding), requests that change
 * something and come from another origin (cross-site request forgery), and requests for parts of a page of another site (who measures how
 * long they take learns what is on record). Programs that are no browser send neither an origin nor where a request comes from, and pass.
 */
final class Guard {

    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final Set<String> names;

    /** @param names of the server, in small letters, without ports */
    Guard(Set<String> names) {
        this.names = names;
    }

    /**
     * Looks at the headers of a request.
     *
     * @param reads whether it can change nothing
     * @param header gives a header, null where there is none
     * @throws Problem with status 421 or 403
     */
    void check(boolean reads, Function<String, @Nullable String> header) {
        Optional<String> host = Optional.ofNullable(header.apply("Host"));
        String name = host.map(Guard::name).orElse("");
        if (!names.contains(name)) {
            throw new Problem(
                    421,
                    "Misdirected request",
                    "this server is not called " + Problem.quoted(name) + ": open it under its own address");
        }
        Optional<String> site = Optional.ofNullable(header.apply("Sec-Fetch-Site"));
        boolean elsewhere = site.isPresent() && !OWN_SITE.contains(site.get());
        if (reads) {
            // A link on a page elsewhere may lead here; nothing else there may ask for anything.
            boolean link = "navigate".equals(header.apply("Sec-Fetch-Mode"))
                    && "document".equals(header.apply("Sec-Fetch-Dest"));
            if (elsewhere && !link) {
                throw forbidden("another site asked for this: a page elsewhere may link to the desk, but not load it");
            }
            return;
        }
        Optional<String> origin = Optional.ofNullable(header.apply("Origin"));
        boolean foreign = origin.isPresent()
                && !origin.get().equals("http://" + host.orElse(""))
                && !origin.get().equals("https://" + host.orElse(""));
        if (foreign || elsewhere) {
            throw forbidden(
                    "another site sent this request: what changes the record must come from the desk's own pages");
        }
    }

    private static Problem forbidden(String detail) {
        return new Problem(403, "Forbidden", detail);
    }

    /** The name of a host without its port, in small letters; empty where it is none. */
    private static String name(String host) {
        try {
            URI address = new URI("http://" + host);
            boolean bare = address.getUserInfo() == null
                    && String.valueOf(address.getPath()).isEmpty();
            String name = address.getHost();
            return name == null || !bare ? "" : name.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
