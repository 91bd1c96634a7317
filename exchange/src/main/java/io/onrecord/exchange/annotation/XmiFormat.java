package io.onrecord.exchange.annotation;

import io.onrecord.exchange.annotation.Mark.Tie;
import io.onrecord.exchange.annotation.Sheet.Entry;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.export.Exporter;
import io.onrecord.exchange.export.FolderFormat;
import io.onrecord.exchange.export.Subject;
import io.onrecord.model.Dispute;
import io.onrecord.model.Location;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import io.onrecord.model.StatementDate;
import io.onrecord.text.Sentences;
import io.onrecord.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of UIMA CAS, one file {@code NAME.xmi} (XML 1.0) for each article, with the {@code TypeSystem.xml} that all share, as
 * INCEpTION imports them: layers {@code webanno.custom.Onrecord…} over DKPro Core's sentences and tokens. Offsets count UTF-16 units,
 * as UIMA does. A character that XML has no place for is written as U+FFFD, which takes its place. Each piece of a statement is an
 * annotation; its first cue, or its first content where it has no cue, leads it. Statements in a title stand in files of their own,
 * {@code NAME-title.xmi}.
 */
public final class XmiFormat implements FolderFormat {

    private static final String TYPES = "TypeSystem.xml";

    @Override
    public String name() {
        return "xmi";
    }

    @Override
    public String about() {
        return "UIMA XMI for INCEpTION and UIMA; corrections made there come back with import";
    }

    @Override
    public Set<Subject> subjects() {
        return Set.of(Subject.STATEMENTS);
    }

    @Override
    public Exporter open(Subject subject, Folder folder, ExportOptions options) throws IOException {
        Sheets.write(folder, TYPES, out -> out.write(typeSystem()));
        return new Sheets(
                folder,
                Pieces.AS_THEY_ARE,
                (files, sheet) -> Sheets.write(files, sheet.name() + ".xmi", out -> new Page(sheet, out).write()));
    }

    /** The description of the types, XML. */
    public static String typeSystem() {
        try (InputStream in = XmiFormat.class.getResourceAsStream(TYPES)) {
            if (in == null) {
                throw new IllegalStateException("the jar of Onrecord lacks " + TYPES);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + TYPES + " from the jar of Onrecord", e);
        }
    }

    /** One file. */
    private static final class Page {

        private static final int SOFA = 1;

        private final Sheet sheet;
        private final Writer out;
        private final String text;
        private final Map<String, Integer> heads = new HashMap<>();
        private final Map<Integer, Span> places = new HashMap<>();
        private final StringBuilder members = new StringBuilder();
        private int last = SOFA;

        Page(Sheet sheet, Writer out) {
            this.sheet = sheet;
            this.out = out;
            this.text = sheet.text();
        }

        void write() throws IOException {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xmi:XMI");
            attribute("xmlns:xmi", XmiReader.XMI);
            attribute("xmlns:cas", XmiReader.CAS);
            attribute("xmlns:tcas", "http:///uima/tcas.ecore");
            attribute("xmlns:type", "http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore");
            attribute("xmlns:custom", XmiReader.CUSTOM);
            attribute("xmi:version", "2.0");
            out.write(">\n<cas:NULL xmi:id=\"0\"/>\n");
            annotation("tcas:DocumentAnnotation", 0, text.length());
            attribute("language", sheet.article().metadata().language().orElse("x-unspecified"));
            end();
            segments();
            article();
            for (Entry entry : sheet.entries()) {
                entry(entry);
            }
            for (Entry entry : sheet.entries()) {
                Optional<Integer> outer = entry.statement().within().map(heads::get);
                if (outer.isPresent()) {
                    link(Tie.WITHIN, head(entry.statement()), outer.get());
                }
            }
            for (Dispute dispute : sheet.record().disputes()) {
                dispute(dispute);
            }
            out.write("<cas:Sofa xmi:id=\"" + SOFA + "\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text\"");
            attribute("sofaString", text);
            end();
            out.write("<cas:View sofa=\"" + SOFA + "\"");
            attribute("members", members.toString().strip());
            end();
            out.write("</xmi:XMI>\n");
        }

        private int head(Statement statement) {
            return heads.getOrDefault(statement.id(), 0);
        }

        private List<Span> paragraphs() {
            if (sheet.in() == Location.TEXT) {
                return sheet.article().text().paragraphs();
            }
            return text.isEmpty() ? List.of() : List.of(new Span(0, text.length()));
        }

        private void segments() throws IOException {
            for (Span paragraph : paragraphs()) {
                for (Span sentence : Sentences.of(text, paragraph)) {
                    annotation("type:Sentence", sentence.start(), sentence.end());
                    end();
                    Words words = Words.of(text, sentence);
                    for (int i = 0; i < words.size(); i++) {
                        annotation(
                                "type:Token",
                                words.span(i).start(),
                                words.span(i).end());
                        end();
                    }
                }
            }
        }

