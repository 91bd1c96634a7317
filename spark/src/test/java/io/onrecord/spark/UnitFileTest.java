package io.onrecord.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.reading.ArticleReader;
import io.onrecord.reading.Articles;
import io.onrecord.reading.Input;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of units and their marks, as attempts leave them that die, come twice or come late. */
class UnitFileTest {

    private static final String UNIT = "abc";
    private static final String BLANK = "{\"id\": \"%s\", \"text\": \" \"}\n";
    private static final String ITEM =
            "{\"pubstatus\": \"usable\", \"versioncreated\": \"2026-03-02T08:00:00Z\", \"body_text\": \"%s\", \"uri\": \"urn:%d\"}\n";
    private static final Pattern TAB = Pattern.compile("\t");

    @TempDir
    private Path folder;

    private Configuration hadoop = new Configuration();

    @BeforeEach
    void cluster() {
        hadoop = TestCluster.local().sparkContext().hadoopConfiguration();
    }

    private UnitMark write(String executor) throws IOException {
        return UnitFile.write(new org.apache.hadoop.fs.Path(folder.toString()), hadoop, executor, file -> UNIT);
    }

    private Settings settings(long unitBytes, Path... inputs) {
        return new Settings(
                Stream.of(inputs).map(Path::toString).toList(),
                folder.resolve("out").toString(),
                "default",
                unitBytes,
                true,
                Optional.of("en"));
    }

    private List<ReadUnit> units(Settings settings) {
        return new Inputs(new JavaSparkContext(TestCluster.local().sparkContext()), settings, "test").units();
    }

    /** The marks of all units of some inputs, whose files then lie in the folder {@code units}. */
    private List<UnitMark> read(Settings settings) throws IOException {
        UnitReader reader =
                new UnitReader(settings.engine(), Engine.of(settings.engine()).maker(), hadoop);
        List<UnitMark> marks = new ArrayList<>();
        for (ReadUnit unit : units(settings)) {
            marks.add(reader.read(unit, folder.resolve("units").toString(), "test"));
        }
        return marks;
    }

