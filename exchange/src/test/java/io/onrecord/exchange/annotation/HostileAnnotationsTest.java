package io.onrecord.exchange.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.corrections.Corrected;
import io.onrecord.exchange.annotation.AnnotationFiles.Format;
import io.onrecord.model.ArticleRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that are broken, of something else, or made to do harm: nothing is taken, and the message says where and why. */
class HostileAnnotationsTest {

    private static final ArticleRecord RECORD = Example.record();

    private static final String NASTY = "\t\n 0123456789TRA#<>&\"=;:é\u0000";

    @TempDir
    private Path folder;

    private String broken(Exported exported) throws IOException {
        Exported.Read read = exported.read();
        // The file of the title was left as it was.
        assertThat(read.articles()).hasSize(1);
        assertThat(read.broken()).hasSize(1);
        return read.broken().get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CUE 12 18|CUE 13 19|marks 'enied', not 'denied' as it says",
                "CUE 12 18|CUE 18 12|the range 18 to 12 is empty or lies outside the text",
                "CUE 12 18|CUE 12 99999|the range 12 to 99999 is empty or lies outside the text, which has",
                "CUE 12 18|CUE -12 18|offsets are START END, several with ; between, not '-12 18'",
                "CUE 12 18|CUE 12 99999999999999|offsets are START END",
                "CUE 12 18|CUE 12 18;|offsets are START END",
                "CUE 12 18|Verb 12 18|unknown type 'Verb': a mark is one of [CUE, CONTENT, SOURCE, ADDRESSEE, EVIDENCE]",
                "T1|E1|'E1' is no mark (T), relation (R), attribute (A) or note (#)",
                "Stance T1 DENIES|Stance T1 LIES|'LIES' is none of [SAYS, CLAIMS,",
                "Stance T1 DENIES|Tone T1 DENIES|unknown attribute 'Tone'",
                "Stance T1 DENIES|Stance T999 DENIES|is about 'T999', which is no mark of the file",
                "R1|R2|the id R2 a second time; it stands in line",
                "SOURCE Arg1:T1|SOURCE Arg1:T999|links 'T999', which is not in the file",
                "SOURCE Arg1:T1 Arg2:T2|SOURCE T1 T2|a relation is TYPE Arg1:T1 Arg2:T2",
                "SOURCE Arg1:T1 Arg2:T2|LIKES Arg1:T1 Arg2:T2|unknown link 'LIKES'",
                "SOURCE Arg1:T1 Arg2:T2|SOURCE Arg1:T1 Arg2:T1|to itself: remove the link",
                "SOURCE Arg1:T1 Arg2:T2|CONTRADICTS Arg1:T1 Arg2:T2|the SOURCE 'Ilan Serrat' (T2) belongs to no statement",
                "R2\tCONTENT Arg1:T1|R2\tCONTENT Arg1:T2|has no CONTENT: link what is said to it"
            })
    void aBrokenLineIsNamedWithItsNumber(String before, String after, String problem) throws IOException {
        Exported exported = Exported.to(folder, Format.BRAT, RECORD);
        String escaped = before.replace("\\t", "\t");
        exported.replace(".ann", escaped, after.replace("\\t", "\t"));
        assertThat(broken(exported))
                .contains(problem)
                .containsPattern("\\.ann:\\d+: ")
                .hasSizeLessThan(600);
    }

    @Test
    void aStatementIdOfSomethingElseIsRefused() throws IOException {
        Exported exported = Exported.to(folder, Format.BRAT, RECORD);
        String id = RECORD.statements().get(1).id();
        exported.replace(".ann", "\t" + id, "\tffff");
        assertThatThrownBy(() -> exported.edits(RECORD))
                .isInstanceOf(AnnotationFormatException.class)
                .hasMessageContaining("has the statement id 'ffff', which was not exported with this article");
    }

    @Test
    void aStatementIdTwiceIsRefused() throws IOException {
        Exported exported = Exported.to(folder, Format.BRAT, RECORD);
        exported.replace(
                ".ann",
                "\t" + RECORD.statements().get(1).id(),
                "\t" + RECORD.statements().get(2).id());
        assertThatThrownBy(() -> exported.edits(RECORD)).hasMessageContaining("remove it from the one that is new");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void annotationsOfAnotherTextAreRefused(Format format) throws IOException {
        Exported exported = Exported.to(folder, format, RECORD);
        ArticleRecord other = Example.record(RECORD.article().address(), Example.TEXT + "More.");
        AnnotatedArticle article = exported.read().articles().get(0);
        assertThatThrownBy(() -> article.edits(Corrected.untouched(other), "Pia Lund", Exported.TIME))
                .isInstanceOf(AnnotationFormatException.class)
                .hasMessageContaining("is of the article " + RECORD.article().id() + ", not of");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aTextThatWasChangedIsRefused(Format format) throws IOException {
        Exported exported = Exported.to(folder, format, RECORD);
        exported.replace(format == Format.BRAT ? ".txt" : ".xmi", "They are empty", "They are emptY");
        if (format == Format.BRAT) {
            assertThat(broken(exported))
                    .contains("the offsets count something else than characters, or the text is another");
        } else {
            assertThatThrownBy(() -> exported.edits(RECORD))
                    .hasMessageContaining("is of another text than the article");
        }
    }

    @Test
    void aTextWithOtherLineEndsIsRefused() throws IOException {
        Exported exported = Exported.to(folder, Format.BRAT, RECORD);
        exported.replace(".txt", "\r\n", "\n");
        assertThat(broken(exported)).contains("or the text is another");
    }

    @ParameterizedTest
    @CsvSource({".txt", ".json"})
    void aMissingFileIsNamed(String ending) throws IOException {
        Exported exported = Exported.to(folder, Format.BRAT, RECORD);
        Files.delete(exported.file(ending));
        assertThat(broken(exported)).contains(ending + ": is missing");
    }

    @Test
    void aFileThatIsNotUtf8IsNamed() throws IOException {
        Exported exported = Exported.to(folder, Format.BRAT, RECORD);
        Files.write(exported.file(".ann"), new byte[] {'T', '1', '\t', (byte) 0xff});
        assertThat(broken(exported)).endsWith(".ann: is not UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "begin=\"12\" end=\"18\"|begin=\"18\" end=\"12\"|from 18 to 12 is empty or lies outside the text",
                "begin=\"12\" end=\"18\"|begin=\"12\" end=\"99999\"|from 12 to 99999 is empty or lies outside the text",
                "begin=\"12\" end=\"18\"|begin=\"x\" end=\"18\"|begin is a number, not 'x'",
                "part=\"CUE\"|part=\"VERB\"|unknown part 'VERB'",
                "stance=\"DENIES\"|stance=\"LIES\"|'LIES' is no stance",
                "kind=\"SOURCE\"|kind=\"LIKES\"|unknown link 'LIKES'",
                "cas:Sofa |cas:Sofas |has no text (cas:Sofa)",
                "OnrecordArticle |OnrecordArticles |has 0 annotations OnrecordArticle where one belongs",
                "location=\"text\"|location=\"nowhere\"|'nowhere' is neither text nor title",
                "<xmi:XMI |<xmi:XMJ |expected xmi:XMI of UIMA",
                "</xmi:XMI>|</xmi:XMI|not well-formed XML",
                "Dependent=\"|Dependent=\"9|which is not in the file"
            })
    void aBrokenXmiIsNamed(String before, String after, String problem) throws IOException {
        Exported exported = Exported.to(folder, Format.XMI, RECORD);
        exported.replace(".xmi", before, after);
        assertThat(broken(exported)).contains(problem).contains(".xmi").hasSizeLessThan(600);
    }

    @Test
    void entitiesAreNeverExpanded() throws IOException {
        StringBuilder laughs = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        laughs.append("]>\n<x>&a29;</x>");
        Path file = Files.writeString(folder.resolve("laughs.xmi"), laughs);
        assertThat(Exported.read(file, Format.XMI).broken().toString())
                .contains("laughs.xmi:")
                .contains("not well-formed XML")
                .contains("DOCTYPE");
    }

    @Test
    void otherXmlIsNoXmi() throws IOException {
        Path file = Files.writeString(folder.resolve("other.xmi"), "<html><body/></html>");
        assertThat(Exported.read(file, Format.XMI).broken().toString()).contains("expected xmi:XMI of UIMA");
    }

    @Test
    void aDeepFileIsRefused() throws IOException {
        Path file = Files.writeString(
                folder.resolve("deep.xmi"), "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\">" + "<a>".repeat(100_000));
        assertThat(Exported.read(file, Format.XMI).broken().toString()).contains("nested more than 20 deep");
    }

    @Test
    void aBombIsNotUnpackedWhole() throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        byte[] block = new byte[1 << 20];
        try (OutputStream file = Files.newOutputStream(bomb);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("a.xmi"));
            zip.write("<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\">".getBytes(StandardCharsets.UTF_8));
            java.util.Arrays.fill(block, (byte) ' ');
            for (int i = 0; i < 100; i++) {
                zip.write(block);
            }
        }
        assertThat(Exported.read(bomb, Format.XMI).broken().toString()).contains("bomb.zip!a.xmi: more than 64 MiB");
    }

    @Test
    void aZipThatWasCutOffIsNamedAndTheOtherFilesAreRead() throws IOException {
        Exported exported = Exported.to(folder, Format.XMI, RECORD);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(whole)) {
            zip.putNextEntry(new ZipEntry("a.xmi"));
            zip.write(Files.readAllBytes(exported.file(".xmi")));
        }
        // Read before the others.
        Path cut = folder.resolve("0-cut.zip");
        Files.write(cut, java.util.Arrays.copyOf(whole.toByteArray(), whole.size() / 2));
        Exported.Read read = Exported.read(folder, Format.XMI);
        assertThat(read.articles()).hasSize(exported.read().articles().size()).isNotEmpty();
        assertThat(read.broken()).isNotEmpty().allMatch(problem -> problem.contains(cut.toString()));
    }

    @Test
    void whatIsNoZipIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("no.zip"), "PK\u0003\u0004 nothing of the kind");
        assertThatThrownBy(() -> Exported.read(file, Format.XMI)).hasMessageContaining("no.zip");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aFolderWithoutFilesIsNamed(Format format) {
        assertThatThrownBy(() -> Exported.read(folder, format)).hasMessageContaining("has no file whose name ends in");
    }

    /** Bytes changed here and there: an error in words, or a file that is taken, but no other exception and no endless work. */
    @ParameterizedTest
    @EnumSource(Format.class)
    void noDamageIsAFault(Format format) throws IOException {
        Exported exported = Exported.to(folder, format, RECORD);
        Path file = exported.file(format == Format.BRAT ? ".ann" : ".xmi");
        byte[] whole = Files.readAllBytes(file);
        java.util.Random random = new java.util.Random(7);
        int refused = 0;
        for (int i = 0; i < 600; i++) {
            byte[] damaged = whole.clone();
            for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) NASTY.charAt(random.nextInt(NASTY.length()));
            }
            Files.write(
                    file,
                    random.nextInt(5) == 0
                            ? java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length))
                            : damaged);
            try {
                exported.edits(RECORD);
            } catch (AnnotationFormatException e) {
                refused++;
            } catch (AssertionError e) {
                // A file that could not be read, in words.
                assertThat(e.getMessage()).contains(file.getFileName().toString());
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(200);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.count()).isGreaterThan(2);
        }
    }

    /** Every cue has every content: what a person never draws, and a machine does in a minute. */
    @Test
    void linksOfAllWithAllEndInWords() throws IOException {
        Exported exported = Exported.to(folder, Format.BRAT, RECORD);
        StringBuilder lines = new StringBuilder();
        int links = 0;
        for (int i = 1; i <= 19_000; i++) {
            lines.append("T").append(i).append("\tCUE 12 18\tdenied\n");
            lines.append("T").append(100_000 + i).append("\tCONTENT 31 34\ttha\n");
            lines.append("R")
                    .append(++links)
                    .append("\tCONTENT Arg1:T")
                    .append(i)
                    .append(" Arg2:T100001\t\n");
            if (i > 1) {
                lines.append("R")
                        .append(++links)
                        .append("\tCONTENT Arg1:T100001 Arg2:T")
                        .append(100_000 + i)
                        .append("\t\n");
            }
        }
        Files.writeString(exported.file(".ann"), lines);
        assertThat(broken(exported)).contains("overlap");
    }

    @Test
    void moreStatementsThanAnArticleHasEndInWords() throws IOException {
        Exported exported = Exported.to(folder, Format.BRAT, RECORD);
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 20_001; i++) {
            lines.append("T").append(i).append("\tCONTENT 31 34\ttha\n");
        }
        Files.writeString(exported.file(".ann"), lines);
        assertThat(broken(exported)).contains("more than 20000 statements");
    }

    @Test
    void aViewOfMillionsOfNumbersTakesNoRoom() throws IOException {
        Exported exported = Exported.to(folder, Format.XMI, RECORD);
        exported.replace(".xmi", "members=\"", "members=\"" + "1 ".repeat(15_000_000));
        assertThat(exported.edits(RECORD).corrections()).isEmpty();
    }
}
