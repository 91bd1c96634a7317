package io.onrecord.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The export of Factiva: each article ends in its accession number. With indexing, fields have codes of two or three
 * capitals (HD headline, BY by-line, PD date, SN source, LP first paragraphs, TD the rest); without, the same values
 * stand line by line in a fixed order.
 */
final class Factiva implements ExportStyle {

    private static final String ORIGIN = "factiva";

    /** A source code filled up with zeros, a day, a serial. */
    static final Pattern ACCESSION =
            Pattern.compile("(?:AN[ \\t]++)?Document [A-Z0-9]{4,12}(?:19|20)\\d{6}[a-z0-9]{8,12}");

    private static final Pattern CODED = Pattern.compile("([A-Z]{2,3})(?:[\\s\\u00A0]+(.*))?");

    private static final Set<String> BEFORE_TEXT =
            Set.of("HD", "SE", "CLM", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "CX");

    private static final Set<String> TEXT = Set.of("LP", "TD");

    private static final Set<String> AFTER_TEXT =
            Set.of("ART", "CT", "RF", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "DE");

    /** Words of a text may look like the code of a field; then what follows it must look like its value. */
    private static final Pattern CODE_VALUE = Pattern.compile("[a-z0-9]{1,12} :.*");

    private static final Pattern WORDS = Pattern.compile("[\\d,.]+ words");

    private static final Pattern SOURCE_CODE = Pattern.compile("[A-Z0-9]{2,12}");

    private static final Pattern RIGHTS = Pattern.compile("(?i)(?:copyright\\b|\\(c\\)|©).*");

    private static final int MOST_HEADER_LINES = 16;

    @Override
    public List<Block> blocks(ExportLines lines) {
        List<Block> blocks = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < lines.count(); i++) {
            if (ACCESSION.matcher(lines.line(i)).matches()) {
                blocks.add(new Block(start, i, blocks.isEmpty()));
                start = i + 1;
            }
        }
        return blocks;
    }

    @Override
    public Optional<Story> story(ExportLines lines, Block block) {
        Optional<Story> coded = coded(lines, block);
        return coded.isPresent() ? coded : plain(lines, block);
    }

    private static Optional<Story> coded(ExportLines lines, Block block) {
        Properties properties = new Properties(ORIGIN);
        List<String> body = new ArrayList<>();
        int at = block.start();
        while (at < block.end() && !"HD".equals(code(lines.line(at), false))) {
            at++;
        }
        String day = null;
        String time = null;
        boolean inText = false;
        while (at < block.end()) {
            String code = code(lines.line(at), inText);
            if (code == null) {
                return Optional.empty();
            }
            inText |= TEXT.contains(code);
            int next = at + 1;
            while (next < block.end() && code(lines.line(next), inText) == null) {
                next++;
            }
            String value = value(lines, at, next);
            switch (code) {
                case "HD" -> properties.title(value);
                case "BY" ->
                    Bylines.names(Optional.ofNullable(Properties.line(value)).orElse(""))
                            .forEach(properties::author);
                case "PD" -> day = ExportDate.iso(value);
                case "ET" -> time = ExportDate.time(value);
                case "SN" -> properties.outlet(value);
                case "LA" -> properties.language(Languages.code(value));
                case "LP", "TD" -> body.add(value);
                default -> {
                    // Indexing.
                }
            }
            at = next;
        }
        properties.published(dated(day, time));
        body.removeIf(String::isBlank);
        return day == null || body.isEmpty() ? Optional.empty() : Optional.of(new Story(properties, body));
    }

    /** Without codes: headline, by-line, words, day, time, outlet, source code, edition and page, language, rights. */
    private static Optional<Story> plain(ExportLines lines, Block block) {
        int words = block.start();
        while (words < block.end() && !isWordCount(lines, words, block.end())) {
            words++;
        }
        if (words == block.end()) {
            return Optional.empty();
        }
        Properties properties = new Properties(ORIGIN);
        above(lines, block, words, properties);
        int at = lines.visible(words + 1, block.end());
        String day = ExportDate.iso(lines.line(at));
        at = lines.visible(at + 1, block.end());
        String time = at < block.end() ? ExportDate.time(lines.line(at)) : null;
        at = time == null ? at : lines.visible(at + 1, block.end());
        properties.published(dated(day, time));
        if (at < block.end()) {
            properties.outlet(lines.line(at));
            at = lines.visible(at + 1, block.end());
        }
        int body = afterHeader(lines, at, block.end(), properties);
        return body < 0 ? Optional.empty() : Optional.of(new Story(properties, List.of(lines.text(body, block.end()))));
    }

    /** The source code, then up to the language, then the rights; -1 if they are not there. */
    private static int afterHeader(ExportLines lines, int from, int end, Properties properties) {
        if (from >= end || !SOURCE_CODE.matcher(lines.line(from)).matches()) {
            return -1;
        }
        int at = from;
        for (int seen = 0; at < end && seen < MOST_HEADER_LINES; seen++) {
            String language = Languages.code(lines.line(at));
            at = lines.visible(at + 1, end);
            if (language != null) {
                properties.language(language);
                while (at < end && RIGHTS.matcher(lines.line(at)).matches()) {
                    at = lines.visible(at + 1, end);
                }
                return at < end ? at : -1;
            }
        }
        return -1;
    }

    private static boolean isWordCount(ExportLines lines, int at, int end) {
        if (!WORDS.matcher(lines.line(at)).matches()) {
            return false;
        }
        int next = lines.visible(at + 1, end);
        return next < end && ExportDate.iso(lines.line(next)) != null;
    }

    /** Headline and by-line; what stands above them is the section, or the end of the list of hits. */
    private static void above(ExportLines lines, Block block, int words, Properties properties) {
        int last = lines.visibleBefore(words, block.start());
        if (last < block.start()) {
            return;
        }
        int above = lines.visibleBefore(last, block.start());
        String line = lines.line(last);
        boolean byline = above >= block.start() && (Bylines.startsWithBy(line) || Bylines.isNames(line));
        if (byline) {
            Bylines.names(line).forEach(properties::author);
        }
        properties.title(lines.line(byline ? above : last));
    }

    private static @Nullable String dated(@Nullable String day, @Nullable String time) {
        return day == null || time == null || day.contains("T") ? day : day + "T" + time + ":00";
    }

    /** The code at the start of a line, or null. */
    private static @Nullable String code(String line, boolean inText) {
        Matcher matcher = CODED.matcher(line);
        if (!matcher.matches()) {
            return null;
        }
        String code = matcher.group(1);
        String value = matcher.group(2);
        if (TEXT.contains(code)) {
            return code;
        }
        if (!inText) {
            return BEFORE_TEXT.contains(code) ? code : null;
        }
        boolean parted = value == null
                || value.isBlank()
                || line.charAt(code.length()) == '\t'
                || line.startsWith("  ", code.length())
                || code.equals("AN") && ACCESSION.matcher(value).matches()
                || code.equals("IPD")
                || code.equals("IPC")
                || code.equals("PUB")
                || CODE_VALUE.matcher(value).matches();
        return AFTER_TEXT.contains(code) && parted ? code : null;
    }

    private static String value(ExportLines lines, int at, int end) {
        Matcher matcher = CODED.matcher(lines.line(at));
        String first = matcher.matches() && matcher.group(2) != null ? matcher.group(2) : "";
        String rest = lines.text(at + 1, end);
        return first.isBlank() ? rest : rest.isBlank() ? first : first + "\n" + rest;
    }
}
