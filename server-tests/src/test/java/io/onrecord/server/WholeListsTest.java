package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.memory.Identifying;
import io.onrecord.memory.ProgressListener;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.speakers.Identity;
import io.onrecord.store.Store;
import io.onrecord.testkit.NewsRecords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a page shows the most important part of a list, its file has all of it. */
class WholeListsTest {

    /** More than the page shows. */
    private static final int NAMES = 60;

    @TempDir
    private Path folder;

    @Test
    void theFileOfNamesHasThoseThatThePageLeavesOut() {
        String somebody;
        try (Store store = Store.open(TestDesk.copy(folder).toString())) {
            IntStream.range(0, NAMES).mapToObj(WholeListsTest::record).forEach(store::put);
            new Identifying().run(store, ProgressListener.NONE);
            somebody = store.identities().stream()
                    .max(Comparator.comparingInt(
                            (Identity identity) -> identity.members().size()))
                    .orElseThrow()
                    .id();
        }
        try (TestDesk desk = TestDesk.again(folder, options -> options)) {
            String file =
                    desk.get("/speakers/" + somebody + "/names?format=jsonl").body();

            List<String> described = IntStream.range(0, NAMES)
                    .mapToObj(WholeListsTest::described)
                    .toList();
            assertThat(file.lines()).hasSize(NAMES);
            assertThat(described).allMatch(file::contains);
        }
    }

    private static String described(int number) {
        return "a teacher of class " + number + ".";
    }

    /** The first speaker of a record, under one name, and each time described otherwise. */
    private static ArticleRecord record(int number) {
        ArticleRecord record = NewsRecords.of(7000 + number, 2);
        List<Speaker> speakers = new ArrayList<>(record.speakers());
        speakers.set(
                0,
                new Speaker(
                        speakers.get(0).id(),
                        "Tamsin Quarrelby",
                        SpeakerKind.PERSON,
                        List.of(),
                        List.of(described(number)),
                        List.of(),
                        Map.of(),
                        OptionalInt.empty()));
        return new ArticleRecord(record.article(), speakers, record.statements(), record.disputes(), record.producer());
    }
}
