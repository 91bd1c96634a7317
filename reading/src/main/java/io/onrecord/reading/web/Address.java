package io.onrecord.reading.web;

import io.onrecord.reading.item.Wording;
import java.io.ByteArrayOutputStream;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address that can be asked for: http or https, nobody's name and password in it, every character one that may be
 * sent. Addresses are written with spaces, accents and half of the escapes missing; those are mended, as browsers do.
 *
 * @param host in lower case and ASCII; an IPv6 address without brackets
 * @param port that the scheme has anyway if none is given
 * @param target path and query, as they are sent
 */
record Address(String scheme, String host, int port, String target) {

    /** What servers take, roughly. */
    private static final int LONGEST = 8192;

    /** RFC 3986, appendix B. */
    private static final Pattern PARTS =
            Pattern.compile("(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.DOTALL);

    private static final Pattern PORT = Pattern.compile("(.*):(\\d{0,5})", Pattern.DOTALL);

    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*");

    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*\\.?");

    /** A name whose last part is a number is an address of version 4, whatever the parts before it are. */
    private static final Pattern NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)\\.?");

    private static final Pattern IPV4 = Pattern.compile("(?:(?:0|[1-9]\\d{0,2})(?:\\.(?!$)|$)){4}");

    private static final Pattern DOTTED = Pattern.compile("/(\\.|%2[eE])");

    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]{2,45}");

    private static final String KEPT = "-._~!$&'()*+,;=:@/?";

    /** A text that is no address, or none that is fetched. */
    static final class UnusableException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String why;

        UnusableException(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }

    /** @throws UnusableException with what is wrong and what to do */
    static Address of(String given) throws UnusableException {
        return of(Reference.of(given));
    }

    private static Address of(Reference reference) throws UnusableException {
        String scheme = reference.scheme();
        if (scheme == null || !SCHEME.matcher(scheme).matches()) {
            throw new UnusableException("no address of a page: one begins with http:// or https://");
        }
        String name = scheme.toLowerCase(Locale.ROOT);
        if (!name.equals("http") && !name.equals("https")) {
            throw new UnusableException("begins with " + Wording.shown(scheme) + ": only http and https are fetched");
        }
        String authority = reference.authority();
        if (authority == null || authority.isEmpty()) {
            throw new UnusableException("names no host: an address looks like https://example.org/page");
        }
        if (authority.contains("@")) {
            throw new UnusableException("has a user name in it: give the address without it");
        }
        Matcher port = PORT.matcher(authority);
        boolean bracketed = authority.startsWith("[");
        String host = authority;
        String digits = "";
        if (bracketed ? authority.indexOf(']') < authority.lastIndexOf(':') : authority.contains(":")) {
            if (!port.matches()) {
                throw new UnusableException("its port is no number: " + Wording.shown(authority));
            }
            host = port.group(1);
            digits = port.group(2);
        }
        int number = digits.isEmpty() ? (name.equals("https") ? 443 : 80) : Integer.parseInt(digits);
        if (number < 1 || number > 65_535) {
            throw new UnusableException("its port is none: " + number);
        }
        String path = withoutDots(escaped(reference.path()));
        String query = reference.query() == null ? "" : escaped(reference.query());
        return new Address(name, host(host), number, (path.startsWith("/") ? path : "/" + path) + query);
    }

    private static String host(String given) throws UnusableException {
        String lower = given.toLowerCase(Locale.ROOT);
        if (lower.startsWith("[") && lower.endsWith("]")) {
            String literal = lower.substring(1, lower.length() - 1);
            if (literal.contains(":") && IPV6.matcher(literal).matches()) {
                return literal;
            }
        } else {
            try {
                String ascii = IDN.toASCII(lower, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
                if (NUMBER.matcher(ascii).matches() && !IPV4.matcher(ascii).matches()) {
                    throw new UnusableException("its host '" + Wording.shown(given)
                            + "' is a number that is read in several ways: write it as four numbers with dots");
                }
                if (ascii.length() <= 253 && NAME.matcher(ascii).matches()) {
                    return ascii;
                }
            } catch (IllegalArgumentException e) {
                throw new UnusableException("its host '" + Wording.shown(given) + "' is no name of one");
            }
        }
        throw new UnusableException("its host '" + Wording.shown(given) + "' is no name of one");
    }

    /**
     * What a link on the page at this address leads to (RFC 3986, 5.2).
     *
     * @throws UnusableException if that is nothing that is fetched
     */
    Address resolve(String link) throws UnusableException {
        Reference reference = Reference.of(link);
        if (reference.scheme() != null) {
            return of(reference);
        }
        if (reference.authority() != null) {
            return of(new Reference(scheme, reference.authority(), reference.path(), reference.query()));
        }
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? null : target.substring(mark);
        if (reference.path().isEmpty()) {
            query = reference.query() == null ? query : reference.query();
        } else {
            path = reference.path().startsWith("/")
                    ? reference.path()
                    : path.substring(0, path.lastIndexOf('/') + 1) + reference.path();
            query = reference.query();
        }
        return of(new Reference(scheme, authority(), path, query));
    }

    /** Scheme, host and port: what a robots.txt holds for. */
    String origin() {
        return scheme + "://" + authority();
    }

    private String authority() {
        String shown = host.contains(":") ? "[" + host + "]" : host;
        boolean plain = port == (scheme.equals("https") ? 443 : 80);
        return plain ? shown : shown + ":" + port;
    }

    /** The last element of the path, by which a kind may be told. */
    Optional<String> name() {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.isEmpty() ? Optional.empty() : Optional.of(unescaped(last));
    }

    @Override
    public String toString() {
        return origin() + target;
    }

    private static String unescaped(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (isEscape(text, i)) {
                out.write(Integer.parseInt(text, i + 1, i + 3, 16));
                i += 2;
            } else {
                out.write(text.charAt(i));
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(new EscapeTo(text, escaped)::next);
        return escaped.toString();
    }

    private static boolean isEscape(String text, int at) {
        return text.charAt(at) == '%'
                && at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0
                && text.charAt(at + 1) < 0x80
                && text.charAt(at + 2) < 0x80;
    }

    /** Escapes one character after the other; what is escaped already stays. */
    private static final class EscapeTo {

        private final String text;
        private final StringBuilder out;
        private int at;

        EscapeTo(String text, StringBuilder out) {
            this.text = text;
            this.out = out;
        }

        void next(int c) {
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0);
            if (plain || (c == '%' && isEscape(text, at))) {
                out.append((char) c);
            } else {
                String one = Character.getType(c) == Character.SURROGATE ? "\uFFFD" : Character.toString(c);
                for (byte b : one.getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xFF));
                }
            }
            at += Character.charCount(c);
        }
    }

    /** RFC 3986, 5.2.4; the JDK's normalisation would also join slashes, which some servers tell apart. */
    private static String withoutDots(String path) {
        if (!DOTTED.matcher(path).find()) {
            return path;
        }
        List<String> kept = new ArrayList<>();
        String[] segments = path.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            String segment = segments[i].replace("%2e", ".").replace("%2E", ".");
            if (segment.equals("..")) {
                if (kept.size() > 1) {
                    kept.remove(kept.size() - 1);
                }
            } else if (!segment.equals(".")) {
                kept.add(segments[i]);
            }
            if (last && (segment.equals("..") || segment.equals("."))) {
                kept.add("");
            }
        }
        return String.join("/", kept);
    }

    /** A link taken apart, nothing in it checked but its length. */
    private record Reference(
            @Nullable String scheme,
            @Nullable String authority,
            String path,
            @Nullable String query) {

        static Reference of(String given) throws UnusableException {
            if (given.length() > LONGEST) {
                throw new UnusableException("longer than " + LONGEST + " characters, which no server takes");
            }
            StringBuilder clean = new StringBuilder(given.length());
            given.strip()
                    .chars()
                    .filter(c -> c != '\n' && c != '\r' && c != '\t')
                    .forEach(c -> clean.append((char) c));
            Matcher parts = PARTS.matcher(clean);
            if (!parts.matches()) {
                throw new UnusableException("no address: " + Wording.shown(given));
            }
            String path = parts.group(3) == null ? "" : parts.group(3);
            return new Reference(parts.group(1), parts.group(2), path, parts.group(4));
        }
    }
}
