package io.onrecord.reading.archive;

import static io.onrecord.reading.archive.Packing.gzip;
import static io.onrecord.reading.archive.Packing.joined;
import static io.onrecord.reading.archive.Packing.page;
import static io.onrecord.reading.archive.Packing.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaczTest {

    private static final String ONE = "https://news.example/one";
    private static final String TWO = "https://news.example/two";

    private static final String PAGES = """
            {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}
            {"id": "1", "url": "https://news.example/one", "ts": "2024-05-16T18:02:00Z", "title": "Harbour stays open", "x": {"y": [1]}}
            not json
            {"id": "2", "url": "https://news.example/two", "title": "https://news.example/two"}
            """;

    @TempDir
    Path folder;

    private static byte[] wacz() {
        return zip(
                "datapackage.json", "{}",
                "pages/pages.jsonl", PAGES,
                "indexes/index.cdx.gz", gzip("none"),
                "archive/a.warc.gz", joined(gzip(page(ONE, "<p>One.")), gzip(page(TWO, "<p>Two."))),
                "archive/b.warc", page("https://news.example/three", "<p>Three."));
    }

    @Test
    void withoutANameItIsKnownByItsParts() {
        byte[] archiveFirst = zip("archive/a.warc", page(ONE, "<p>One."), "pages/pages.jsonl", PAGES);

        assertThat(ArchiveKind.of(wacz(), Optional.empty())).contains(ArchiveKind.WACZ);
        assertThat(ArchiveKind.of(archiveFirst, Optional.empty())).contains(ArchiveKind.WACZ);
        assertThat(ArchiveKind.of(archiveFirst, Optional.of("texts.zip"))).contains(ArchiveKind.ZIP);
        assertThat(ArchiveKind.of(zip("a.txt", "One."), Optional.empty())).contains(ArchiveKind.ZIP);
    }

    @Test
    void thePagesOfAllItsArchivesAreReadWithTheirTitles() throws Exception {
        Path file = folder.resolve("crawl.wacz");
        Files.write(file, wacz());

        for (Unpacked all :
                List.of(Unpacked.of(ArchiveKind.WACZ, "crawl.wacz", wacz()), Unpacked.of(ArchiveKind.WACZ, file))) {
            assertThat(all.addresses()).containsExactly(ONE, TWO, "https://news.example/three");
            assertThat(all.texts()).containsExactly("<p>One.", "<p>Two.", "<p>Three.");
            assertThat(all.files().get(0).known().metadata().title()).contains("Harbour stays open");
            assertThat(all.files().get(0).known().metadata().from()).isEqualTo(Map.of("title", "wacz-pages"));
            assertThat(all.files().get(0).capture().time()).contains("2024-05-16T18:02:00Z");
            assertThat(all.files().get(1).known().metadata().title()).isEmpty();
            assertThat(all.skips()).isEmpty();
        }
    }

    @Test
    void itIsToldByItsName() {
        assertThat(ArchiveKind.of(wacz(), Optional.of("Crawl.WACZ"))).contains(ArchiveKind.WACZ);
        assertThat(ArchiveKind.of(wacz(), Optional.of("crawl.zip"))).contains(ArchiveKind.ZIP);
    }

    @Test
    void storedArchivesWhoseSizeStandsBehindThemAreRead() {
        String warc = new String(page(ONE, "<p>One."), StandardCharsets.UTF_8);

        assertThat(Unpacked.of(ArchiveKind.WACZ, "a.wacz", ZipTest.storedWithSizeBehind("archive/a.warc", warc))
                        .texts())
                .containsExactly("<p>One.");
    }

    @Test
    void aDamagedArchiveCostsItselfAlone() {
        byte[] cut = Arrays.copyOf(gzip(page(ONE, "<p>One.")), 90);
        byte[] wacz = zip("archive/a.warc.gz", cut, "archive/b.warc.gz", gzip(page(TWO, "<p>Two.")));

        Unpacked all = Unpacked.of(ArchiveKind.WACZ, "a.wacz", wacz);

        assertThat(all.addresses()).containsExactly(TWO);
        assertThat(all.skips())
                .singleElement()
                .satisfies(skip -> assertThat(skip.why()).contains("ends in the middle"));
    }

    @Test
    void listsOfPagesDoNotFillTheMemory() {
        StringBuilder pages = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            pages.append("{\"url\": \"https://news.example/").append(i).append("\", \"title\": \"");
            pages.append("x".repeat(900)).append("\"}\n");
        }
        byte[] wacz = zip("pages/pages.jsonl", pages.toString(), "archive/a.warc", page(ONE, "<p>One."));

        assertThat(Unpacked.of(ArchiveKind.WACZ, "a.wacz", wacz).texts()).containsExactly("<p>One.");
    }

    @Test
    void oneWithoutArchivesSaysSo() {
        assertThat(Unpacked.of(ArchiveKind.WACZ, "a.wacz", zip("pages/pages.jsonl", PAGES))
                        .reasons())
                .containsExactly("an archive without anything in it");
    }
}
