package io.onrecord.reading.document;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rich text (RTF 1.9), read byte by byte. Groups nest on a stack of our own, so depth costs no thread its stack; what
 * was deleted under tracking, hidden text, notes, headers, footers, pictures and objects are not its text.
 */
final class Rtf {

    private static final String ORIGIN = "rtf";

    private static final int DEEPEST = 2000;
    private static final int LONGEST_WORD = 32;
    private static final int LONGEST_NUMBER = 10;
    private static final int LONGEST_PROPERTY = 4096;
    private static final int MOST_FONTS = 10_000;

    private enum Place {
        TEXT,
        NOWHERE,
        FONTS,
        INFO,
        TITLE,
        AUTHOR,
        CREATED
    }

    private static final Set<String> NO_TEXT = Set.of(
            "colortbl",
            "stylesheet",
            "pict",
            "object",
            "header",
            "headerl",
            "headerr",
            "headerf",
            "footer",
            "footerl",
            "footerr",
            "footerf",
            "footnote",
            "ftnsep",
            "ftnsepc",
            "aftnsep",
            "annotation",
            "fldinst",
            "xe",
            "tc",
            "rxe",
            "txe",
            "listtext",
            "pntext",
            "nonshppict",
            "sp",
            "shprslt",
            "listtable",
            "revtbl",
            "themedata",
            "operator",
            "keywords",
            "comment",
            "doccomm",
            "subject",
            "company",
            "manager",
            "category",
            "revtim",
            "printim",
            "buptim",
            "filetbl",
            "private",
            "datafield",
            "do",
            "template",
            "background",
            "fchars",
            "lchars");

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("tab", "\t"),
            Map.entry("line", "\n"),
            Map.entry("lquote", "‘"),
            Map.entry("rquote", "’"),
            Map.entry("ldblquote", "“"),
            Map.entry("rdblquote", "”"),
            Map.entry("emdash", "—"),
            Map.entry("endash", "–"),
            Map.entry("bullet", "•"),
            Map.entry("emspace", "\u2003"),
            Map.entry("enspace", "\u2002"),
            Map.entry("qmspace", "\u2005"));

    private static final Set<String> PARAGRAPH_ENDS =
            Set.of("par", "sect", "page", "column", "cell", "nestcell", "row", "nestrow", "pagebb");

    /** What is in force within a group. */
    private static final class Group {

        private Place place = Place.TEXT;
        private int fallback = 1;
        private int font = -1;
        private boolean hidden;
        private boolean deleted;
        private boolean ignorable;
        private boolean fresh = true;

        private Group() {}

        private Group(Group outer) {
            place = outer.place;
            fallback = outer.fallback;
            font = outer.font;
            hidden = outer.hidden;
            deleted = outer.deleted;
        }
    }

    private final InputStream in;
    private final Deque<Group> outer = new ArrayDeque<>();
    private final Map<Integer, Charset> fonts = new HashMap<>();
    private final Paragraphs paragraphs = new Paragraphs();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final StringBuilder property = new StringBuilder();
    private final Properties properties = new Properties(ORIGIN);
    private final int[] created = new int[5];

    private Group group = new Group();
    private Charset page = RtfCharsets.WINDOWS;
    private int defaultFont = -1;
    private int toSkip;
    private int ahead = -2;
    private @Nullable String high;

    private Rtf(InputStream in) {
        this.in = in;
    }

    /** Reads the text, up to where the file breaks off if it does. */
    static Draft read(InputStream in, String address, DocumentNotes notes) throws IOException, DocumentException {
        Rtf rtf = new Rtf(new BufferedInputStream(in, 1 << 16));
        boolean whole = rtf.run();
        if (!whole) {
            notes.tell(address, "breaks off before its end: read as far as it goes");
        }
        return new Draft(rtf.paragraphs.list(), rtf.properties.metadata());
    }

    /** Whether the outermost group is closed in the end. */
    private boolean run() throws IOException, DocumentException {
        try {
            for (int c = take(); c >= 0; c = take()) {
                switch (c) {
                    case '{' -> open();
                    case '}' -> {
                        close();
                        if (outer.isEmpty()) {
                            return true;
                        }
                    }
                    case '\\' -> control();
                    case '\r', '\n', 0 -> {
                        // Lines of the file mean nothing.
                    }
                    default -> literal(c);
                }
            }
        } catch (EOFException e) {
            flush();
            return false;
        }
        flush();
        return outer.isEmpty();
    }

    private void open() throws DocumentException {
        flush();
        toSkip = 0;
        outer.push(group);
        if (outer.size() > DEEPEST) {
            throw new DocumentException(
                    "its groups are nested more than " + DEEPEST + " deep, as in no honest document");
        }
        group = new Group(group);
    }

    private void close() throws DocumentException {
        flush();
        toSkip = 0;
        Group inner = group;
        Group around = outer.poll();
        group = around == null ? new Group() : around;
        if (inner.place != group.place) {
            leave(inner.place);
        }
    }

    private void leave(Place place) {
        switch (place) {
            case TITLE -> properties.title(property.toString());
            case AUTHOR -> Bylines.listed(property.toString()).forEach(properties::author);
            case CREATED -> properties.published(createdDate());
            default -> {
                // Nothing was collected.
            }
        }
        if (place != Place.FONTS && place != Place.TEXT) {
            property.setLength(0);
        }
    }

    private @Nullable String createdDate() {
        if (created[0] == 0) {
            return null;
        }
        try {
            LocalDate day = LocalDate.of(created[0], Math.max(1, created[1]), Math.max(1, created[2]));
            boolean noTime = created[3] == 0 && created[4] == 0;
            return noTime ? day.toString() : day + "T" + LocalTime.of(created[3], created[4]) + ":00";
        } catch (DateTimeException e) {
            return null;
        }
    }

    private void control() throws IOException, DocumentException {
        int c = takeOrEnd();
        if (isLetter(c)) {
            word(c);
            return;
        }
        switch (c) {
            case '\'' -> {
                int value = 16 * hex(takeOrEnd()) + hex(takeOrEnd());
                if (value >= 0) {
                    literal(value);
                }
            }
            case '*' -> group.ignorable = true;
            case '~' -> sign("\u00A0");
            case '_' -> sign("\u2011");
            case '\\', '{', '}' -> literal(c);
            case '\r', '\n' -> paragraph();
            default -> {
                // An optional hyphen, an index mark, or a symbol that later versions brought.
                group.fresh = false;
            }
        }
    }

    private void word(int first) throws IOException, DocumentException {
        StringBuilder name = new StringBuilder().append((char) first);
        int c = take();
        while (isLetter(c) && name.length() < LONGEST_WORD) {
            name.append((char) c);
            c = take();
        }
        StringBuilder number = new StringBuilder();
        if (c == '-') {
            number.append('-');
            c = take();
        }
        while (c >= '0' && c <= '9' && number.length() < LONGEST_NUMBER) {
            number.append((char) c);
            c = take();
        }
        if (c != ' ') {
            ahead = c;
        }
        boolean has = number.length() > (number.indexOf("-") == 0 ? 1 : 0);
        long value = has ? Long.parseLong(number.toString()) : 0;
        word(name.toString(), has, (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value)));
    }

    private void word(String name, boolean has, int value) throws IOException, DocumentException {
        if (name.equals("bin")) {
            in.skipNBytes(Math.max(0, value));
            return;
        }
        boolean fresh = group.fresh;
        group.fresh = false;
        if (fresh && destination(name)) {
            return;
        }
        if (name.equals("u")) {
            unicode(value);
            return;
        }
        flush();
        String sign = SIGNS.get(name);
        if (sign != null) {
            sign(sign);
        } else if (PARAGRAPH_ENDS.contains(name)) {
            paragraph();
        } else {
            state(name, has, value);
        }
    }

    /** The first word of a group may say that it is no text. */
    private boolean destination(String name) throws DocumentException {
        Place place = switch (name) {
            case "fonttbl" -> Place.FONTS;
            case "info" -> Place.INFO;
            case "title" -> group.place == Place.INFO ? Place.TITLE : null;
            case "author" -> group.place == Place.INFO ? Place.AUTHOR : null;
            case "creatim" -> group.place == Place.INFO ? Place.CREATED : null;
            default -> NO_TEXT.contains(name) ? Place.NOWHERE : null;
        };
        if (place == null && group.ignorable && !name.equals("shpinst") && !name.equals("shptxt")) {
            place = Place.NOWHERE;
        }
        if (place == null) {
            return false;
        }
        flush();
        if (group.place != Place.NOWHERE) {
            group.place = place;
            property.setLength(0);
        }
        return true;
    }

    private void state(String name, boolean has, int value) {
        boolean on = !has || value != 0;
        switch (name) {
            case "f" -> group.font = value;
            case "fcharset" -> font(RtfCharsets.ofFont(value).orElse(null));
            case "cpg" -> font(RtfCharsets.ofPage(value).orElse(null));
            case "deff" -> defaultFont = value;
            case "ansicpg" -> page = RtfCharsets.ofPage(value).orElse(page);
            case "mac" -> page = RtfCharsets.ofPage(10000).orElse(page);
            case "pc" -> page = RtfCharsets.ofPage(437).orElse(page);
            case "pca" -> page = RtfCharsets.ofPage(850).orElse(page);
            case "uc" -> group.fallback = Math.max(0, Math.min(255, value));
            case "v" -> group.hidden = on;
            case "deleted" -> group.deleted = on;
            case "plain" -> {
                group.hidden = false;
                group.deleted = false;
                group.font = -1;
            }
            case "yr" -> date(0, value);
            case "mo" -> date(1, value);
            case "dy" -> date(2, value);
            case "hr" -> date(3, value);
            case "min" -> date(4, value);
            default -> {
                // How it looks.
            }
        }
    }

    private void font(@Nullable Charset charset) {
        if (group.place == Place.FONTS && charset != null && fonts.size() < MOST_FONTS) {
            fonts.put(group.font, charset);
        }
    }

    private void date(int part, int value) {
        if (group.place == Place.CREATED) {
            created[part] = Math.max(0, Math.min(9999, value));
        }
    }

    private void unicode(int value) throws DocumentException {
        flush();
        String unit = String.valueOf((char) (value & 0xFFFF));
        if (Character.isHighSurrogate(unit.charAt(0))) {
            high = unit;
        } else {
            write(high == null ? unit : high + unit);
            high = null;
        }
        toSkip = group.fallback;
    }

    private void literal(int c) throws DocumentException {
        group.fresh = false;
        if (toSkip > 0) {
            toSkip--;
            return;
        }
        if (bytes.size() > 1 << 16) {
            flush();
        }
        bytes.write(c);
    }

    private void sign(String sign) throws DocumentException {
        group.fresh = false;
        if (toSkip > 0) {
            toSkip--;
            return;
        }
        flush();
        write(sign);
    }

    private void paragraph() throws DocumentException {
        flush();
        if (group.place == Place.TEXT && !group.deleted) {
            paragraphs.end();
        }
    }

    /** Bytes are decoded together: in East Asian encodings one character takes two. */
    private void flush() throws DocumentException {
        if (bytes.size() > 0) {
            write(bytes.toString(charset()));
            bytes.reset();
        }
    }

    private Charset charset() {
        Charset own = fonts.get(group.font >= 0 ? group.font : defaultFont);
        // A font of the West says little: writers put it on everything. The document's page says more.
        return own == null || own.equals(RtfCharsets.WINDOWS) ? page : own;
    }

    private void write(String text) throws DocumentException {
        switch (group.place) {
            case TEXT -> {
                if (!group.hidden && !group.deleted) {
                    paragraphs.append(text);
                }
            }
            case TITLE, AUTHOR -> {
                if (property.length() < LONGEST_PROPERTY) {
                    property.append(text);
                }
            }
            default -> {
                // No text of the document.
            }
        }
    }

    private int take() throws IOException {
        if (ahead != -2) {
            int c = ahead;
            ahead = -2;
            return c;
        }
        return in.read();
    }

    private int takeOrEnd() throws IOException {
        int c = take();
        if (c < 0) {
            throw new EOFException();
        }
        return c;
    }

    private static int hex(int c) {
        int digit = Character.digit(c, 16);
        return digit < 0 ? -1000 : digit;
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