        private void article() throws IOException {
            int end = text.isEmpty() ? 0 : Character.charCount(text.codePointAt(0));
            annotation("custom:" + XmiReader.ARTICLE, 0, end);
            attribute("article", sheet.article().id());
            attribute("location", Sheet.code(sheet.in()));
            attribute("digest", sheet.digest());
            attribute("statements", sheet.bases());
            end();
        }

        private void entry(Entry entry) throws IOException {
            Marked marked = entry.marked();
            Part leading = marked.cue().isEmpty() ? Part.CONTENT : Part.CUE;
            List<Integer> leaders = new ArrayList<>();
            for (Span piece : leading == Part.CUE ? marked.cue() : marked.content()) {
                leaders.add(part(leading, piece, leaders.isEmpty() ? Optional.of(entry) : Optional.empty()));
            }
            int head = leaders.get(0);
            heads.put(entry.statement().id(), head);
            for (int i = 1; i < leaders.size(); i++) {
                link(leading.name(), head, leaders.get(i));
            }
            parts(head, Part.SOURCE, marked.source());
            parts(head, Part.CONTENT, leading == Part.CUE ? marked.content() : List.of());
            parts(head, Part.ADDRESSEE, marked.addressee());
        }

        private void parts(int head, Part part, List<Span> pieces) throws IOException {
            for (Span piece : pieces) {
                link(part.name(), head, part(part, piece, Optional.empty()));
            }
        }

        private int part(Part part, Span piece, Optional<Entry> led) throws IOException {
            int id = annotation("custom:" + XmiReader.PART, piece.start(), piece.end());
            places.put(id, piece);
            attribute("part", part.name());
            Marked marked = led.map(Entry::marked).orElse(null);
            attribute("negated", String.valueOf(marked != null && marked.negated()));
            attribute("hypothetical", String.valueOf(marked != null && marked.hypothetical()));
            if (led.isPresent()) {
                said(led.get());
            }
            end();
            return id;
        }

        private void said(Entry entry) throws IOException {
            Statement statement = entry.statement();
            if (entry.marked().stance().isPresent()) {
                attribute("stance", entry.marked().stance().get().name());
            }
            attribute("speaker", entry.marked().speaker().orElse(Marked.NOBODY));
            attribute("form", statement.attribution().form().name());
            if (statement.speaker() instanceof Resolution.Resolved resolved) {
                attribute("why", resolved.via() + ": " + resolved.why());
            } else if (statement.speaker() instanceof Resolution.Unresolved unresolved) {
                attribute("why", unresolved.reason());
            }
            Optional<String> date = statement.date().map(StatementDate::value);
            if (date.isPresent()) {
                attribute("date", date.get());
            }
            attribute("confidence", Float.toString((float)
                    statement.attribution().confidence().statement()));
            attribute("statement", statement.id());
        }

        private void dispute(Dispute dispute) throws IOException {
            Optional<Integer> from = Optional.ofNullable(heads.get(dispute.from()));
            Optional<Integer> to = Optional.ofNullable(heads.get(dispute.to()));
            if (from.isPresent() && to.isPresent()) {
                link(dispute.kind().name(), from.get(), to.get());
                parts(from.get(), Part.EVIDENCE, sheet.in() == Location.TEXT ? dispute.evidence() : List.of());
            }
        }

        /** A link stands where its dependent does, as INCEpTION has it. */
        private void link(String kind, int governor, int dependent) throws IOException {
            Span at = places.getOrDefault(dependent, new Span(0, 1));
            annotation("custom:" + XmiReader.LINK, at.start(), at.end());
            attribute("Governor", String.valueOf(governor));
            attribute("Dependent", String.valueOf(dependent));
            attribute("kind", kind);
            end();
        }

        private int annotation(String type, int begin, int end) throws IOException {
            int id = ++last;
            members.append(' ').append(id);
            out.write("<" + type + " xmi:id=\"" + id + "\" sofa=\"" + SOFA + "\" begin=\"" + begin + "\" end=\"" + end
                    + "\"");
            return id;
        }

        private void end() throws IOException {
            out.write("/>\n");
        }

        /** White space and rare controls are written by number: an attribute would lose them. */
        private void attribute(String name, String value) throws IOException {
            out.write(" " + name + "=\"");
            String legal = Lines.legal(value, true);
            for (int i = 0; i < legal.length(); i++) {
                char c = legal.charAt(i);
                switch (c) {
                    case '<' -> out.write("&lt;");
                    case '&' -> out.write("&amp;");
                    case '"' -> out.write("&quot;");
                    default -> {
                        if (c < ' ' || c >= 0x7f && c <= 0x9f || c == '\u2028' || c == '\u2029') {
                            out.write("&#" + (int) c + ";");
                        } else {
                            out.write(c);
                        }
                    }
                }
            }
            out.write("\"");
        }
    }
}
