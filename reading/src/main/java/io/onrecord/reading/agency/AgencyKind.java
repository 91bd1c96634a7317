package io.onrecord.reading.agency;

import io.onrecord.reading.xml.Prologue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The formats that are read, told from first bytes alone. */
public enum AgencyKind {
    /** XML: {@code newsItem}, {@code packageItem}, or a {@code newsMessage} of many. */
    NEWSML_G2("newsml-g2"),
    /** XML: {@code nitf}, with or without a document type. */
    NITF("nitf"),
    /** JSON: an object, or a list of them. */
    NINJS("ninjs");

    private static final Pattern ROOT = Pattern.compile("\\s*+<(?:[\\w.\\-]{1,40}:)?([\\w.\\-]{1,40})([^>]*)");

    /** The namespace of NewsML-G2 ends with the date of its version. */
    private static final String NAR = "iptc.org/std/nar";

    private static final List<String> OF_NEWSML = List.of("newsItem", "newsMessage", "packageItem");

    /** Fields that every ninjs object has one of at least, beside its uri. */
    private static final List<String> OF_NINJS = List.of(
            "\"body_text\"",
            "\"body_html\"",
            "\"body_xhtml\"",
            "\"bodies\"",
            "\"versioncreated\"",
            "\"pubstatus\"",
            "\"headline\"",
            "\"headlines\"",
            "\"copyrightholder\"",
            "\"representationtype\"");

    private static final int ENOUGH_OF_NINJS = 2;

    private final String origin;

    AgencyKind(String origin) {
        this.origin = origin;
    }

    /** For the origin of metadata. */
    public String origin() {
        return origin;
    }

    /** The kind of a document by its first bytes; a few hundred will do where it begins with no long comment. */
    public static Optional<AgencyKind> of(byte[] head) {
        String text = ascii(head);
        int at = 0;
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\uFEFF')) {
            at++;
        }
        if (text.startsWith("<", at)) {
            return xml(text.substring(at));
        }
        return text.startsWith("{", at) || text.startsWith("[", at) ? json(text) : Optional.empty();
    }

    private static Optional<AgencyKind> xml(String text) {
        Matcher root = ROOT.matcher(Prologue.without(text));
        if (!root.lookingAt()) {
            return Optional.empty();
        }
        if (root.group(1).equals("nitf")) {
            return Optional.of(NITF);
        }
        return OF_NEWSML.contains(root.group(1)) && root.group(2).contains(NAR)
                ? Optional.of(NEWSML_G2)
                : Optional.empty();
    }

    private static Optional<AgencyKind> json(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        long fields = OF_NINJS.stream().filter(small::contains).count();
        return small.contains("\"uri\"") && fields >= ENOUGH_OF_NINJS || small.contains("/ninjs") && fields > 0
                ? Optional.of(NINJS)
                : Optional.empty();
    }

    /** Names are ASCII in every encoding that is used; of UTF-16 the zeros are left out. */
    private static String ascii(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1).replace("\0", "");
        return text.startsWith("\u00EF\u00BB\u00BF")
                ? text.substring(3)
                : text.replaceFirst("^(?:\u00FF\u00FE|\u00FE\u00FF)", "");
    }
}
