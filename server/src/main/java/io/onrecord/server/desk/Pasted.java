package io.onrecord.server.desk;

import io.onrecord.corrections.Anchor;
import io.onrecord.model.Metadata;
import io.onrecord.model.Published;
import java.util.List;
import java.util.Optional;

/**
 * A text that somebody gives, with what they know of it.
 *
 * @param text kept to the character
 * @param title its headline
 * @param outlet who published it
 * @param published ISO 8601: a year, a month, a day, or a time
 * @param address where it stands on the web; it is not asked
 */
public record Pasted(
        String text,
        Optional<String> title,
        Optional<String> outlet,
        Optional<String> published,
        Optional<String> address) {

    private static final int LONGEST = 1_000;
    private static final int DIGITS = 16;
    private static final String FROM = "given";

    /**
     * Holds what is given to its form.
     *
     * @throws IllegalArgumentException if one of them cannot be used, in words for who gave it
     */
    public Pasted {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the text is empty: give the words of the article");
        }
        title = line("title", title);
        outlet = line("outlet", outlet);
        published = published.map(String::strip).filter(value -> !value.isEmpty());
        address = line("address", address);
        published.filter(value -> !Published.isIso(value)).ifPresent(value -> {
            throw new IllegalArgumentException("the date of publication is written as 2026, 2026-05, 2026-05-16 or"
                    + " 2026-05-16T18:02:00Z, unlike '" + Words.shown(value) + "'");
        });
        address.ifPresent(Submission::checkAddress);
        checkUnicode(text);
    }

    /** A text of which nothing else is known. */
    public static Pasted of(String text) {
        return new Pasted(text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Optional<String> line(String name, Optional<String> given) {
        Optional<String> value =
                given.map(words -> words.strip().replaceAll("\\s+", " ")).filter(words -> !words.isEmpty());
        value.ifPresent(words -> {
            if (words.length() > LONGEST) {
                throw new IllegalArgumentException("the " + name + " has " + words.length() + " characters, more than "
                        + LONGEST + ": shorten it");
            }
            checkUnicode(words);
        });
        return value;
    }

    private static void checkUnicode(String words) {
        if (words.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            throw new IllegalArgumentException(
                    "the text is no Unicode: it has half of a character (a lone surrogate), which nothing can keep");
        }
    }

    /** The address of its article: the same text pasted twice has the same. */
    String articleAddress() {
        return address.orElseGet(() ->
                "pasted:" + Anchor.digest(text).substring("sha256:".length()).substring(0, DIGITS));
    }

    Metadata metadata() {
        return new Metadata(
                outlet,
                title,
                List.of(),
                published.map(value -> new Published(value, FROM)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