    /** Who read what is whole. */
    private List<String> whole() throws IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(folder.toString());
        return Marks.in(FileSystem.get(hadoop), path)
                .read(new JavaSparkContext(TestCluster.local().sparkContext()), unit -> true)
                .values()
                .stream()
                .map(UnitMark::executor)
                .toList();
    }

    @Test
    void anAttemptThatComesLateChangesNothing() throws IOException {
        assertThat(whole()).isEmpty();
        assertThat(write("first").executor()).isEqualTo("first");
        assertThat(write("late").executor()).isEqualTo("first");
        assertThat(whole()).containsExactly("first");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.contains(".part"));
        }
    }

    @Test
    void aMarkThatIsDamagedOrHasNoFileIsNone() throws IOException {
        write("first");
        Files.writeString(folder.resolve(UNIT + ".json"), "{\"unit\":");
        assertThat(whole()).isEmpty();
        assertThat(write("second").executor()).isEqualTo("second");
        assertThat(whole()).containsExactly("second");
        Files.delete(folder.resolve(UnitFile.name(UNIT)));
        assertThat(whole()).isEmpty();
        assertThat(write("third").executor()).isEqualTo("third");
        assertThat(whole()).containsExactly("third");
    }

    @Test
    void anAttemptThatFailsLeavesNothing() throws IOException {
        assertThatThrownBy(() ->
                        UnitFile.write(new org.apache.hadoop.fs.Path(folder.toString()), hadoop, "failing", file -> {
                            throw new IOException("gone");
                        }))
                .hasMessage("gone");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anArticleWithHalfASurrogatePairIsSkippedAlone() throws IOException {
        Path feed = Files.writeString(folder.resolve("feed.json"), """
                {"version": "https://jsonfeed.org/version/1.1", "items": [
                 {"id": "1", "content_text": "\\"The quay is sound,\\" Mara Oldin said. \\ud83d"},
                 {"id": "2", "content_text": "\\"The quay is sound,\\" Mara Oldin said."}]}
                """);
        List<UnitMark> marks = read(settings(1 << 20, feed));
        assertThat(marks).singleElement().satisfies(mark -> {
            assertThat(mark.records()).isEqualTo(1);
            assertThat(mark.skipped()).containsExactly(Map.entry("WRITING", 1L));
        });
    }

    @Test
    void aLargeFileThatIsPackedIsReadAsOneProcessReadsIt() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(lines(
                    3_000, i -> BLANK.formatted(UUID.nameUUIDFromBytes(new byte[] {(byte) i, (byte) (i >> 8)}))));
        }
        sameAsOneProcess("packed.jsonl", packed.toByteArray());
    }

    @Test
    void aLargeFileOfAnAgencysItemsIsReadAsOneProcessReadsIt() throws IOException {
        sameAsOneProcess("agency.jsonl", lines(40, i -> ITEM.formatted(i == 0 ? "" : " ".repeat(5_000), i)));
    }

    @Test
    void aLargeFileOfOneObjectOverManyLinesIsReadAsOneProcessReadsIt() throws IOException {
        sameAsOneProcess(
                "spread.jsonl",
                lines(100, i -> "{\n  \"id\": \"%d\",\n  \"text\": \"%s\"\n}\n".formatted(i, " ".repeat(200))));
    }

    @Test
    void linesThatLookLikeTheBeginningOfSomethingElseAreLinesInEveryPart() throws IOException {
        sameAsOneProcess("mixed.jsonl", lines(600, i -> i < 300 ? BLANK.formatted(i) : ITEM.formatted("short", i)));
    }

    private static byte[] lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count)
                .mapToObj(line)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What one process skips of a file, and keeps, is what is skipped and kept of its parts, for the same reasons at the same lines. */
    private void sameAsOneProcess(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        List<String> skipped = new ArrayList<>();
        long kept = 0;
        try (Articles articles = new ArticleReader().open(Input.files(List.of(file)), notice -> {})) {
            while (articles.hasNext()) {
                if (articles.next() instanceof Outcome.Skipped<Article> one) {
                    skipped.add(one.address() + " " + one.why());
                } else {
                    kept++;
                }
            }
        }
        List<UnitMark> marks = read(settings(10_000, file));
        assertThat(skipped(marks)).as(name).isEqualTo(skipped);
        assertThat(marks.stream().mapToLong(UnitMark::records).sum()).as(name).isEqualTo(kept);
    }

    /** Address and reason of what was left out of units, in order. */
    private List<String> skipped(List<UnitMark> marks) throws IOException {
        List<String> skipped = new ArrayList<>();
        for (UnitMark mark : marks) {
            Path file = folder.resolve("units").resolve(UnitFile.name(mark.unit()));
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> TAB.split(line, 5))
                        .filter(parts -> parts[0].equals(UnitFile.SKIPPED))
                        .forEach(parts -> skipped.add(parts[2] + " " + parts[4]));
            }
        }
        return skipped;
    }

    @Test
    void aFolderThatSparkTakesForAPatternAndAPasswordInAnAddressAreRefused() {
        assertThat(Places.folder("s3a://bucket/records/")).isEqualTo("s3a://bucket/records");
        assertThat(Places.open("file:///a:b@c")).isEqualTo("file:///a:b@c");
        assertThat(Places.open("hdfs://nn:8020/user/mara@REALM/news")).isEqualTo("hdfs://nn:8020/user/mara@REALM/news");
        assertThatThrownBy(() -> Places.open("sftp://mara:8020@host/news")).isInstanceOf(ClusterException.class);
        assertThatThrownBy(() -> Places.folder("/records/[2026]")).isInstanceOf(ClusterException.class);
        assertThatThrownBy(() -> new Settings(
                        List.of("sftp://mara:secret@host/news"), "out", "default", 1, false, Optional.empty()))
                .isInstanceOf(ClusterException.class)
                .message()
                .doesNotContain("secret");
    }

    @Test
    void aLanguageThatIsNoneIsRefusedBeforeAnythingIsRead() {
        assertThatThrownBy(() -> new Settings(List.of("news"), "out", "default", 1, false, Optional.of("english")))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("--language: ")
                .hasMessageContaining("english");
    }

    @Test
    void aLinkToAFolderAroundTheInputIsNotFollowed() throws IOException {
        Path news = Files.createDirectories(folder.resolve("all/news"));
        Files.writeString(folder.resolve("all/other.txt"), "Nobody asked for this.");
        Files.writeString(news.resolve("note.txt"), "The quay is sound.");
        Files.createSymbolicLink(news.resolve("up"), folder.resolve("all"));
        Files.createSymbolicLink(news.resolve("round"), news);
        assertThat(units(settings(1 << 20, news)).stream().flatMap(unit -> unit.pieces().stream()))
                .extracting(ReadUnit.Piece::address)
                .containsExactly(news + "/note.txt");
    }

    @Test
    void tablesAreNotMadeOfAStreamOfWhichAMarkOrAFileIsLost() throws IOException {
        Settings settings = settings(1, Path.of("topic"));
        ClusterRun run = new ClusterRun(TestCluster.local(), settings);
        Path units = Files.createDirectories(folder.resolve("out/work/units"));
        String first = message(units, settings, 0);
        String second = message(units, settings, 1);
        // What a machine leaves that has lost its power.
        Files.write(units.resolve(first + ".json"), new byte[0]);
        refuses(run, first);
        Files.delete(units.resolve(first + ".json"));
        refuses(run, first);
        message(units, settings, 0);
        Files.delete(units.resolve(UnitFile.name(second)));
        refuses(run, second);
    }

    private String message(Path units, Settings settings, int offset) throws IOException {
        String unit = ClusterRun.by(settings) + "-news-0-" + offset;
        UnitFile.write(new org.apache.hadoop.fs.Path(units.toString()), hadoop, "test", file -> unit);
        return unit;
    }

    private static void refuses(ClusterRun run, String unit) {
        assertThatThrownBy(run::tablesOfMessages)
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining(unit);
    }

    @Test
    void aRowOfParquetThatIsSkippedHasItsNumberInTheFile() throws IOException {
        Path file = parquet(IntStream.range(0, 400)
                .mapToObj(row -> RowFactory.create(
                        "row " + row + " " + UUID.nameUUIDFromBytes(new byte[] {(byte) row, (byte) (row >> 8)}),
                        " ".getBytes(StandardCharsets.UTF_8)))
                .toList());
        List<UnitMark> marks = read(settings(5_000, file));
        assertThat(marks.stream().filter(mark -> !mark.skipped().isEmpty())).hasSizeGreaterThan(2);
        assertThat(skipped(marks))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .isEqualTo(IntStream.rangeClosed(1, 400)
                        .mapToObj(row -> file + ":" + row)
                        .toList());
    }

    @Test
    void textInParquetThatIsNotUtf8IsSkippedAloneAndNeverReplaced() throws IOException {
        byte[] text = "\"The quay is sound,\" Mara Oldin said.".getBytes(StandardCharsets.UTF_8);
        byte[] latin = text.clone();
        latin[5] = (byte) 0xE9;
        Path file = parquet(List.of(RowFactory.create("1", latin), RowFactory.create("2", text)));
        List<UnitMark> marks = read(settings(1 << 20, file));
        assertThat(marks).singleElement().extracting(UnitMark::records).isEqualTo(1L);
        assertThat(skipped(marks)).singleElement().asString().startsWith(file + ":1 ");
    }

    /** One file, in which a group of rows is as small as can be. */
    private Path parquet(List<Row> rows) throws IOException {
        Path columns = folder.resolve("columns");
        TestCluster.local()
                .createDataFrame(rows, StructType.fromDDL("id STRING, text BINARY"))
                .coalesce(1)
                .write()
                .option("parquet.block.size", "1024")
                .parquet(columns.toString());
        try (Stream<Path> files = Files.list(columns)) {
            return files.filter(path -> path.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aRunWhoseFilesCannotBeReadSaysWhichAndWhy() throws IOException {
        Path file = Files.writeString(
                folder.resolve("failing.txt"), "\"The quay is sound,\" Mara Oldin said.\n".repeat(400));
        hadoop.set("fs.failing.impl", FailingFiles.class.getName());
        try {
            ClusterRun run = new ClusterRun(
                    TestCluster.local(),
                    new Settings(
                            List.of("failing://" + file),
                            folder.resolve("out").toString(),
                            "default",
                            1 << 20,
                            true,
                            Optional.of("en")));
            assertThatThrownBy(run::run)
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("failing.txt")
                    .hasMessageEndingWith("the storage has gone");
        } finally {
            hadoop.unset("fs.failing.impl");
        }
    }

    @Test
    void anExecutorThatHasAnotherNetworkThanTheDriverIsRefused() {
        Engine.Wanted wanted = settings(1).engine();
        assertThatThrownBy(() -> new UnitReader(wanted, "another network", hadoop))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("another network")
                .hasMessageContaining(Engine.of(wanted).producer().model());
        assertThatThrownBy(() -> new MessageReader(wanted, "another network", hadoop))
                .isInstanceOf(ClusterException.class);
    }
}
