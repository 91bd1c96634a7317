package io.onrecord.exchange.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.corrections.Change;
import io.onrecord.corrections.Correction;
import io.onrecord.exchange.annotation.AnnotationFiles.Format;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Span;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.testkit.RandomRecords;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.impl.XmiCasSerializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;
import org.apache.uima.util.XMLSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files as Apache UIMA reads, edits and writes them, which is what INCEpTION does with them. */
class UimaTest {

    private static final ArticleRecord RECORD = Example.record();
    private static final String PART = "webanno.custom.OnrecordPart";
    private static final String LINK = "webanno.custom.OnrecordLink";

    @TempDir
    private Path folder;

    private static TypeSystemDescription types() throws Exception {
        return UIMAFramework.getXMLParser()
                .parseTypeSystemDescription(new XMLInputSource(
                        new ByteArrayInputStream(XmiFormat.typeSystem().getBytes(StandardCharsets.UTF_8)), null));
    }

    private static CAS read(Path file) throws Exception {
        CAS cas = CasCreationUtils.createCas(types(), null, null);
        try (InputStream in = Files.newInputStream(file)) {
            XmiCasDeserializer.deserialize(in, cas);
        }
        return cas;
    }

    private static void write(CAS cas, Path file, String version) throws Exception {
        try (OutputStream out = Files.newOutputStream(file)) {
            XmiCasSerializer serializer = new XmiCasSerializer(cas.getTypeSystem());
            XMLSerializer xml = new XMLSerializer(out, false);
            xml.setOutputProperty("version", version);
            serializer.serialize(cas, xml.getContentHandler());
        }
    }

    private static Feature feature(CAS cas, String type, String name) {
        return cas.getTypeSystem().getType(type).getFeatureByBaseName(name);
    }

    private static List<AnnotationFS> parts(CAS cas) {
        List<AnnotationFS> parts = new ArrayList<>();
        cas.getAnnotationIndex(cas.getTypeSystem().getType(PART)).forEach(parts::add);
        return parts;
    }

