package io.onrecord.reading.agency;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.model.Published;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.reading.item.Wording;
import io.onrecord.text.AgencyCredits;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is found of one item while its document is read. Of values that stand in several places the first is kept. */
final class Story {

    private static final int MOST_AUTHORS = 100;

    /** As NITF writes times. */
    private static final Pattern COMPACT = Pattern.compile(
            "(\\d{4})-?(\\d{2})-?(\\d{2})(?:T(\\d{2}):?(\\d{2})(?::?(\\d{2}))?(Z|[+-]\\d{2}:?\\d{2})?)?");

    private static final Pattern BY = Pattern.compile("(?i)(?:by|von|par|por)[ :\u00a0]+(?=\\p{Lu})");

    private final AgencyKind kind;
    private final int longest;
    private final Set<String> authors = new LinkedHashSet<>();

    final Blocks blocks;
    private @Nullable String id;
    private @Nullable String title;
    private @Nullable String dateline;
    private @Nullable String outlet;
    private @Nullable String language;
    private @Nullable String published;
    private @Nullable String agency;
    private @Nullable String unusedDate;
    private @Nullable String why;

    Story(AgencyKind kind, int longest) {
        this.kind = kind;
        this.longest = longest;
        this.blocks = new Blocks(longest);
    }

    void id(String value) {
        id = first(id, value);
    }

    void title(String value) {
        title = first(title, value);
    }

    void dateline(String value) {
        dateline = first(dateline, value);
    }

    void outlet(String value) {
        outlet = first(outlet, value);
    }

    void language(String value) {
        if (value.matches("[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")) {
            language = first(language, value.replace('_', '-'));
        }
    }

    void published(String value) {
        String iso = iso(value.strip());
        if (iso == null) {
            unusedDate = first(unusedDate, value);
        } else {
            published = first(published, iso);
        }
    }

    /** Who delivers it: an agency where it is known as one. */
    void provider(String value) {
        String name = Blocks.shown(value);
        agency = agency != null ? agency : AgencyCredits.ofByline(name).orElse(null);
    }

    void byline(String value) {
        String line = Blocks.shown(value);
        Matcher by = BY.matcher(line);
        String names = by.lookingAt() ? line.substring(by.end()) : line;
        for (String name : names.split(" (?:and|und|et|y) |;", -1)) {
            if (!name.isBlank() && authors.size() < MOST_AUTHORS) {
                authors.add(name.strip());
            }
        }
    }

    boolean hasAuthors() {
        return !authors.isEmpty();
    }

    /** Why it is not read. */
    void leaveOut(String reason) {
        why = first(why, reason);
    }

    /** A publication date that cannot be used. */
    Optional<String> unusedDate() {
        return published == null ? Optional.ofNullable(unusedDate) : Optional.empty();
    }

    Outcome<Article> outcome(String place, Metadata known) {
        String address = id == null ? place : id;
        if (why != null) {
            return Wording.skipped(address, why);
        }
        if (blocks.tooLong()) {
            return Wording.skipped(
                    address,
                    "a text of more than " + Wording.bytes(longest)
                            + ", the limit for one article: split what is longer");
        }
        Text text = blocks.text();
        if (text.paragraphs().isEmpty()) {
            return Wording.skipped(address, "no text: it has a head but no body");
        }
        return new Outcome.Kept<>(Article.of(address, dated(text), metadata().orElse(known)));
    }

    /** Where and when it was written stands before the body, unless the body says it again. */
    private Text dated(Text body) {
        if (dateline == null) {
            return body;
        }
        String first = letters(body.paragraphs().get(0).of(body.value()));
        String place = letters(dateline.split("[,(–—-]", 2)[0]);
        if (first.startsWith(place.isEmpty() ? letters(dateline) : place)) {
            return body;
        }
        int shift = dateline.length() + 2;
        List<Span> paragraphs = new ArrayList<>();
        paragraphs.add(new Span(0, dateline.length()));
        body.paragraphs().forEach(span -> paragraphs.add(new Span(shift + span.start(), shift + span.end())));
        return new Text(dateline + "\n\n" + body.value(), paragraphs);
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private Metadata metadata() {
        Map<String, String> from = new TreeMap<>();
        origin(from, "title", title != null);
        origin(from, "outlet", outlet != null);
        origin(from, "language", language != null);
        origin(from, "agency", agency != null);
        origin(from, "authors", !authors.isEmpty());
        List<String> names = new ArrayList<>(authors);
        return new Metadata(
                Optional.ofNullable(outlet),
                Optional.ofNullable(title),
                names,
                Optional.ofNullable(published).map(value -> new Published(value, kind.origin())),
                Optional.ofNullable(language),
                Optional.ofNullable(agency),
                Optional.empty(),
                from);
    }

    private void origin(Map<String, String> from, String value, boolean there) {
        if (there) {
            from.put(value, kind.origin());
        }
    }

    private static @Nullable String first(@Nullable String before, String value) {
        String line = Blocks.shown(value);
        return before != null ? before : line.isEmpty() ? null : line;
    }

    private static @Nullable String iso(String value) {
        if (Published.isIso(value)) {
            return value;
        }
        Matcher compact = COMPACT.matcher(value.toUpperCase(Locale.ROOT));
        if (!compact.matches()) {
            return null;
        }
        String day = compact.group(1) + "-" + compact.group(2) + "-" + compact.group(3);
        String iso = compact.group(4) == null
                ? day
                : day + "T" + compact.group(4) + ":" + compact.group(5)
                        + (compact.group(6) == null ? "" : ":" + compact.group(6))
                        + (compact.group(7) == null ? "" : compact.group(7));
        return Published.isIso(iso) ? iso : null;
    }
}
