package io.onrecord.reading;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a file is, told from its name and its first bytes. */
enum Kind {
    TEXT(""),
    JSON_LINES(""),
    JSON_DOCUMENT("JSON spread over several lines: write one object a line (JSON Lines) and read that"),
    WEB_PAGE("web pages are not read by this version: save the text of the page and read that"),
    XML("XML is not read by this version: save its text, or one JSON object a line, and read that"),
    RTF("rich text is not read by this version: save it as plain text and read that"),
    PDF("PDF files are not read by this version: save the text and read that"),
    ZIP("ZIP files, and so .docx, .odt, .xlsx and .epub files, are not read by this version:"
            + " unpack it, or save the text, and read that"),
    GZIP("gzip files are not read by this version: unpack it and read that"),
    OFFICE("old office files are not read by this version: save the text and read that"),
    IMAGE("an image, not text: name files with text");

    private static final Set<String> TEXT_EXTENSIONS = Set.of("txt", "text");
    private static final Set<String> JSON_LINES_EXTENSIONS = Set.of("jsonl", "ndjson");

    /** First bytes in hexadecimal. */
    private static final Map<String, Kind> MAGIC = Map.of(
            "25504446", PDF,
            "504b0304", ZIP,
            "504b0506", ZIP,
            "1f8b", GZIP,
            "d0cf11e0", OFFICE,
            "89504e47", IMAGE,
            "ffd8ff", IMAGE,
            "47494638", IMAGE,
            "7b5c727466", RTF);

    private static final List<String> WEB_PAGE_STARTS = List.of("<!doctype html", "<html", "<head", "<body");

    private final String why;

    Kind(String why) {
        this.why = why;
    }

    /** Why files of this kind are not read, and what to do; empty for those that are. */
    String why() {
        return why;
    }

    boolean isRead() {
        return why.isEmpty();
    }

    static Kind of(byte[] head, String extension, Optional<Charset> declared) {
        String hex = HexFormat.of().formatHex(head, 0, Math.min(head.length, 8));
        for (Map.Entry<String, Kind> magic : MAGIC.entrySet()) {
            if (hex.startsWith(magic.getKey())) {
                return magic.getValue();
            }
        }
        String start = start(head, declared);
        // By its name alone: a bad first line must not take its neighbours along.
        if (JSON_LINES_EXTENSIONS.contains(extension)) {
            return isSpreadObject(start) ? JSON_DOCUMENT : JSON_LINES;
        }
        String lower = start.substring(0, Math.min(start.length(), 16)).toLowerCase(Locale.ROOT);
        if (WEB_PAGE_STARTS.stream().anyMatch(lower::startsWith)) {
            return WEB_PAGE;
        }
        if (lower.startsWith("<?xml")) {
            return XML;
        }
        return byShape(start);
    }

    /** Whether a file of a folder is read by its name alone. */
    static boolean isReadByName(String extension) {
        return TEXT_EXTENSIONS.contains(extension) || JSON_LINES_EXTENSIONS.contains(extension);
    }

    /**
     * Lower-case, without the dot; empty if there is none. What follows the last dot of "Statement No. 5" or of
     * "harbour.2024" is none.
     */
    static String extension(Path file) {
        Path name = file.getFileName();
        String full = name == null ? "" : name.toString();
        int dot = full.lastIndexOf('.');
        String tail = dot < 1 ? "" : full.substring(dot + 1).toLowerCase(Locale.ROOT);
        boolean plain = tail.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
        boolean number = tail.chars().allMatch(Character::isDigit);
        return plain && !number ? tail : "";
    }

    /** Text does not start with a brace and a quoted name; JSON does. */
    private static Kind byShape(String start) {
        if (start.isEmpty() || (start.charAt(0) != '{' && start.charAt(0) != '[')) {
            return TEXT;
        }
        String after = start.substring(1).stripLeading();
        if (start.charAt(0) == '[') {
            return after.startsWith("{") ? JSON_DOCUMENT : TEXT;
        }
        if (!after.startsWith("\"") && !after.startsWith("}")) {
            return TEXT;
        }
        return isSpreadObject(start) ? JSON_DOCUMENT : JSON_LINES;
    }

    /** Whether the first line is a brace alone and the second a quoted name: one object over several lines. */
    private static boolean isSpreadObject(String start) {
        List<String> lines = start.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(2)
                .toList();
        return lines.size() == 2 && lines.get(0).equals("{") && lines.get(1).startsWith("\"");
    }

    /** The first characters, roughly decoded, without white space and byte-order mark before them. */
    private static String start(byte[] head, Optional<Charset> declared) {
        Optional<ByteOrderMark> mark = ByteOrderMark.of(head);
        Charset charset = mark.map(ByteOrderMark::charset)
                .or(() -> declared.map(name -> Decoding.resolved(name, head)))
                .orElse(StandardCharsets.ISO_8859_1);
        int skip = mark.map(ByteOrderMark::length).orElse(0);
        return new String(head, skip, head.length - skip, charset).stripLeading();
    }
}
