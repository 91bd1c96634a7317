package io.onrecord.reading.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Printed lines to paragraphs. A paragraph ends at a larger gap, before an indented line, where the letters change their
 * size, and where a line stops although the next word would have fitted. It goes on over columns and pages unless its
 * line ends as a sentence does.
 */
final class PdfParagraphs {

    private static final float LARGER_GAP = 1.3f;

    /** Closer lines are of two columns, or raised. */
    private static final float LEAST_LEADING = 0.9f;

    /** Lines of running text are seldom farther apart, in sizes of their letters. */
    private static final float USUAL_LEADING = 1.5f;

    /** A distance that fewer than one in so many have is rare. */
    private static final int RARE = 10;

    /** Indentation, in sizes of the letters. */
    private static final float INDENT = 0.7f;

    private static final Pattern ITEM = Pattern.compile("(?:[-*+•‣◦▪●■–—·]|\\(?\\p{Nd}{1,3}[.)])\\s.*");

    private static final String CLOSING = "\"'”’»›)]}";

    private static final String SENTENCE_ENDS = ".!?…:;";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:-[\\p{L}\\p{M}]+)*");

    private static final Pattern BROKEN = Pattern.compile("([\\p{L}\\p{M}]+)[-\\u2010]$");

    private static final Pattern STARTS = Pattern.compile("^([\\p{L}\\p{M}]+)");

    /** What keeps its hyphen before most words. */
    private static final Set<String> KEEPS_HYPHEN = Set.of(
            "ex", "self", "well", "cross", "half", "vice", "quasi", "all", "non", "anti", "pro", "mid", "post", "pre");

    private final List<PdfLine> lines;
    private final Map<Integer, Float> leading;
    private final Set<String> words = new HashSet<>();

    private PdfParagraphs(List<PdfLine> lines) {
        this.lines = lines;
        leading = leading(lines);
        for (PdfLine line : lines) {
            Matcher matcher = WORD.matcher(line.text());
            while (matcher.find()) {
                // The halves of a broken word are no words.
                boolean broken = matcher.end() < line.text().length()
                        && isHyphen(line.text().charAt(matcher.end()));
                if (!broken) {
                    words.add(matcher.group().toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    static List<String> of(List<PdfLine> lines) throws DocumentException {
        return new PdfParagraphs(lines).joined();
    }

    private List<String> joined() throws DocumentException {
        Paragraphs paragraphs = new Paragraphs();
        StringBuilder current = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0 && endsBetween(i - 1)) {
                paragraphs.add(current);
                current.setLength(0);
            }
            join(current, lines.get(i).text());
        }
        paragraphs.add(current);
        return paragraphs.list();
    }

    /** Whether a paragraph ends between a line and the next. */
    private boolean endsBetween(int at) {
        PdfLine line = lines.get(at);
        PdfLine next = lines.get(at + 1);
        if (!line.isOfSize(next.size())) {
            return true;
        }
        if (ITEM.matcher(next.text()).matches()
                && (endsSentence(line.text()) || ITEM.matcher(line.text()).matches())) {
            return true;
        }
        if (isHyphen(line.text().charAt(line.text().length() - 1))
                && Character.isLetter(next.text().codePointAt(0))
                && endsInLetter(line.text().substring(0, line.text().length() - 1))) {
            return false;
        }
        boolean follows = next.page() == line.page() && next.y() > line.y() && next.left() < line.right() + line.size();
        if (!follows) {
            return endsSentence(line.text()) || (startsWithCapital(next.text()) && isShort(at));
        }
        float gap = next.y() - line.y();
        float usual = leading.getOrDefault(key(line.size()), gap);
        if (gap > LARGER_GAP * usual) {
            return true;
        }
        boolean runsOn = !endsSentence(line.text()) && !startsWithCapital(next.text());
        boolean indented = next.left() > line.left() + INDENT * line.size()
                && !ITEM.matcher(line.text()).matches();
        if (indented) {
            return !runsOn || next.left() > line.left() + 3 * line.size();
        }
        return !runsOn && isShort(at);
    }

    /** Whether the first word of the next line would have fitted into a line. */
    private boolean isShort(int at) {
        PdfLine line = lines.get(at);
        PdfLine next = lines.get(at + 1);
        String text = next.text();
        int end = text.indexOf(' ');
        float word = next.letter() * ((end < 0 ? text.length() : end) + 1);
        return line.right() + word + 0.5f * line.size() < columnEnd(at);
    }

    /** How far the lines of the same column reach, looked for among the neighbours. */
    private float columnEnd(int at) {
        PdfLine line = lines.get(at);
        float end = line.right();
        for (int i = Math.max(0, at - 60); i < Math.min(lines.size(), at + 60); i++) {
            PdfLine other = lines.get(i);
            boolean sameColumn = Math.abs(other.left() - line.left()) < 3 * line.size() && other.isOfSize(line.size());
            if (sameColumn && other.page() == line.page()) {
                end = Math.max(end, other.right());
            }
        }
        return end;
    }

    /**
     * The distance between lines of each size: the smallest that is not rare. The most frequent one would be that between
     * paragraphs where most are one line long.
     */
    private static Map<Integer, Float> leading(List<PdfLine> lines) {
        Map<Integer, SortedMap<Integer, Integer>> counts = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            PdfLine before = lines.get(i - 1);
            PdfLine line = lines.get(i);
            float gap = line.y() - before.y();
            boolean follows = line.page() == before.page() && line.isOfSize(before.size());
            if (follows && gap > LEAST_LEADING * line.size() && gap < 3 * line.size()) {
                counts.computeIfAbsent(key(line.size()), any -> new TreeMap<>())
                        .merge(Math.round(2 * gap), 1, Integer::sum);
            }
        }
        Map<Integer, Float> leading = new HashMap<>();
        counts.forEach((size, gaps) -> leading.put(size, usual(size, gaps) / 2f));
        return leading;
    }

    /** Counted in half points. What is set with usual leading is looked at first; other texts are set wider throughout. */
    private static int usual(int size, SortedMap<Integer, Integer> gaps) {
        SortedMap<Integer, Integer> tight = gaps.headMap(Math.round(2 * USUAL_LEADING * size) + 1);
        SortedMap<Integer, Integer> looked = tight.isEmpty() ? gaps : tight;
        int all = looked.values().stream().mapToInt(Integer::intValue).sum();
        for (Map.Entry<Integer, Integer> gap : looked.entrySet()) {
            if (gap.getValue() * RARE >= all) {
                return gap.getKey();
            }
        }
        return looked.firstKey();
    }

    private static int key(float size) {
        return Math.round(size);
    }

    private void join(StringBuilder paragraph, String line) {
        if (paragraph.isEmpty()) {
            paragraph.append(line);
            return;
        }
        int last = paragraph.length() - 1;
        if (paragraph.charAt(last) == '\u00AD') {
            paragraph.setLength(last);
        } else if (isHyphen(paragraph.charAt(last))) {
            if (!keepsHyphen(paragraph, line)) {
                paragraph.setLength(last);
            }
        } else {
            paragraph.append(' ');
        }
        paragraph.append(line);
    }

    /**
     * Whether a hyphen at the end of a line belongs to the word. Other places in the document that have the word whole
     * or with its hyphen decide; else it goes between small letters, and stays before a capital or a number.
     */
    private boolean keepsHyphen(CharSequence before, String after) {
        Matcher first = BROKEN.matcher(before.subSequence(Math.max(0, before.length() - 60), before.length()));
        Matcher second = STARTS.matcher(after);
        if (!first.find() || !second.find()) {
            return true;
        }
        String one = first.group(1).toLowerCase(Locale.ROOT);
        String two = second.group(1).toLowerCase(Locale.ROOT);
        if (words.contains(one + two)) {
            return false;
        }
        if (words.contains(one + "-" + two)) {
            return true;
        }
        return !Character.isLowerCase(second.group(1).codePointAt(0)) || KEEPS_HYPHEN.contains(one);
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010';
    }

    private static boolean endsInLetter(String text) {
        return !text.isEmpty() && Character.isLetterOrDigit(text.codePointBefore(text.length()));
    }

    private static boolean endsSentence(String text) {
        int i = text.length() - 1;
        while (i > 0 && CLOSING.indexOf(text.charAt(i)) >= 0) {
            i--;
        }
        return SENTENCE_ENDS.indexOf(text.charAt(i)) >= 0;
    }

    private static boolean startsWithCapital(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (Character.isLetterOrDigit(c)) {
                return Character.isUpperCase(c) || Character.isTitleCase(c) || Character.isDigit(c);
            }
        }
        return false;
    }
}
