package io.onrecord.reading.web;

import io.onrecord.model.Published;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** What the formats of feeds have in common. */
final class Entries {

    /** Longer titles and names are none. */
    private static final int LONGEST = 2000;

    private static final int LONGEST_ID = 2000;

    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z]|&(#\\w{1,8}|\\w{1,30});");

    private Entries() {}

    /** Nothing where an entry says nothing by which it could be told or had. */
    static Optional<FeedEntry> entry(
            @Nullable String id,
            Optional<String> link,
            Optional<String> title,
            List<String> authors,
            Optional<Published> published,
            Optional<FeedEntry.Body> summary,
            Optional<FeedEntry.Body> content) {
        String own = id == null ? "" : id.strip();
        if (own.length() > LONGEST_ID) {
            own = digest(own);
        }
        if (own.isEmpty()) {
            own = link.orElse("");
        }
        if (own.isEmpty()) {
            if (title.isEmpty() && summary.isEmpty() && content.isEmpty()) {
                return Optional.empty();
            }
            own = digest(String.join(
                    "\n",
                    title.orElse(""),
                    published.map(Published::value).orElse(""),
                    summary.or(() -> content).map(FeedEntry.Body::value).orElse("")));
        }
        return Optional.of(new FeedEntry(own, link, title, authors, published, summary, content));
    }

    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static boolean looksLikeHtml(String text) {
        return MARKUP.matcher(text).find();
    }

    static Optional<FeedEntry.Body> body(@Nullable String value, boolean html) {
        return value == null || value.isBlank()
                ? Optional.empty()
                : Optional.of(new FeedEntry.Body(value.strip(), html));
    }

    /**
     * One line of plain text.
     *
     * @param html whether it may be HTML; whether it is, shows
     */
    static Optional<String> plain(@Nullable String value, boolean html) {
        if (value == null || value.length() > LONGEST) {
            return Optional.empty();
        }
        String text = html && MARKUP.matcher(value).find()
                ? Jsoup.parseBodyFragment(value).text()
                : value;
        String line = text.replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " ").strip();
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }
}
