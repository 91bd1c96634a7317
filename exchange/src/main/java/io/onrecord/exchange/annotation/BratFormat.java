package io.onrecord.exchange.annotation;

import io.onrecord.exchange.annotation.Mark.Tie;
import io.onrecord.exchange.annotation.Sheet.Entry;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.export.Exporter;
import io.onrecord.exchange.export.FolderFormat;
import io.onrecord.exchange.export.Subject;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Dispute;
import io.onrecord.model.Form;
import io.onrecord.model.Location;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.Stance;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder for brat: {@code NAME.txt}, {@code NAME.ann} and {@code NAME.json} for each article, and the configuration for all of
 * them. Offsets count Unicode code points, as brat does. A statement is a {@code CUE} with relations to its {@code SOURCE}, {@code
 * CONTENT} and {@code ADDRESSEE}; one without a cue is its {@code CONTENT} alone. Statements in a title stand in files of their own,
 * {@code NAME-title}. The JSON file, which brat passes over, says of which article the others are: an import needs it.
 */
public final class BratFormat implements FolderFormat {

    @Override
    public String name() {
        return "brat";
    }

    @Override
    public String about() {
        return "a folder for the annotation tool brat; corrections made there come back with import";
    }

    @Override
    public Set<Subject> subjects() {
        return Set.of(Subject.STATEMENTS);
    }

    @Override
    public Exporter open(Subject subject, Folder folder, ExportOptions options) throws IOException {
        for (String file : List.of("annotation.conf", "visual.conf")) {
            Sheets.write(folder, file, out -> out.write(configuration(file)));
        }
        return new Sheets(folder, Pieces.IN_LINES, (files, sheet) -> {
            Sheets.write(files, sheet.name() + ".txt", out -> out.write(Lines.legal(sheet.text(), false)));
            Sheets.write(files, sheet.name() + ".ann", out -> new Page(sheet, out).write());
            Sheets.write(files, sheet.name() + BratOrigin.ENDING, out -> out.write(BratOrigin.of(sheet)));
        });
    }

    private static String configuration(String file) throws IOException {
        try (InputStream in = BratFormat.class.getResourceAsStream("brat-" + file)) {
            if (in == null) {
                throw new IllegalStateException("the jar of Onrecord lacks brat-" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${stances}", names(Stance.values()))
                    .replace("${forms}", names(Form.values()))
                    .replace(
                            "${disputes}",
                            Stream.of(Dispute.Kind.values())
                                    .map(kind -> kind + "\tArg1:CUE|CONTENT, Arg2:CUE|CONTENT\n")
                                    .collect(Collectors.joining()));
        }
    }

    private static String names(Object[] values) {
        return Stream.of(values).map(Object::toString).collect(Collectors.joining("|"));
    }

    /** One file of annotations. */
    private static final class Page {

        private final Sheet sheet;
        private final Writer out;
        private final String text;
        private final CodePoints points;
        private final Map<String, String> heads = new HashMap<>();
        private int marks;
        private int ties;
        private int attributes;
        private int notes;

        Page(Sheet sheet, Writer out) {
            this.sheet = sheet;
            this.out = out;
            this.text = Lines.legal(sheet.text(), false);
            this.points = CodePoints.of(sheet.text());
        }

        void write() throws IOException {
            for (Entry entry : sheet.entries()) {
                entry(entry);
            }
            for (Entry entry : sheet.entries()) {
                Optional<String> outer = entry.statement().within().map(heads::get);
                if (outer.isPresent()) {
                    tie(Tie.WITHIN, head(entry), outer.get());
                }
            }
            for (Dispute dispute : sheet.record().disputes()) {
                dispute(dispute);
            }
        }

        private String head(Entry entry) {
            return heads.getOrDefault(entry.statement().id(), "");
        }

        private void entry(Entry entry) throws IOException {
            Marked marked = entry.marked();
            boolean cued = !marked.cue().isEmpty();
            String head = cued ? mark(Part.CUE, marked.cue()) : mark(Part.CONTENT, marked.content());
            heads.put(entry.statement().id(), head);
            part(head, Part.SOURCE, marked.source());
            part(head, Part.CONTENT, cued ? marked.content() : List.of());
            part(head, Part.ADDRESSEE, marked.addressee());
            if (marked.stance().isPresent()) {
                attribute("Stance", head, marked.stance().get().name());
            }
            if (marked.negated()) {
                attribute("Negated", head, "");
            }
            if (marked.hypothetical()) {
                attribute("Hypothetical", head, "");
            }
            attribute("Form", head, entry.statement().attribution().form().name());
            note(Notes.ANNOTATOR, head, Notes.SPEAKER + marked.speaker().orElse(Marked.NOBODY));
            note(Notes.WHY, head, why(entry.statement().speaker()));
            note(Notes.STATEMENT, head, entry.statement().id());
        }

        private static String why(Resolution speaker) {
            if (speaker instanceof Resolution.Resolved resolved) {
                return resolved.via() + ": " + Lines.folded(resolved.why()).orElse("");
            }
            return speaker instanceof Resolution.Unresolved unresolved ? unresolved.reason() : "";
        }

        private void part(String head, Part part, List<Span> pieces) throws IOException {
            if (!pieces.isEmpty()) {
                tie(part.name(), head, mark(part, pieces));
            }
        }

        private void dispute(Dispute dispute) throws IOException {
            Optional<String> from = Optional.ofNullable(heads.get(dispute.from()));
            Optional<String> to = Optional.ofNullable(heads.get(dispute.to()));
            if (from.isEmpty() || to.isEmpty()) {
                return;
            }
            tie(dispute.kind().name(), from.get(), to.get());
            if (sheet.in() == Location.TEXT) {
                part(from.get(), Part.EVIDENCE, Pieces.IN_LINES.of(dispute.evidence(), sheet.text()));
            }
        }

        private String mark(Part part, List<Span> pieces) throws IOException {
            StringJoiner ranges = new StringJoiner(";");
            StringJoiner words = new StringJoiner(" ");
            for (Span piece : pieces) {
                ranges.add(points.fromUtf16(piece.start()) + " " + points.fromUtf16(piece.end()));
                words.add(piece.of(text));
            }
            String key = "T" + ++marks;
            out.write(key + "\t" + part + " " + ranges + "\t" + words + "\n");
            return key;
        }

        private void tie(String kind, String from, String to) throws IOException {
            out.write("R" + ++ties + "\t" + kind + " Arg1:" + from + " Arg2:" + to + "\t\n");
        }

        private void attribute(String name, String key, String value) throws IOException {
            out.write("A" + ++attributes + "\t" + name + " " + key + (value.isEmpty() ? "" : " " + value) + "\n");
        }

        private void note(String kind, String key, String words) throws IOException {
            out.write("#" + ++notes + "\t" + kind + " " + key + "\t" + words + "\n");
        }
    }

    /** The notes that stand with a statement. */
    static final class Notes {
        /** The one that brat lets people edit. */
        static final String ANNOTATOR = "AnnotatorNotes";
        /** How such a note begins that names the speaker. */
        static final String SPEAKER = "speaker: ";
        /** Why the speaker is who they are. */
        static final String WHY = "Why";
        /** The statement's id. */
        static final String STATEMENT = "Statement";

        private Notes() {}
    }
}
