package io.onrecord.exchange.linked;

import io.onrecord.model.Article;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/** How things are named in linked data. */
final class Names {

    private static final String URN = "urn:onrecord:";

    private Names() {}

    static String article(String id) {
        return URN + "article:" + id;
    }

    static String statement(String id) {
        return URN + "statement:" + id;
    }

    /** A speaker of one article: ids of speakers mean nothing outside it. */
    static String speaker(Article article, Speaker speaker) {
        return article(article.id()) + ":speaker:" + encoded(speaker.id());
    }

    /** The address where it is one of the web, else the article's own name. */
    static String source(Article article) {
        return web(article.address()).orElseGet(() -> article(article.id()));
    }

    /** An address of the web that is well-formed, as an IRI must be. */
    static Optional<String> web(String address) {
        String start = address.substring(0, Math.min(8, address.length())).toLowerCase(Locale.ROOT);
        if (!start.startsWith("http://") && !start.startsWith("https://")) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(address);
            return uri.getHost() == null ? Optional.empty() : Optional.of(uri.toASCIIString());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** A time with an offset, in UTC to the second or finer, as XML Schema's dateTime has it. */
    static Optional<String> time(String value) {
        try {
            // Feeds write offsets without the colon.
            String colon = value.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
            Instant instant = OffsetDateTime.parse(colon).toInstant();
            return Optional.of(instant.toString()).filter(time -> !time.startsWith("+") && !time.startsWith("-"));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The type of schema.org that a speaker is, where it has one. */
    static Optional<String> schemaType(SpeakerKind kind) {
        return switch (kind) {
            case PERSON -> Optional.of("Person");
            case STATE -> Optional.of("GovernmentOrganization");
            case ORGANISATION -> Optional.of("Organization");
            case GROUP, OFFICE, DOCUMENT, UNNAMED -> Optional.empty();
        };
    }

    /** The page of an item of Wikidata; empty if the id is none. */
    static Optional<String> wikidata(Speaker speaker) {
        return Optional.ofNullable(speaker.external().get("wikidata")).filter(id -> id.matches("Q[1-9][0-9]{0,15}"));
    }

    /** Letters and digits stay, all else becomes hexadecimal, so that names in any script stay names of their own. */
    private static String encoded(String id) {
        StringBuilder out = new StringBuilder();
        id.codePoints().forEach(c -> {
            if (c < 0x80 && Character.isLetterOrDigit(c)) {
                out.appendCodePoint(c);
            } else {
                out.append('.').append(Integer.toHexString(c)).append('.');
            }
        });
        return out.toString();
    }
}
