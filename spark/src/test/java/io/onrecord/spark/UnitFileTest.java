package io.onrecord.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of units and their marks, as attempts leave them that die, come twice or come late. */
class UnitFileTest {

    private static final String UNIT = "abc";

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
                Optional.empty(),
                unitBytes,
                true,
                Optional.of("en"));
    }

    private List<ReadUnit> units(Settings settings) {
        return new Inputs(new JavaSparkContext(TestCluster.local().sparkContext()), settings, "test").units();
    }

    /** The marks of all units of some inputs, whose files then lie in the folder {@code units}. */
    private List<UnitMark> read(Settings settings) throws IOException {
        UnitReader reader = new UnitReader(settings.engine(), hadoop);
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
        Files.delete(folder.resolve("." + UNIT + ".json.crc"));
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
    void aFolderThatSparkTakesForAPatternAndAPasswordInAnAddressAreRefused() {
        assertThat(Places.folder("s3a://bucket/records/")).isEqualTo("s3a://bucket/records");
        assertThat(Places.open("file:///a:b@c")).isEqualTo("file:///a:b@c");
        assertThatThrownBy(() -> Places.folder("/records/[2026]")).isInstanceOf(ClusterException.class);
        assertThatThrownBy(() -> new Settings(
                        List.of("sftp://mara:secret@host/news"), "out", Optional.empty(), 1, false, Optional.empty()))
                .isInstanceOf(ClusterException.class)
                .message()
                .doesNotContain("secret");
    }
}