    private static AnnotationFS part(CAS cas, String part, String words) {
        return parts(cas).stream()
                .filter(one -> one.getCoveredText().equals(words)
                        && part.equals(one.getStringValue(feature(cas, PART, "part"))))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyPieceStandsWhereItStandsInTheRecord() throws Exception {
        Exported exported = Exported.to(folder, Format.XMI, RECORD);
        CAS cas = read(exported.file(".xmi"));
        assertThat(cas.getDocumentText()).isEqualTo(Example.TEXT);
        assertThat(cas.getDocumentLanguage()).isEqualTo("en");
        for (Statement statement : RECORD.statements()) {
            Attribution words = statement.attribution();
            if (words.in() == io.onrecord.model.Location.TEXT) {
                words.content().forEach(span -> part(cas, "CONTENT", span.of(Example.TEXT)));
                words.cue().forEach(span -> part(cas, "CUE", span.of(Example.TEXT)));
                words.source().forEach(span -> part(cas, "SOURCE", span.of(Example.TEXT)));
            }
        }
        AnnotationFS denied = part(cas, "CUE", "denied");
        assertThat(denied.getStringValue(feature(cas, PART, "stance"))).isEqualTo("DENIES");
        assertThat(denied.getStringValue(feature(cas, PART, "speaker"))).isEqualTo("Ilan Serrat");
        assertThat(denied.getFloatValue(feature(cas, PART, "confidence"))).isEqualTo(0.9f);
    }

    @Test
    void tokensLieInSentencesAndNothingIsEmpty() throws Exception {
        CAS cas = read(Exported.to(folder, Format.XMI, RECORD).file(".xmi"));
        String segmentation = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.";
        List<AnnotationFS> sentences = new ArrayList<>();
        cas.getAnnotationIndex(cas.getTypeSystem().getType(segmentation + "Sentence"))
                .forEach(sentences::add);
        assertThat(sentences).hasSizeGreaterThan(2);
        int tokens = 0;
        for (AnnotationFS token : cas.getAnnotationIndex(cas.getTypeSystem().getType(segmentation + "Token"))) {
            assertThat(token.getCoveredText()).isNotBlank();
            assertThat(sentences)
                    .anyMatch(
                            sentence -> sentence.getBegin() <= token.getBegin() && token.getEnd() <= sentence.getEnd());
            tokens++;
        }
        assertThat(tokens).isGreaterThan(40);
    }

    /** What INCEpTION's import of a type system asks of layers: spans have simple features, relations two ends of one type. */
    @Test
    void theTypesAreLayersAsInceptionKnowsThem() throws Exception {
        CAS cas = CasCreationUtils.createCas(types(), null, null);
        for (String name : List.of(PART, LINK, "webanno.custom.OnrecordArticle")) {
            Type type = cas.getTypeSystem().getType(name);
            assertThat(cas.getTypeSystem().getParent(type).getName()).isEqualTo("uima.tcas.Annotation");
            List<Feature> own = type.getFeatures().stream()
                    .filter(feature -> feature.getDomain().equals(type))
                    .toList();
            List<Feature> ends =
                    own.stream().filter(one -> !one.getRange().isPrimitive()).toList();
            if (name.equals(LINK)) {
                assertThat(ends).extracting(Feature::getShortName).containsExactlyInAnyOrder("Governor", "Dependent");
                assertThat(ends).extracting(end -> end.getRange().getName()).containsOnly(PART);
            } else {
                assertThat(ends).isEmpty();
            }
            assertThat(own).isNotEmpty();
        }
    }

    @Test
    void aLinkStandsWhereItsDependentDoes() throws Exception {
        CAS cas = read(Exported.to(folder, Format.XMI, RECORD).file(".xmi"));
        int links = 0;
        for (AnnotationFS link : cas.getAnnotationIndex(cas.getTypeSystem().getType(LINK))) {
            AnnotationFS dependent = (AnnotationFS) link.getFeatureValue(feature(cas, LINK, "Dependent"));
            assertThat(link.getBegin()).isEqualTo(dependent.getBegin());
            assertThat(link.getEnd()).isEqualTo(dependent.getEnd());
            links++;
        }
        assertThat(links).isGreaterThan(8);
    }

    @Test
    void whatXmlHasNoPlaceForShiftsNothing() throws Exception {
        String text = Example.TEXT
                .replace("the grain", "the\u0000\u0008\ufffe\uffff grain")
                .replace(" 🌾", "🌾\u0085\u2028");
        Article article = new Article(text);
        CAS cas = read(Exported.to(folder, Format.XMI, article.record()).file(".xmi"));
        assertThat(cas.getDocumentText())
                .isEqualTo(text.replaceAll("[\u0000\u0008\u0085\ufffe\uffff]", "\ufffd"))
                .hasSameSizeAs(text);
        assertThat(part(cas, "CUE", "claimed").getBegin()).isEqualTo(text.indexOf("claimed"));
    }

    /** A text with one statement, "claimed". */
    private record Article(String text) {
        ArticleRecord record() {
            Statement claimed = said("claimed");
            io.onrecord.model.Article article = io.onrecord.model.Article.of(
                    "a", new io.onrecord.model.Text(text, List.of()), io.onrecord.model.Metadata.NONE);
            List<Span> cue = List.of(Example.in(text, "claimed"));
            List<Span> content = List.of(Example.in(text, "the stores"));
            Attribution words = new Attribution(
                    io.onrecord.model.Location.TEXT,
                    claimed.attribution().form(),
                    List.of(),
                    cue,
                    content,
                    new io.onrecord.model.Confidence(1, Optional.empty(), Optional.of(1.0), 1));
            return new ArticleRecord(
                    article,
                    List.of(),
                    List.of(new Statement(
                            io.onrecord.model.Ids.statement(
                                    article.id(), words.in(), cue, content, io.onrecord.model.CodePoints.of(text)),
                            words,
                            new io.onrecord.model.Resolution.Unresolved("NO_SOURCE"),
                            claimed.stance(),
                            Optional.empty(),
                            List.of(),
                            List.of(),
                            Optional.empty(),
                            false)),
                    List.of(),
                    RECORD.producer());
        }
    }

    private static Statement said(String cue) {
        return RECORD.statements().stream()
                .filter(one -> one.attribution().cue().stream()
                        .anyMatch(span ->
                                span.of(RECORD.textOf(one.attribution().in())).equals(cue)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anyRecordComesBackFromUimaWithoutCorrections() throws Exception {
        for (long seed = 0; seed < 100; seed++) {
            ArticleRecord record = RandomRecords.any(seed);
            Path own = Files.createDirectory(folder.resolve("s" + seed));
            Exported exported = Exported.to(own, Format.XMI, record);
            String version = seed % 2 == 0 ? "1.0" : "1.1";
            try (Stream<Path> files = Files.list(own)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".xmi")).toList()) {
                    write(read(file), file, version);
                }
            }
            assertThat(exported.edits(record))
                    .as("seed %d, XML %s", seed, version)
                    .isEqualTo(new Edits(List.of(), List.of()));
        }
    }

    @Test
    void whatIsChangedInUimaComesBackAsCorrections() throws Exception {
        Exported exported = Exported.to(folder, Format.XMI, RECORD);
        Path file = exported.file(".xmi");
        CAS cas = read(file);
        part(cas, "CUE", "denied").setStringValue(feature(cas, PART, "stance"), "REJECTS");
        part(cas, "CUE", "told").setStringValue(feature(cas, PART, "speaker"), "Tomas Rell");
        part(cas, "CUE", "said").setBooleanValue(feature(cas, PART, "hypothetical"), true);
        remove(cas, "claimed", "the minister's aides", "the stores of קציר were full");
        AnnotationFS added = made(cas, "CUE", Example.in(Example.TEXT, "kept"));
        link(cas, added, made(cas, "CONTENT", Example.in(Example.TEXT, "every sack")), "CONTENT");
        write(cas, file, "1.1");

        Edits edits = exported.edits(RECORD);
        assertThat(edits.notTaken()).isEmpty();
        assertThat(edits.corrections())
                .extracting(Correction::change)
                .containsExactly(
                        new Change.StanceIs(new StanceReading(Stance.REJECTS, false, false)),
                        new Change.SpeakerIs("Tomas Rell", Optional.empty()),
                        new Change.StanceIs(new StanceReading(Stance.SAYS, false, true)),
                        new Change.Rejected(),
                        new Change.Added());
        assertThat(edits.corrections().get(4).anchor().words()).isEqualTo("every sack");
    }

    /** Removes a statement as a tool does: its annotations and the links at them. */
    private static void remove(CAS cas, String cue, String source, String content) {
        List<AnnotationFS> gone =
                List.of(part(cas, "CUE", cue), part(cas, "SOURCE", source), part(cas, "CONTENT", content));
        List<AnnotationFS> links = new ArrayList<>();
        for (AnnotationFS link : cas.getAnnotationIndex(cas.getTypeSystem().getType(LINK))) {
            boolean at = gone.stream()
                    .anyMatch(one -> one.equals(link.getFeatureValue(feature(cas, LINK, "Governor")))
                            || one.equals(link.getFeatureValue(feature(cas, LINK, "Dependent"))));
            if (at) {
                links.add(link);
            }
        }
        links.forEach(cas::removeFsFromIndexes);
        gone.forEach(cas::removeFsFromIndexes);
    }

    private static AnnotationFS made(CAS cas, String part, Span span) {
        AnnotationFS made = cas.createAnnotation(cas.getTypeSystem().getType(PART), span.start(), span.end());
        made.setStringValue(feature(cas, PART, "part"), part);
        cas.addFsToIndexes(made);
        return made;
    }

    private static void link(CAS cas, AnnotationFS from, AnnotationFS to, String kind) {
        AnnotationFS link = cas.createAnnotation(cas.getTypeSystem().getType(LINK), to.getBegin(), to.getEnd());
        link.setFeatureValue(feature(cas, LINK, "Governor"), from);
        link.setFeatureValue(feature(cas, LINK, "Dependent"), to);
        link.setStringValue(feature(cas, LINK, "kind"), kind);
        cas.addFsToIndexes(link);
    }

    @Test
    void aProjectAsInceptionPacksItIsReadThroughItsZipFiles() throws Exception {
        Exported exported = Exported.to(folder, Format.XMI, RECORD);
        exported.replace(".xmi", "stance=\"DENIES\"", "stance=\"REJECTS\"");
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(document)) {
            zip.putNextEntry(new ZipEntry("pia.xmi"));
            zip.write(Files.readAllBytes(exported.file(".xmi")));
            zip.putNextEntry(new ZipEntry("TypeSystem.xml"));
            zip.write(XmiFormat.typeSystem().getBytes(StandardCharsets.UTF_8));
        }
        Path project = Files.createDirectory(folder.resolve("back")).resolve("project.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(project))) {
            zip.putNextEntry(new ZipEntry("exportedproject1.json"));
            zip.write("{}".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("annotation/grain/pia.zip"));
            zip.write(document.toByteArray());
        }
        Exported.Read read = Exported.read(project, Format.XMI);
        assertThat(read.broken()).isEmpty();
        assertThat(read.articles()).hasSize(1);
        assertThat(read.articles().get(0).file()).endsWith("project.zip!annotation/grain/pia.zip!pia.xmi");
        assertThat(read.articles()
                        .get(0)
                        .edits(io.onrecord.corrections.Corrected.untouched(RECORD), "Pia Lund", Exported.TIME)
                        .corrections())
                .hasSize(1);
    }
}
