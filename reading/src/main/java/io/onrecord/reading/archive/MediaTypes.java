package io.onrecord.reading.archive;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Content types, as servers send them. */
final class MediaTypes {

    private static final Set<String> HOLD_ARTICLES = Set.of(
            "text/html",
            "application/xhtml+xml",
            "text/plain",
            "text/xml",
            "application/xml",
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml",
            "application/json",
            "application/ld+json",
            "application/feed+json",
            "application/x-ndjson",
            "application/jsonl",
            "text/csv",
            "text/rtf",
            "application/rtf",
            "application/pdf",
            "application/epub+zip",
            "application/msword",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.iptc.g2.newsitem+xml",
            "message/rfc822",
            "application/mbox");

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*[\"']?([^\"';,\\s]{1,40})", Pattern.CASE_INSENSITIVE);

    private MediaTypes() {}

    static boolean holdsArticles(String mediaType) {
        return HOLD_ARTICLES.contains(mediaType);
    }

    /** Lower-case, without parameters. */
    static Optional<String> base(String contentType) {
        int end = contentType.indexOf(';');
        String base =
                (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return base.isEmpty() ? Optional.empty() : Optional.of(base);
    }

    /** Absent also where it is one that Java does not know. */
    static Optional<Charset> charset(String contentType) {
        Matcher matcher = CHARSET.matcher(contentType);
        try {
            return matcher.find() && Charset.isSupported(matcher.group(1))
                    ? Optional.of(Charset.forName(matcher.group(1)))
                    : Optional.empty();
        } catch (IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }
}
