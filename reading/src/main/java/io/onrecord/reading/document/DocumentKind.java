package io.onrecord.reading.document;

import io.onrecord.reading.item.Known;
import io.onrecord.reading.item.ZipHead;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of documents that are read. */
public enum DocumentKind {
    PDF("application/pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ODT("application/vnd.oasis.opendocument.text"),
    RTF("application/rtf"),
    EPUB("application/epub+zip"),
    /** One mail. */
    MAIL("message/rfc822"),
    /** Many mails in one file. */
    MAILBOX("application/mbox");

    /** PDF files may have other bytes before their first line. */
    private static final int PDF_START = 1024;

    private static final Pattern HEADER = Pattern.compile("([A-Za-z][A-Za-z0-9-]{1,40}):.*");

    /** Headers that hardly any text but a mail begins with. */
    private static final Set<String> MAIL_HEADERS = Set.of(
            "from",
            "to",
            "subject",
            "date",
            "received",
            "message-id",
            "mime-version",
            "return-path",
            "delivered-to",
            "content-type",
            "reply-to",
            "dkim-signature");

    /** Where the header of a ZIP file's first entry says how it is packed, and how it is called. */
    private static final int METHOD = 8;

    private static final int NAME = 30;

    /** Where a tar file says that it is one. */
    private static final int TAR_MAGIC = 257;

    private static final int FEWEST_MAIL_HEADERS = 3;

    private static final Pattern MAILBOX_START = Pattern.compile("From \\S+ .*\\d{1,2}:\\d{2}.*");

    private final String mediaType;

    DocumentKind(String mediaType) {
        this.mediaType = mediaType;
    }

    /** By which servers and archives call it. */
    public String mediaType() {
        return mediaType;
    }

    /**
     * The kind of some bytes, by what they begin with, then by their name and type; nothing if they are no document that
     * is read here. Old {@code .doc} files and DOCX files with a password are neither, nor are spreadsheets.
     *
     * @param head the first bytes, some thousand of them if there are so many
     */
    public static Optional<DocumentKind> of(byte[] head, Known known) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004")) {
            return ofZip(head, start, known);
        }
        if (isPdf(start, known)) {
            return Optional.of(PDF);
        }
        if (start.startsWith("{\\rtf")) {
            return Optional.of(RTF);
        }
        String firstLine = start.lines().findFirst().orElse("");
        if (MAILBOX_START.matcher(firstLine).matches()
                && (mailHeaders(start) > 0 || is(known, MAILBOX, "mbox", "mbx"))) {
            return Optional.of(MAILBOX);
        }
        int headers = mailHeaders(start);
        boolean mail = headers >= FEWEST_MAIL_HEADERS || (headers > 0 && is(known, MAIL, "eml", "mail"));
        return mail ? Optional.of(MAIL) : Optional.empty();
    }

    /** Some bytes may stand before a PDF, unless they show that it is only one thing in another. */
    private static boolean isPdf(String start, Known known) {
        int at = start.substring(0, Math.min(PDF_START, start.length())).indexOf("%PDF-");
        if (at <= 0 || is(known, PDF, "pdf")) {
            return at >= 0;
        }
        boolean around = start.startsWith("ustar", TAR_MAGIC)
                || start.startsWith("WARC/")
                || "<{[".indexOf(start.stripLeading().charAt(0)) >= 0
                || start.startsWith("From ")
                || mailHeaders(start) > 0;
        return !around && !known.name().orElse("").toLowerCase(Locale.ROOT).endsWith(".tar");
    }

    /** Books and OpenDocument say first what they are, unless they packed it; Office says it by the names of its parts. */
    private static Optional<DocumentKind> ofZip(byte[] head, String start, Known known) {
        boolean stored = start.length() > METHOD && start.charAt(METHOD) == 0;
        if (stored && start.startsWith("mimetype", NAME)) {
            String type = start.substring(Math.min(start.length(), NAME + "mimetype".length()));
            if (type.startsWith(EPUB.mediaType)) {
                return Optional.of(EPUB);
            }
            return type.startsWith(ODT.mediaType) ? Optional.of(ODT) : Optional.empty();
        }
        List<String> names = ZipHead.names(head);
        if (names.stream().anyMatch(DocumentKind::isPartOfWord) || is(known, DOCX, "docx", "docm", "dotx")) {
            return Optional.of(DOCX);
        }
        if (names.contains("META-INF/container.xml") || is(known, EPUB, "epub", "kepub")) {
            return Optional.of(EPUB);
        }
        return is(known, ODT, "odt", "ott") ? Optional.of(ODT) : Optional.empty();
    }

    private static boolean isPartOfWord(String name) {
        return name.startsWith("word/") && (name.endsWith(".xml") || name.endsWith(".rels"));
    }

    private static boolean is(Known known, DocumentKind kind, String... extensions) {
        if (known.mediaType().filter(kind.mediaType::equals).isPresent()) {
            return true;
        }
        String name = known.name().orElse("").toLowerCase(Locale.ROOT);
        for (String extension : extensions) {
            if (name.endsWith("." + extension)) {
                return true;
            }
        }
        return false;
    }

    /** How many different headers of mails stand at the start, before the first line that is no header. */
    private static int mailHeaders(String start) {
        Set<String> seen = new HashSet<>();
        boolean first = true;
        for (String line : (Iterable<String>) start.lines()::iterator) {
            Matcher header = HEADER.matcher(line);
            if (header.matches()) {
                String name = header.group(1).toLowerCase(Locale.ROOT);
                if (MAIL_HEADERS.contains(name)) {
                    seen.add(name);
                }
            } else if (line.isBlank()
                    || !(line.charAt(0) == ' ' || line.charAt(0) == '\t' || (first && line.startsWith("From ")))) {
                break;
            }
            first = false;
        }
        return seen.size();
    }
}
