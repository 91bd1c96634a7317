package io.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.encoder.ByteVector;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Form;
import io.onrecord.model.Stance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementIndexTest {

    private static final String STORE = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;

    private StatementIndex index;
    private long seen;
    private final MadeUp articles = new MadeUp();
    private final Map<Long, String> contents = articles.contents();

    @BeforeEach
    void open() {
        index = StatementIndex.open(folder.resolve("index"));
    }

    @AfterEach
    void close() {
        index.close();
    }

    private ArticleRecord article(String outlet, String published, String... said) {
        return articles.article(outlet, published, said);
    }

    private void take(Map<Integer, ArticleRecord> articles) {
        take(articles, Map.of());
    }

    private void take(Map<Integer, ArticleRecord> articles, Map<String, ByteVector> vectors) {
        try (Update update = index.update(index.stamp().isEmpty())) {
            articles.forEach((number, record) -> update.put(number, record, vectors));
            seen++;
            update.commit(new Stamp(STORE, seen, seen, 0));
        }
        index.refresh();
    }

    private List<String> found(Query query) {
        return index.search(query, 0, 100).hits().stream()
                .map(hit -> contents.get(hit.statement()))
                .toList();
    }

    private List<String> found(String words) {
        return found(Query.ALL.about(Words.of(words), Optional.empty()));
    }

    private void threeArticles() {
        take(Map.of(
                1,
                article(
                        "Northwire",
                        "2026-03-02",
                        "Ilan Serrat",
                        "PROMISES",
                        "an independent inquiry into the bridge",
                        "Jonna Pryce",
                        "CLAIMS",
                        "the bolts of the eastern pier were rusted"),
                2,
                article(
                        "Carrow Courier",
                        "2026-03-05T10:00:00Z",
                        "Mara Serrat",
                        "DENIES",
                        "the bridges were ever unsafe",
                        "Ilan Serrat",
                        "SAYS",
                        "the brass band plays on Sunday"),
                3,
                article("Northwire", "", "Anselm Korr", "SAYS", "nobody wrote to the board")));
    }

    @Test
    void findsWordsInAnyOfTheirEndings() {
        threeArticles();
        assertThat(index.statements()).isEqualTo(5);
        assertThat(found("rusting bolt")).containsExactly("the bolts of the eastern pier were rusted");
        assertThat(found("Bridge"))
                .containsExactlyInAnyOrder("an independent inquiry into the bridge", "the bridges were ever unsafe");
        assertThat(found("zeppelin")).isEmpty();
    }

    @Test
    void moreOfTheWordsAreBetterAndNamesCountLess() {
        threeArticles();
        assertThat(found("serrat bridge inquiry").get(0)).isEqualTo("an independent inquiry into the bridge");
        assertThat(found("serrat")).hasSize(3);
    }

    @Test
    void phrasesMustStandTogetherAndExcludedWordsMustNotBeThere() {
        threeArticles();
        assertThat(found("\"eastern pier\"")).containsExactly("the bolts of the eastern pier were rusted");
        assertThat(found("\"pier eastern\"")).isEmpty();
        assertThat(found("bridge -inquiry")).containsExactly("the bridges were ever unsafe");
        assertThat(found("-bridge")).hasSize(3).noneMatch(content -> content.contains("bridge"));
    }

    @Test
    void filtersHoldResultsBack() {
        threeArticles();
        Query all = Query.ALL;
        assertThat(found(new Query(
                        all.words(),
                        all.meaning(),
                        all.speakers(),
                        Set.of(Stance.DENIES, Stance.PROMISES),
                        all.forms(),
                        Set.of("NORTHWIRE "),
                        all.since(),
                        all.until(),
                        all.articles(),
                        0)))
                .containsExactly("an independent inquiry into the bridge");
        assertThat(found(all.by(Set.of(new SpeakerKey(1, "s1"), new SpeakerKey(2, "s2")))))
                .containsExactly("the brass band plays on Sunday", "an independent inquiry into the bridge");
        assertThat(found(all.by(Set.of()))).isEmpty();
        assertThat(found(new Query(
                        all.words(),
                        all.meaning(),
                        all.speakers(),
                        all.stances(),
                        Set.of(Form.DIRECT),
                        all.outlets(),
                        all.since(),
                        all.until(),
                        Optional.of(Set.of(1, 3)),
                        0.55)))
                .containsExactly("the bolts of the eastern pier were rusted");
        assertThat(index.outlets(10)).containsExactly("northwire", "carrow courier");
    }

    @Test
    void withoutWordsTheLatestComeFirstAndUndatedOnesLast() {
        threeArticles();
        List<String> all = found(Query.ALL);
        assertThat(all).hasSize(5);
        assertThat(all.subList(0, 2))
                .containsExactlyInAnyOrder("the bridges were ever unsafe", "the brass band plays on Sunday");
        assertThat(all.get(4)).isEqualTo("nobody wrote to the board");
        Found page = index.search(Query.ALL, 3, 1);
        assertThat(page.total()).isEqualTo(5);
        assertThat(page.hits()).hasSize(1);
        assertThat(contents.get(page.hits().get(0).statement())).isEqualTo(all.get(3));
        assertThat(index.search(Query.ALL, 99, 10).hits()).isEmpty();
    }

    @Test
    void daysHoldBackWhatCannotHaveBeenMadeThen() {
        take(Map.of(
                1,
                article("A", "2026-03-02", "Ana Orell", "SAYS", "one"),
                2,
                article("A", "2026-03", "Ana Orell", "SAYS", "two"),
                3,
                article("A", "2025", "Ana Orell", "SAYS", "three"),
                4,
                article("A", "", "Ana Orell", "SAYS", "four")));
        assertThat(between("2026-03-02", "2026-03-02")).containsExactlyInAnyOrder("one", "two");
        assertThat(between("2026-03-20", "2026-12-31")).containsExactly("two");
        assertThat(between("2025-06-01", "2026-03-02")).containsExactlyInAnyOrder("one", "two", "three");
    }

    private List<String> between(String since, String until) {
        return found(new Query(
                Words.NONE,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.of(LocalDate.parse(since)),
                Optional.of(LocalDate.parse(until)),
                Optional.empty(),
                0));
    }

    private static ByteVector vector(Random random) {
        byte[] values = new byte[384];
        random.nextBytes(values);
        return ByteVector.of(values);
    }

    private static ByteVector near(ByteVector other, Random random) {
        byte[] values = other.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) Math.max(-127, Math.min(127, values[i] + random.nextInt(61) - 30));
        }
        return ByteVector.of(values);
    }

    @Test
    void findsWhatIsNearInMeaningWithoutAWordInCommon() {
        Random random = new Random(5);
        ArticleRecord record =
                article("A", "2026", "Ana Orell", "SAYS", "the barrage will hold", "Ana Orell", "SAYS", "a march");
        ByteVector dam = vector(random);
        take(
                Map.of(1, record),
                Map.of(
                        record.statements().get(0).id(),
                        near(dam, random),
                        record.statements().get(1).id(),
                        vector(random)));
        Query query = Query.ALL.about(Words.of("dam safety"), Optional.of(dam));
        Found found = index.search(query, 0, 10);
        assertThat(found.hits()).hasSize(1);
        assertThat(contents.get(found.hits().get(0).statement())).isEqualTo("the barrage will hold");
        assertThat(found.hits().get(0).words()).isEmpty();
        assertThat(found.hits().get(0).cosine().orElseThrow()).isGreaterThan(0.9);
        assertThat(found("dam safety")).isEmpty();
        ByteVector other = ByteVector.of(new byte[] {1, 2, 3});
        assertThat(index.search(Query.ALL.about(Words.of("dam"), Optional.of(other)), 0, 10)
                        .hits())
                .isEmpty();
    }

    @Test
    void amongManyTheNearestAreFoundBySignsFirst() {
        Random random = new Random(7);
        Map<Integer, ArticleRecord> articles = new HashMap<>();
        Map<String, ByteVector> vectors = new HashMap<>();
        ByteVector wanted = vector(random);
        List<String> close = new ArrayList<>();
        for (int number = 1; number <= 600; number++) {
            String[] said = new String[30];
            for (int i = 0; i < 10; i++) {
                said[3 * i] = "Ana Orell";
                said[3 * i + 1] = "SAYS";
                said[3 * i + 2] = "content " + number + " " + i;
            }
            ArticleRecord record = article("A", "2026", said);
            for (int i = 0; i < 10; i++) {
                boolean one = number % 60 == 0 && i == 3;
                if (one) {
                    close.add(said[3 * i + 2]);
                }
                vectors.put(record.statements().get(i).id(), one ? near(wanted, random) : vector(random));
            }
            articles.put(number, record);
        }
        take(articles, vectors);
        List<String> found = found(Query.ALL.about(Words.of("of"), Optional.of(wanted)));
        assertThat(index.statements()).isEqualTo(6000).isGreaterThan(Nearest.POOL);
        assertThat(found).containsExactlyInAnyOrderElementsOf(close);
    }

    @Test
    void anArticleThatComesAgainTakesItsOldPlace() {
        threeArticles();
        take(Map.of(1, article("Northwire", "2026-03-02", "Ilan Serrat", "SAYS", "no inquiry is needed")));
        assertThat(index.statements()).isEqualTo(4);
        assertThat(found("inquiry")).containsExactly("no inquiry is needed");
        try (Update update = index.update(false)) {
            update.leaveOut(1);
            update.commit(new Stamp(STORE, 9, 9, 0));
        }
        index.refresh();
        assertThat(found("inquiry")).isEmpty();
        assertThat(index.stamp()).contains(new Stamp(STORE, 9, 9, 0));
    }

    @Test
    void nothingIsSeenOfAnUpdateThatIsNotCommitted() {
        threeArticles();
        try (Update update = index.update(false)) {
            update.put(7, article("A", "2026", "Ana Orell", "SAYS", "a zeppelin"), Map.of());
            index.refresh();
            assertThat(found("zeppelin")).isEmpty();
        }
        index.refresh();
        assertThat(found("zeppelin")).isEmpty();
        assertThat(index.stamp()).contains(new Stamp(STORE, 1, 1, 0));
    }

    @Test
    void whatIsForgottenIsInNoByteOfTheFiles() throws IOException {
        for (int i = 1; i <= 20; i++) {
            take(Map.of(i, article("Outlet " + i, "2026", "Ana Orell", "SAYS", "ordinary words number " + i)));
        }
        // Read twice: the files of the first reading still have its words when it is forgotten.
        take(Map.of(
                21,
                article("Quillfeather Gazette", "2026", "Xanthippe Vorbeck", "SAYS", "qwyxjarn"),
                22,
                article("A", "2026", "Ana Orell", "SAYS", "another")));
        take(Map.of(21, article("Quillfeather Gazette", "2026", "Xanthippe Vorbeck", "SAYS", "zzkwolph")));
        List<String> words = List.of("quillfeather", "qwyxjarn", "zzkwolph", "vorbeck");
        for (String word : words) {
            assertThat(holds(word)).as(word).isTrue();
        }
        try (Update update = index.update(false)) {
            update.forget(21);
            update.commit(new Stamp(STORE, 90, 90, 0));
        }
        index.refresh();
        for (String word : words) {
            assertThat(holds(word)).as(word).isFalse();
        }
        assertThat(index.statements()).isEqualTo(21);
        assertThat(found("another")).containsExactly("another");
    }

    @Test
    void whatIsForgottenIsInNoByteAlsoWhereSoMuchIsThatFilesAreWrittenAnewByThemselves() throws IOException {
        for (int round = 0; round < 20; round++) {
            try (Update update = index.update(true)) {
                update.put(1, article("A", "2026", "Ana Orell", "SAYS", "another"), Map.of());
                update.put(2, article("A", "2026", "Ana Orell", "SAYS", "qwyxjarn"), Map.of());
                update.commit(new Stamp(STORE, 1, 1, 0));
            }
            try (Update update = index.update(false)) {
                update.forget(2);
                update.commit(new Stamp(STORE, 2, 2, 0));
            }
            index.refresh();
            assertThat(holds("qwyxjarn")).as("round " + round).isFalse();
            assertThat(index.statements()).isEqualTo(1);
        }
    }

    /** Whether some file has a word, or all of it but its first letters, which neighbours in a dictionary share. */
    private boolean holds(String word) throws IOException {
        String tail = word.substring(1, word.length() - 1);
        try (Stream<Path> files = Files.list(folder.resolve("index"))) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(tail)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void whatIsTakenOutAfterSomethingWasForgottenHasNoFileWrittenAnew() throws IOException {
        Map<Integer, ArticleRecord> many = new HashMap<>();
        for (int i = 1; i <= 40; i++) {
            many.put(i, article("A", "2026", "Ana Orell", "SAYS", "ordinary words number " + i));
        }
        take(many);
        try (Update update = index.update(false)) {
            update.forget(1);
            update.commit(new Stamp(STORE, 2, 2, 0));
            List<String> files = data();
            update.leaveOut(2);
            update.commit(new Stamp(STORE, 3, 3, 0));
            assertThat(data()).isNotEmpty().containsAll(files);
        }
        index.refresh();
        assertThat(index.statements()).isEqualTo(38);
    }

    /** The files that are written once: neither which of them there are, nor what of them is left out. */
    private List<String> data() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("index"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("segments") && !name.endsWith(".liv") && !name.endsWith(".lock"))
                    .toList();
        }
    }

    @Test
    void anOutletIsChosenHoweverItsNameIsSpaced() {
        take(Map.of(1, article("The  Carrow\tCourier", "2026", "Ana Orell", "SAYS", "a zeppelin")));
        assertThat(index.outlets(10)).containsExactly("the carrow courier");
        assertThat(found(new Query(
                        Words.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        Set.of(),
                        Set.of("the carrow courier"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0)))
                .containsExactly("a zeppelin");
    }

    @Test
    void ofMoreOutletsThanAnybodyLooksThroughTheGreatestAreTold() {
        Map<Integer, ArticleRecord> many = new HashMap<>();
        for (int i = 1; i <= 10_001; i++) {
            many.put(i, article("Outlet " + i, "2026", "Ana Orell", "SAYS", "one"));
        }
        many.put(
                10_002,
                article("Zealous Herald", "2026", "Ana Orell", "SAYS", "one", "Ana Orell", "SAYS", "another thing"));
        take(many);
        assertThat(index.outlets(2)).containsExactly("zealous herald", "outlet 1");
        assertThat(index.outlets(0)).isEmpty();
        assertThat(index.outlets(20_000)).hasSize(10_002).startsWith("zealous herald");
    }

    @Test
    void damageThatShowsWhenFilesAreWrittenAnewIsToldAsSuch() throws IOException {
        threeArticles();
        try (Stream<Path> files = Files.list(folder.resolve("index"))) {
            for (Path file : files.filter(one -> one.getFileName().toString().endsWith(".cfs"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                // Among the words, which nobody reads when an index is opened.
                int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("rust");
                assertThat(at).isPositive();
                bytes[at] ^= 0x55;
                Files.write(file, bytes);
            }
        }
        try (Update update = index.update(false)) {
            update.forget(1);
            toldAsDamage(() -> update.commit(new Stamp(STORE, 2, 2, 0)));
            // Also by what comes then, when the writer is closed.
            toldAsDamage(() -> update.commit(new Stamp(STORE, 2, 2, 0)));
        }
        try (Update update = index.update(true)) {
            update.put(1, article("A", "2026", "Ana Orell", "SAYS", "a zeppelin"), Map.of());
            update.commit(new Stamp(STORE, 3, 3, 0));
        }
        index.refresh();
        assertThat(found("zeppelin")).hasSize(1);
    }

    private static void toldAsDamage(ThrowingCallable work) {
        assertThatExceptionOfType(IndexException.class)
                .isThrownBy(work)
                .withMessageContaining("onrecord index --rebuild")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(IndexException.Reason.DAMAGED));
    }

    @Test
    void filesThatCannotBeReadForAWhileThrowNothingAway() throws IOException {
        threeArticles();
        Path place = folder.resolve("index");
        Path away = folder.resolve("away");
        Path segments;
        try (Stream<Path> files = Files.list(place)) {
            segments = files.filter(one -> one.getFileName().toString().startsWith("segments_"))
                    .findFirst()
                    .orElseThrow();
        }
        // As with too many open files: it is there, and cannot be opened.
        Files.move(segments, away);
        Files.createSymbolicLink(segments, segments);
        refusedNow(index::refresh);
        refusedNow(() -> StatementIndex.open(place).close());
        assertThat(index.stamp()).contains(new Stamp(STORE, 1, 1, 0));
        assertThat(found("bridge")).hasSize(2);
        index.refreshAtTimes();
        assertThat(found("bridge")).hasSize(2);

        Files.delete(segments);
        Files.move(away, segments);
        index.refresh();
        assertThat(found("bridge")).hasSize(2);
        take(Map.of(9, article("A", "2026", "Ana Orell", "SAYS", "a zeppelin")));
        assertThat(found("zeppelin")).hasSize(1);
    }

    private static void refusedNow(ThrowingCallable work) {
        assertThatExceptionOfType(IndexException.class)
                .isThrownBy(work)
                .withMessageContaining("just now")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(IndexException.Reason.REFUSED));
    }

    @Test
    void oneChangesItWhileOthersSearch() {
        threeArticles();
        try (StatementIndex other = StatementIndex.open(folder.resolve("index"));
                Update update = index.update(false)) {
            assertThat(other.statements()).isEqualTo(5);
            assertThatExceptionOfType(IndexException.class)
                    .isThrownBy(() -> other.update(false))
                    .withMessageContaining("another process changes the search index")
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(IndexException.Reason.BUSY));
            assertThatExceptionOfType(IndexException.class).isThrownBy(() -> other.update(true));
            update.put(8, article("A", "2026", "Ana Orell", "SAYS", "a zeppelin"), Map.of());
            update.commit(new Stamp(STORE, 5, 5, 0));
            assertThat(other.statements()).isEqualTo(5);
            other.refresh();
            assertThat(other.statements()).isEqualTo(6);
        }
    }

    @Test
    void whoSearchesAnIndexThatIsMadeAnewGoesOnAndSeesTheNewOne() {
        threeArticles();
        try (StatementIndex other = StatementIndex.open(folder.resolve("index"))) {
            try (Update update = index.update(true)) {
                update.put(1, article("A", "2026", "Ana Orell", "SAYS", "a zeppelin"), Map.of());
                assertThat(other.statements()).isEqualTo(5);
                update.commit(new Stamp(STORE, 5, 5, 0));
            }
            other.refresh();
            assertThat(other.statements()).isEqualTo(1);
        }
        index.refresh();
        assertThat(found("zeppelin")).hasSize(1);
    }

    @Test
    void damagedForeignAndOlderFilesAreNoIndexAndAreReplaced() throws IOException {
        threeArticles();
        index.close();
        Path place = folder.resolve("index");
        Path mine = Files.writeString(place.resolve("notes.txt"), "not an index");
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
        }
        index = StatementIndex.open(place);
        assertThat(index.stamp()).isEmpty();
        assertThat(found("bridge")).isEmpty();
        threeArticles();
        assertThat(found("bridge")).hasSize(2);
        assertThat(mine).hasContent("not an index");
    }

    @Test
    void filesThatAreCutShowWhenTheyAreSearched() throws IOException {
        threeArticles();
        index.close();
        try (Stream<Path> files = Files.list(folder.resolve("index"))) {
            for (Path file : files.filter(one -> one.getFileName().toString().endsWith(".cfs"))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        index = StatementIndex.open(folder.resolve("index"));
        assertThat(index.stamp()).isEmpty();
        threeArticles();
        assertThat(found("bridge")).hasSize(2);
    }

    @Test
    void everyStringIsASearchThatEnds() {
        threeArticles();
        for (String typed : List.of(
                "*:* OR content:[* TO *]",
                "(((((",
                "bridge~9999999 serrat^1e300",
                "\\",
                "\"bridge",
                "-",
                "😀😀",
                "\uD83D",
                "bridge ".repeat(5_000),
                "a*".repeat(5_000),
                "\"" + "bridge ".repeat(400) + "\"")) {
            assertThat(index.search(Query.ALL.about(Words.of(typed), Optional.empty()), 0, 10))
                    .isNotNull();
        }
        assertThat(found("bridge ".repeat(5_000))).hasSize(2);
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> StatementIndex.open(file.resolve("index")))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("file")
                .hasMessageContaining("rights");
    }
}
