package io.onrecord.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The older export of Nexis. A counter ("3 of 25 DOCUMENTS") stands before each article; then come the outlet, the date
 * and the headline without labels, and fields in capitals ("LENGTH: 412 words"), the text, and more fields.
 */
final class NexisPlain implements ExportStyle {

    private static final String ORIGIN = "nexis";

    static final Pattern COUNTER = Pattern.compile(
            "(?:(?:FOCUS - )?\\d{1,6} of \\d{1,6} DOCUMENTS?|(?:Document|DOCUMENT) \\d{1,6} of \\d{1,6})");

    private static final Pattern LENGTH = Pattern.compile("LENGTH:\\s*[\\d,.]+ words?\\b.*");

    private static final Pattern FIELD = Pattern.compile("([A-Z][A-Z]*(?:[- ][A-Z]+){0,3}):(.*)");

    private static final Set<String> BEFORE_TEXT = Set.of(
            "SECTION",
            "LENGTH",
            "HEADLINE",
            "BYLINE",
            "DATELINE",
            "HIGHLIGHT",
            "BODY",
            "SERIES",
            "EDITION",
            "SOURCE",
            "AUTHOR",
            "COLUMN",
            "KICKER",
            "SUBHEAD");

    private static final Set<String> AFTER_TEXT = Set.of(
            "LOAD-DATE",
            "LANGUAGE",
            "PUBLICATION-TYPE",
            "JOURNAL-CODE",
            "GRAPHIC",
            "SUBJECT",
            "ORGANIZATION",
            "COMPANY",
            "TICKER",
            "INDUSTRY",
            "GEOGRAPHIC",
            "PERSON",
            "CITY",
            "STATE",
            "COUNTRY",
            "ACC-NO",
            "DOCUMENT-TYPE",
            "UPDATE",
            "PUB-TYPE",
            "CORRECTION-DATE",
            "NOTES",
            "ISSN");

    @Override
    public List<Block> blocks(ExportLines lines) {
        List<Block> blocks = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < lines.count(); i++) {
            if (COUNTER.matcher(lines.line(i)).matches()) {
                if (start >= 0) {
                    blocks.add(new Block(start, i, blocks.isEmpty()));
                }
                start = i + 1;
            }
        }
        if (start >= 0) {
            blocks.add(new Block(start, lines.count(), blocks.isEmpty()));
        }
        return blocks;
    }

    @Override
    public Optional<Story> story(ExportLines lines, Block block) {
        Properties properties = new Properties(ORIGIN);
        int fields = header(lines, block, properties);
        int body = fields(lines, fields, block.end(), properties);
        if (body < 0) {
            return Optional.empty();
        }
        int end = textEnd(lines, body, block.end());
        language(lines, end, block.end(), properties);
        return Optional.of(new Story(properties, List.of(lines.text(body, end))));
    }

    /** Outlet, date and headline, which have no labels; gives the first labelled line. */
    private static int header(ExportLines lines, Block block, Properties properties) {
        int at = lines.visible(block.start(), block.end());
        while (at < block.end() && ExportStyle.RIGHTS.matcher(lines.line(at)).matches()) {
            at = lines.visible(at + 1, block.end());
        }
        if (at < block.end() && field(lines.line(at)) == null && ExportDate.iso(lines.line(at)) == null) {
            properties.outlet(lines.line(at));
            at = lines.visible(at + 1, block.end());
        }
        while (at < block.end() && ExportStyle.RIGHTS.matcher(lines.line(at)).matches()) {
            at = lines.visible(at + 1, block.end());
        }
        at = date(lines, at, block.end(), properties);
        StringBuilder title = new StringBuilder();
        int first = at;
        while (at < block.end() && field(lines.line(at)) == null && at < first + 12) {
            if (!lines.isBlank(at)) {
                title.append(title.isEmpty() ? "" : " ").append(lines.line(at));
            }
            at++;
        }
        properties.title(title.toString());
        return at;
    }

    /** The date, with the names of editions below it, up to an empty line. */
    private static int date(ExportLines lines, int from, int end, Properties properties) {
        for (int at = from; at < Math.min(end, from + 4); at++) {
            String date = ExportDate.iso(lines.line(at));
            if (date != null) {
                properties.published(date);
                int after = at + 1;
                while (after < end && !lines.isBlank(after) && field(lines.line(after)) == null) {
                    after++;
                }
                return lines.visible(after, end);
            }
        }
        return from;
    }

    /** The fields before the text; gives its first line, or -1 if there is no field that says the length. */
    private static int fields(ExportLines lines, int from, int end, Properties properties) {
        boolean length = false;
        int at = lines.visible(from, end);
        while (at < end) {
            String name = field(lines.line(at));
            if (name == null || !BEFORE_TEXT.contains(name)) {
                break;
            }
            length |= LENGTH.matcher(lines.line(at)).matches();
            if (name.equals("BODY")) {
                return length ? at + (value(lines.line(at)).isEmpty() ? 1 : 0) : -1;
            }
            int next = fieldEnd(lines, at, end);
            take(name, joined(lines, at, next), properties);
            at = lines.visible(next, end);
        }
        return length ? at : -1;
    }

    private static void take(String name, String value, Properties properties) {
        switch (name) {
            case "HEADLINE" -> properties.title(value);
            case "BYLINE", "AUTHOR" -> Bylines.names(value).forEach(properties::author);
            default -> {
                // Section, length, place.
            }
        }
    }

    /** A field goes on up to an empty line or the next field. */
    private static int fieldEnd(ExportLines lines, int at, int end) {
        int next = at + 1;
        while (next < end && !lines.isBlank(next) && field(lines.line(next)) == null) {
            next++;
        }
        return next;
    }

    private static String joined(ExportLines lines, int at, int end) {
        StringBuilder value = new StringBuilder(value(lines.line(at)));
        for (int i = at + 1; i < end; i++) {
            value.append(' ').append(lines.line(i));
        }
        return value.toString().strip();
    }

    private static int textEnd(ExportLines lines, int body, int end) {
        int at = body;
        while (at < end) {
            String line = lines.line(at);
            String name = field(line);
            boolean rights = ExportStyle.RIGHTS.matcher(line).matches()
                    && (lines.indent(at) >= 4 || lines.visible(at + 1, end) == end);
            if (rights || (name != null && AFTER_TEXT.contains(name))) {
                return at;
            }
            at++;
        }
        return end;
    }

    private static void language(ExportLines lines, int from, int end, Properties properties) {
        for (int at = from; at < end; at++) {
            if ("LANGUAGE".equals(field(lines.line(at)))) {
                properties.language(Languages.code(value(lines.line(at))));
            }
        }
    }

    /** The label of a line, or null. */
    private static @Nullable String field(String line) {
        Matcher matcher = FIELD.matcher(line);
        boolean known =
                matcher.matches() && (BEFORE_TEXT.contains(matcher.group(1)) || AFTER_TEXT.contains(matcher.group(1)));
        return known ? matcher.group(1) : null;
    }

    private static String value(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }
}
