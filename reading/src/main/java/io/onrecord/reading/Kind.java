package io.onrecord.reading;

import io.onrecord.reading.item.Known;
import io.onrecord.reading.xml.Prologue;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What bytes are that are neither an archive, nor a document, nor a table: told from their name and the first of them.
 */
enum Kind {
    TEXT(""),
    JSON_LINES(""),
    WEB_PAGE(""),
    FEED(""),
    JSON_DOCUMENT("JSON spread over several lines: write one object a line (JSON Lines) and read that"),
    XML(
            "XML of no kind that is read (RSS, Atom, NewsML-G2, NITF): save its text, or one JSON object a line, and read that"),
    OFFICE("an old or protected office file: save it as .docx, .xlsx or plain text and read that"),
    BINARY("not text, nor any kind of file that is read");

    private static final Set<String> JSON_LINES_EXTENSIONS = Set.of("jsonl", "ndjson");
    private static final Set<String> WEB_PAGE_EXTENSIONS = Set.of("html", "htm", "xhtml");

    /** Files of a folder or archive that are read by their names. */
    private static final Set<String> READ = Set.of(
            "txt", "text", "jsonl", "ndjson", "html", "htm", "xhtml", "pdf", "docx", "docm", "odt", "ott", "rtf",
            "epub", "eml", "mbox", "mbx", "csv", "tsv", "tab", "xlsx", "xlsm", "xml", "nitf", "rss", "atom", "json",
            "zip", "tar", "gz", "tgz", "bz2", "tbz", "tbz2", "xz", "txz", "zst", "zstd", "tzst", "warc", "wacz");

    /** The same for people. */
    static final String WHAT_IS_READ = "text without an extension and "
            + new TreeSet<>(READ)
                    .stream()
                            .map(name -> "." + name)
                            .reduce((a, b) -> a + ", " + b)
                            .orElseThrow();

    /** First bytes in hexadecimal. */
    private static final Map<String, Kind> MAGIC = Map.of(
            "d0cf11e0", OFFICE,
            "89504e47", BINARY,
            "ffd8ff", BINARY,
            "47494638", BINARY,
            "52494646", BINARY,
            "7f454c46", BINARY,
            "cafebabe", BINARY);

    private static final Pattern TAG = Pattern.compile("<[A-Za-z!/]");

    /** RSS, Atom, JSON Feed. */
    private static final Pattern FEED_START = Pattern.compile(
            "(?s)(?:<(?:[\\w.-]{1,40}:)?(?:rss|feed|RDF)\\b" + "|\\{.{0,500}?\"https?:\\\\?/\\\\?/jsonfeed\\.org)");

    private static final Set<String> FEED_TYPES =
            Set.of("application/rss+xml", "application/atom+xml", "application/rdf+xml");

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

    static Kind of(byte[] head, Known known, Optional<Charset> declared) {
        String hex = HexFormat.of().formatHex(head, 0, Math.min(head.length, 8));
        for (Map.Entry<String, Kind> magic : MAGIC.entrySet()) {
            if (hex.startsWith(magic.getKey())) {
                return magic.getValue();
            }
        }
        String extension = extension(known.name().orElse(""));
        String type = known.mediaType().orElse("");
        String start = start(head, declared);
        // By its name alone: a bad first line must not take its neighbours along.
        if (JSON_LINES_EXTENSIONS.contains(extension) || type.equals("application/x-ndjson")) {
            return isSpreadObject(start) ? JSON_DOCUMENT : JSON_LINES;
        }
        String inside = Prologue.withoutRemarks(start);
        if (isFeed(inside, type)) {
            return FEED;
        }
        // A name alone makes no web page of text without any mark-up.
        if (isWebPage(inside, type)
                || (WEB_PAGE_EXTENSIONS.contains(extension)
                        && TAG.matcher(start).find())) {
            return WEB_PAGE;
        }
        return start.regionMatches(true, 0, "<?xml", 0, 5) ? XML : byShape(start);
    }

    private static boolean isFeed(String inside, String type) {
        return FEED_START.matcher(Prologue.without(inside)).lookingAt()
                || (FEED_TYPES.contains(type) && inside.startsWith("<") && !startsPage(inside));
    }

    private static boolean isWebPage(String inside, String type) {
        return type.equals("text/html") || type.equals("application/xhtml+xml") || startsPage(inside);
    }

    private static boolean startsPage(String inside) {
        return WEB_PAGE_STARTS.stream().anyMatch(tag -> inside.regionMatches(true, 0, tag, 0, tag.length()));
    }

    /** Whether a file of a folder or archive is read by its name alone. */
    static boolean isReadByName(String extension) {
        return READ.contains(extension);
    }

    /**
     * Lower-case, without the dot; empty if there is none. What follows the last dot of "Statement No. 5" or of
     * "harbour.2024" is none.
     */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        String tail = dot < 1 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
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
