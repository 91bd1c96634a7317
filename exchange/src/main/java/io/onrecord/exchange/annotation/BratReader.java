package io.onrecord.exchange.annotation;

import io.onrecord.exchange.annotation.BratFormat.Notes;
import io.onrecord.exchange.annotation.Mark.Said;
import io.onrecord.exchange.annotation.Mark.Tie;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Form;
import io.onrecord.model.Span;
import io.onrecord.model.Stance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one {@code .ann} file and the text beside it; made for one file, by one thread. */
final class BratReader {

    private static final int MOST_LINES = 200_000;
    private static final int MOST_PIECES = 1000;
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9}) (\\d{1,9})");
    private static final Pattern RELATION = Pattern.compile("(\\S+) Arg1:(\\S+) Arg2:(\\S+)\\s*");

    private final String file;
    private final String text;
    private final CodePoints points;
    private final Map<String, Mark> marks = new LinkedHashMap<>();
    private final List<Tie> ties = new ArrayList<>();
    private final Map<String, Integer> keys = new HashMap<>();
    private int line;

    private BratReader(String file, String text) {
        this.file = file;
        this.text = text;
        this.points = CodePoints.of(text);
    }

    /**
     * Reads a file.
     *
     * @param ann its path; the text and the file that says of which article it is stand beside it
     * @throws AnnotationFormatException if it is not one, or does not fit its text
     * @throws IOException if it cannot be read
     */
    static AnnotatedArticle read(Path ann) throws IOException {
        String name = ann.toString();
        String bare = String.valueOf(ann.getFileName()).replaceFirst("\\.ann$", "");
        Origin origin = BratOrigin.read(ann.resolveSibling(bare + BratOrigin.ENDING));
        String text = content(ann.resolveSibling(bare + ".txt"));
        BratReader reader = new BratReader(name, text);
        reader.lines(content(ann));
        return new AnnotatedArticle(
                name,
                origin,
                text,
                Pieces.IN_LINES,
                Assembly.of(name, text, Pieces.IN_LINES, reader.marks, reader.ties));
    }

    private static String content(Path file) throws IOException {
        try (InputStream in = new Bounded(Files.newInputStream(file), file.toString(), Bounded.MOST_BRAT)) {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(in.readAllBytes()))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new AnnotationFormatException(
                    file.toString(), 0, "is missing: a text and its annotations stand beside one another", e);
        } catch (CharacterCodingException e) {
            throw new AnnotationFormatException(file.toString(), 0, "is not UTF-8", e);
        }
    }

    private void lines(String content) throws AnnotationFormatException {
        // What is said of marks may stand before or after them.
        List<String[]> said = new ArrayList<>();
        List<Integer> at = new ArrayList<>();
        int start = 0;
        while (start < content.length()) {
            int end = content.indexOf('\n', start);
            end = end < 0 ? content.length() : end;
            if (++line > MOST_LINES) {
                throw problem("more than " + MOST_LINES + " lines, the limit for one article");
            }
            String whole = content.substring(start, end);
            String bare = whole.endsWith("\r") ? whole.substring(0, whole.length() - 1) : whole;
            if (!bare.isBlank()) {
                String[] fields = bare.split("\t", 3);
                if (fields.length < 2) {
                    throw problem("no tab in '" + Lines.shown(bare) + "': a line is an id, a tab, and what it marks");
                }
                if (!read(fields)) {
                    said.add(fields);
                    at.add(line);
                }
            }
            start = end + 1;
        }
        Map<String, Comments> comments = new HashMap<>();
        for (int i = 0; i < said.size(); i++) {
            line = at.get(i);
            say(said.get(i), comments);
        }
        for (Map.Entry<String, Comments> comment : comments.entrySet()) {
            marks.computeIfPresent(
                    comment.getKey(),
                    (key, mark) -> new Mark(
                            key, mark.part(), mark.spans(), comment.getValue().said(), mark.line()));
        }
    }

    /** Reads a mark or a link; false if the line is neither. */
    private boolean read(String[] fields) throws AnnotationFormatException {
        String key = fields[0];
        if (!key.matches("[TRAM#]\\d{1,18}")) {
            throw problem("'" + Lines.shown(key)
                    + "' is no mark (T), relation (R), attribute (A) or note (#): Onrecord uses no others");
        }
        if (keys.putIfAbsent(key, line) != null) {
            throw problem("the id " + key + " a second time; it stands in line " + keys.get(key) + ", too");
        }
        if (key.startsWith("T")) {
            marks.put(key, mark(key, fields));
            return true;
        }
        if (!key.startsWith("R")) {
            return false;
        }
        Matcher relation = RELATION.matcher(fields[1]);
        if (!relation.matches()) {
            throw problem("a relation is TYPE Arg1:T1 Arg2:T2, not '" + Lines.shown(fields[1]) + "'");
        }
        ties.add(new Tie(relation.group(1), relation.group(2), relation.group(3), line));
        return true;
    }

    private Mark mark(String key, String[] fields) throws AnnotationFormatException {
        int space = fields[1].indexOf(' ');
        String type = space < 0 ? fields[1] : fields[1].substring(0, space);
        @Nullable Part part = Part.named(type);
        if (part == null) {
            throw problem("unknown type '" + Lines.shown(type) + "': a mark is one of " + List.of(Part.values()));
        }
        List<Span> spans = new ArrayList<>();
        for (String range : fields[1].substring(type.length()).strip().split(";", MOST_PIECES + 1)) {
            if (spans.size() == MOST_PIECES) {
                throw problem("a mark of more than " + MOST_PIECES + " pieces");
            }
            spans.add(span(range));
        }
        spans.sort(Comparator.naturalOrder());
        StringJoiner words = new StringJoiner(" ");
        spans.forEach(span -> words.add(span.of(text)));
        String written = fields.length < 3 ? "" : fields[2];
        // brat may drop white space at the end of a line.
        if (!written.equals(words.toString())
                && !written.equals(words.toString().stripTrailing())) {
            throw problem("marks '" + Lines.shown(words.toString()) + "', not '" + Lines.shown(written)
                    + "' as it says: the offsets count something else than characters, or the text is another");
        }
        return new Mark(key, part, spans, Said.NOTHING, line);
    }

    private Span span(String range) throws AnnotationFormatException {
        Matcher offsets = RANGE.matcher(range);
        if (!offsets.matches()) {
            throw problem("offsets are START END, several with ; between, not '" + Lines.shown(range) + "'");
        }
        int start = Integer.parseInt(offsets.group(1));
        int end = Integer.parseInt(offsets.group(2));
        if (start >= end || end > points.length()) {
            throw problem("the range " + start + " to " + end + " is empty or lies outside the text, which has "
                    + points.length() + " characters");
        }
        return new Span(points.toUtf16(start), points.toUtf16(end));
    }

    /** What the attributes and notes of one mark say. */
    private static final class Comments {
        private Optional<String> id = Optional.empty();
        private Optional<Stance> stance = Optional.empty();
        private boolean negated;
        private boolean hypothetical;
        private Optional<Form> form = Optional.empty();
        private Optional<String> speaker = Optional.empty();

        Said said() {
            return new Said(id, stance, negated, hypothetical, form, speaker);
        }
    }

    private void say(String[] fields, Map<String, Comments> comments) throws AnnotationFormatException {
        String[] words = fields[1].strip().split(" ", 3);
        if (words.length < 2) {
            throw problem("'" + Lines.shown(fields[1]) + "' does not say what it is about");
        }
        boolean note = fields[0].startsWith("#");
        @Nullable Mark mark = marks.get(words[1]);
        if (mark == null) {
            if (note) {
                // People may write notes on relations, which say nothing of a statement.
                return;
            }
            throw problem("is about '" + Lines.shown(words[1]) + "', which is no mark of the file");
        }
        Comments of = comments.computeIfAbsent(mark.key(), key -> new Comments());
        if (note) {
            note(words[0], fields.length < 3 ? "" : fields[2], of);
            return;
        }
        String value = words.length < 3 ? "" : words[2];
        switch (words[0]) {
            case "Stance" -> of.stance = Optional.of(constant(Stance.values(), value));
            case "Form" -> of.form = Optional.of(constant(Form.values(), value));
            case "Negated" -> of.negated = true;
            case "Hypothetical" -> of.hypothetical = true;
            default ->
                throw problem("unknown attribute '" + Lines.shown(words[0])
                        + "': expected Stance, Form, Negated or Hypothetical");
        }
    }

    private static void note(String kind, String words, Comments of) {
        String prefix = Notes.SPEAKER.strip();
        if (kind.equals(Notes.STATEMENT)) {
            of.id = Lines.folded(words);
        } else if (kind.equals(Notes.ANNOTATOR) && words.strip().startsWith(prefix)) {
            of.speaker = Lines.folded(words.strip().substring(prefix.length()));
        }
    }

    private <T extends Enum<T>> T constant(T[] values, String name) throws AnnotationFormatException {
        for (T value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        throw problem("'" + Lines.shown(name) + "' is none of " + List.of(values));
    }

    private AnnotationFormatException problem(String what) {
        return new AnnotationFormatException(file, line, what);
    }
}
