package io.onrecord.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The newer export of Nexis (Nexis Uni, Lexis Advance). The headline, the outlet and the date stand above fields such as
 * "Length: 412 words", the text below a line "Body", and "End of Document" below all.
 */
final class NexisUni implements ExportStyle {

    private static final String ORIGIN = "nexis";

    private static final String END = "end of document";

    private static final Pattern LENGTH = Pattern.compile("Length:\\s*[\\d,.]+ words?");

    private static final Pattern FIELD =
            Pattern.compile("(Section|Length|Byline|Dateline|Highlight|Load-Date|Edition):(.*)");

    private static final Pattern PAGE = Pattern.compile("Page \\d+ of \\d+");

    private static final Set<String> AFTER_TEXT = Set.of("graphic", "classification", "notes", "correction", END);

    /** Lines between the date and the fields, such as the edition. */
    private static final int MOST_HEADER_LINES = 12;

    @Override
    public List<Block> blocks(ExportLines lines) {
        List<Block> blocks = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < lines.count(); i++) {
            if (lines.line(i).toLowerCase(Locale.ROOT).equals(END)) {
                blocks.add(new Block(start, i, blocks.isEmpty()));
                start = i + 1;
            }
        }
        return blocks;
    }

    @Override
    public Optional<Story> story(ExportLines lines, Block block) {
        int length = find(lines, block.start(), block.end(), LENGTH);
        if (length < 0) {
            return Optional.empty();
        }
        int body = length + 1;
        while (body < block.end() && !lines.line(body).equals("Body")) {
            body++;
        }
        int date = date(lines, block.start(), length);
        if (body == block.end() || date < 0) {
            return Optional.empty();
        }
        Properties properties = new Properties(ORIGIN);
        properties.published(ExportDate.iso(lines.line(date)));
        int outlet = lines.visibleBefore(date, block.start());
        int title = outlet < 0 ? -1 : lines.visibleBefore(outlet, block.start());
        if (outlet >= block.start()) {
            properties.outlet(lines.line(outlet));
        }
        if (title >= block.start()) {
            properties.title(title(lines, block, title));
        }
        fields(lines, date + 1, body, properties);
        int end = textEnd(lines, body + 1, block.end());
        fields(lines, end, block.end(), properties);
        language(lines, end, block.end(), properties);
        return Optional.of(new Story(properties, List.of(lines.text(body + 1, end))));
    }

    /** The nearest date above the length. */
    private static int date(ExportLines lines, int start, int length) {
        int seen = 0;
        for (int at = length - 1; at >= start && seen < MOST_HEADER_LINES; at--) {
            if (ExportDate.iso(lines.line(at)) != null) {
                return at;
            }
            seen += lines.isBlank(at) ? 0 : 1;
        }
        return -1;
    }

    /** In print a long headline takes several lines; above the first article's stands the cover, so it has one only. */
    private static String title(ExportLines lines, Block block, int last) {
        int first = last;
        if (!block.first()) {
            while (first > block.start() && !lines.isBlank(first - 1) && last - first < 3) {
                first--;
            }
        }
        StringBuilder title = new StringBuilder();
        for (int at = first; at <= last; at++) {
            if (!PAGE.matcher(lines.line(at)).matches()) {
                title.append(title.isEmpty() ? "" : " ").append(lines.line(at));
            }
        }
        return title.toString();
    }

    private static void fields(ExportLines lines, int from, int end, Properties properties) {
        for (int at = from; at < end; at++) {
            Matcher field = FIELD.matcher(lines.line(at));
            if (field.matches() && field.group(1).equals("Byline")) {
                Bylines.names(field.group(2)).forEach(properties::author);
            }
        }
    }

    private static int textEnd(ExportLines lines, int from, int end) {
        int at = from;
        while (at < end) {
            String line = lines.line(at);
            if (AFTER_TEXT.contains(line.toLowerCase(Locale.ROOT)) || line.startsWith("Load-Date:")) {
                return at;
            }
            boolean rights = ExportStyle.RIGHTS.matcher(line).matches() && lines.visible(at + 1, end) == end;
            if (rights) {
                return at;
            }
            at++;
        }
        return end;
    }

    private static void language(ExportLines lines, int from, int end, Properties properties) {
        for (int at = from; at < end; at++) {
            String line = lines.line(at);
            if (line.startsWith("Language:")) {
                @Nullable String code = Languages.code(line.substring("Language:".length()));
                properties.language(code);
            }
        }
    }

    private static int find(ExportLines lines, int from, int end, Pattern pattern) {
        for (int at = from; at < end; at++) {
            if (pattern.matcher(lines.line(at)).matches()) {
                return at;
            }
        }
        return -1;
    }
}
