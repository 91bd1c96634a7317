package io.onrecord.reading.document;

import io.onrecord.model.Metadata;
import io.onrecord.model.Published;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a document says of itself, collected value by value; the first word on each counts. */
final class Properties {

    /** Longest value; what is longer was never meant as one. */
    private static final int LONGEST = 1000;

    private static final int MOST_AUTHORS = 100;

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*+");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");

    private final String origin;
    private @Nullable String title;
    private @Nullable String outlet;
    private @Nullable String published;
    private @Nullable String language;
    private final List<String> authors = new ArrayList<>();

    /** Nothing is known yet; {@code origin} is that of all values, such as {@code pdf}. */
    Properties(String origin) {
        this.origin = origin;
    }

    Properties title(@Nullable String value) {
        title = title == null ? line(value) : title;
        return this;
    }

    Properties outlet(@Nullable String value) {
        outlet = outlet == null ? line(value) : outlet;
        return this;
    }

    Properties author(@Nullable String value) {
        String name = line(value);
        if (name != null && authors.size() < MOST_AUTHORS && !authors.contains(name)) {
            authors.add(name);
        }
        return this;
    }

    /** ISO 8601; anything else is passed over. */
    Properties published(@Nullable String value) {
        if (published == null && value != null && Published.isIso(value.strip())) {
            published = value.strip();
        }
        return this;
    }

    Properties language(@Nullable String value) {
        if (language == null && value != null && LANGUAGE.matcher(value.strip()).matches()) {
            language = value.strip();
        }
        return this;
    }

    Metadata metadata() {
        Map<String, String> from = new TreeMap<>();
        if (title != null) {
            from.put("title", origin);
        }
        if (outlet != null) {
            from.put("outlet", origin);
        }
        if (language != null) {
            from.put("language", origin);
        }
        if (!authors.isEmpty()) {
            from.put("authors", origin);
        }
        return new Metadata(
                Optional.ofNullable(outlet),
                Optional.ofNullable(title),
                authors,
                Optional.ofNullable(published).map(value -> new Published(value, origin)),
                Optional.ofNullable(language),
                Optional.empty(),
                Optional.empty(),
                from);
    }

    /** One line, or null if there is nothing to see. */
    static @Nullable String line(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String line = SPACES.matcher(Paragraphs.cleaned(value)).replaceAll(" ").strip();
        if (Paragraphs.strip(line).isEmpty()) {
            return null;
        }
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST));
    }
}
