package io.onrecord.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.corrections.Anchor;
import io.onrecord.corrections.Change;
import io.onrecord.corrections.Correction;
import io.onrecord.encoder.SentenceEncoder;
import io.onrecord.encoder.SentenceVector;
import io.onrecord.encoder.onnx.OnnxSentences;
import io.onrecord.exchange.export.ExportFilter;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Metadata;
import io.onrecord.model.Producer;
import io.onrecord.model.Resolution;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Statement;
import io.onrecord.search.IndexException;
import io.onrecord.search.Order;
import io.onrecord.search.StatementIndex;
import io.onrecord.search.Update;
import io.onrecord.search.Words;
import io.onrecord.speakers.Appearance;
import io.onrecord.speakers.Identities;
import io.onrecord.speakers.Identity;
import io.onrecord.store.ClaimQuery;
import io.onrecord.store.Selection;
import io.onrecord.store.Somebody;
import io.onrecord.store.Store;
import io.onrecord.testkit.HandClock;
import io.onrecord.testkit.NewsRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store, its vectors and its search index, from putting to finding, in either database. */
abstract class SearchTest {

    /** Of both databases; it closes with the process. */
    private static final SentenceEncoder NETWORK = OnnxSentences.openDefault();

    @TempDir
    Path folder;

    private Store store;
    private Search search;
    private String place = "";

    /** The address of an empty place. */
    abstract String emptyPlace();

    @BeforeEach
    void open() {
        place = emptyPlace();
        openAgain();
        for (long seed = 1; seed <= 3; seed++) {
            store.put(NewsRecords.of(seed, 4));
        }
        store.putIdentities(Identities.of(store.appearances()).all());
    }

    @AfterEach
    void close() {
        // There is none where the test was skipped.
        if (!place.isEmpty()) {
            search.close();
            store.close();
        }
    }

    final void openAgain() {
        store = Store.open(place);
        search = openSearch();
    }

    final Store store() {
        return store;
    }

    final Search search() {
        return search;
    }

    private Path index() {
        return folder.resolve("search.index");
    }

    private Search openSearch() {
        return Search.open(store, index(), new Kept(NETWORK, ""));
    }

    /** The network, which is closed when all is done; perhaps under another name. */
    private record Kept(SentenceEncoder network, String suffix) implements SentenceEncoder {
        @Override
        public String model() {
            return network.model() + suffix;
        }

        @Override
        public int dimension() {
            return network.dimension();
        }

        @Override
        public List<SentenceVector> encode(List<String> texts) {
            return network.encode(texts);
        }

        @Override
        public void close() {
            // Of all tests.
        }
    }

    final void update() {
        search.makeVectors(2, ProgressListener.NONE);
        search.follow(false, ProgressListener.NONE);
    }

    static String content(ArticleRecord record, int statement) {
        return record.statements()
                .get(statement)
                .attribution()
                .content()
                .get(0)
                .of(record.article().text().value());
    }

    final List<Statement> found(String about, boolean byMeaning) {
        return search
                .find(new Question(Optional.empty(), Words.of(about), byMeaning, ExportFilter.ALL), 0, 50)
                .list()
                .stream()
                .map(Answer::statement)
                .toList();
    }

    @Test
    void findsAStatementByItsWordsAndByItsMeaning() {
        ArticleRecord record = NewsRecords.of(2, 4);
        assertThat(search.isUsable()).isFalse();
        assertThat(search.lag()).isEqualTo(new Lag(3, 12));
        update();
        assertThat(search.isUsable()).isTrue();
        assertThat(search.lag().isNone()).isTrue();
        assertThat(search.statements()).isEqualTo(12);
        Answer best = search.find(
                        new Question(Optional.empty(), Words.of(content(record, 1)), true, ExportFilter.ALL), 0, 50)
                .list()
                .get(0);
        assertThat(best.record()).isEqualTo(record);
        assertThat(best.statement()).isEqualTo(record.statements().get(1));
        assertThat(best.words()).isNotEmpty();
        assertThat(best.cosine().orElseThrow()).isGreaterThan(0.95);
        assertThat(best.surroundings().identities()).isNotEmpty();
        assertThat(found(content(record, 1), false))
                .contains(record.statements().get(1));
    }

    @Test
    void followsWhatIsPutReadAgainAndForgotten() {
        update();
        store.put(NewsRecords.of(9, 4));
        ArticleRecord first = NewsRecords.of(1, 4);
        store.put(new ArticleRecord(
                first.article(),
                first.speakers(),
                first.statements().subList(0, 1),
                List.of(),
                new Producer("2", "other sha256:bb", "none")));
        store.forget(new Selection.Address(NewsRecords.of(2, 4).article().address()));
        // As it is, it shows nothing that is gone or that was read otherwise since.
        assertThat(found(content(NewsRecords.of(2, 4), 0), false))
                .doesNotContainAnyElementsOf(NewsRecords.of(2, 4).statements());
        assertThat(found(content(first, 2), false))
                .doesNotContain(first.statements().get(2));
        assertThat(search.lag()).isEqualTo(new Lag(3, 5));
        update();
        assertThat(search.statements()).isEqualTo(9);
        assertThat(found(content(NewsRecords.of(9, 4), 3), true).get(0))
                .isEqualTo(NewsRecords.of(9, 4).statements().get(3));
        assertThat(search.follow(false, ProgressListener.NONE)).isZero();
    }

    @Test
    void aStatementThatPeopleAddedIsFoundByItsWordsAloneAndIsInNoClaim() {
        ArticleRecord whole = NewsRecords.of(9, 4);
        Statement missed = whole.statements().get(0);
        store.put(new ArticleRecord(
                whole.article(), whole.speakers(), whole.statements().subList(1, 4), List.of(), NewsRecords.PRODUCER));
        Correction added = Correction.of(
                Anchor.of(whole, missed),
                new Change.Added(),
                Correction.Seen.NOTHING,
                "editor",
                HandClock.NOON,
                Optional.empty());
        store.addCorrections(whole.article().id(), List.of(added));
        update();
        Claiming.byWords().run(store, ProgressListener.NONE);

        Question about = new Question(Optional.empty(), Words.of(content(whole, 0)), true, ExportFilter.ALL);
        assertThat(search.find(about, 0, 50).list())
                .filteredOn(answer -> answer.statement().id().equals(missed.id()))
                .singleElement()
                .satisfies(answer -> {
                    assertThat(answer.words()).isNotEmpty();
                    assertThat(answer.cosine()).isEmpty();
                });
        assertThat(store.claims(ClaimQuery.all(100))).isNotEmpty();
        assertThat(store.claimsOf(List.of(missed.id()))).isEmpty();
    }

    @Test
    void ofAnArticleOnlyTheNewestVersionIsFound() {
        update();
        ArticleRecord older = NewsRecords.of(1, 4);
        ArticleRecord other = NewsRecords.of(50, 2);
        ArticleRecord newer = atAddress(other, older.article().address());
        store.put(newer);
        update();
        assertThat(search.statements()).isEqualTo(8);
        assertThat(found(content(older, 0), false)).doesNotContainAnyElementsOf(older.statements());
        store.forget(new Selection.Version(newer.article().id()));
        update();
        assertThat(found(content(older, 0), false)).contains(older.statements().get(0));
    }

    @Test
    void theNewestArticleIsInNoByteOfTheIndexWhenAnotherCameAfterItWasForgotten() throws IOException {
        ArticleRecord plain = NewsRecords.of(9, 4);
        Metadata metadata = new Metadata(
                Optional.of("Qwyxjarn Gazette"),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Article article = new Article(
                plain.article().id(), plain.article().address(), plain.article().text(), metadata);
        store.put(new ArticleRecord(article, plain.speakers(), plain.statements(), List.of(), plain.producer()));
        update();
        assertThat(holds("wyxjar")).isTrue();
        int number = store.numbers(article.id()).get(0);

        store.forget(new Selection.Version(article.id()));
        store.put(NewsRecords.of(10, 4));
        assertThat(store.numbers(NewsRecords.of(10, 4).article().id()))
                .as("no number is given twice")
                .allMatch(other -> other > number);
        update();

        assertThat(holds("wyxjar")).isFalse();
        assertThat(search.statements()).isEqualTo(16);
    }

    private boolean holds(String word) throws IOException {
        try (Stream<Path> files = Files.list(index())) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static ArticleRecord atAddress(ArticleRecord record, String address) {
        var article = io.onrecord.model.Article.of(
                address, record.article().text(), record.article().metadata());
        return new ArticleRecord(article, List.of(), List.of(), List.of(), record.producer());
    }

    @Test
    void anIndexOfAnotherStoreAndOneAheadOfItsStoreAreMadeAnew() throws IOException {
        update();
        search.close();
        Path other = folder.resolve("other.index");
        copy(index(), other);
        try (Store second = Store.open(emptyPlace());
                Search foreign = Search.open(second, other, new Kept(NETWORK, ""))) {
            assertThat(foreign.isUsable()).isFalse();
            // Nothing is to be taken in, and yet what is there must not stay.
            assertThat(foreign.follow(false, ProgressListener.NONE)).isZero();
            assertThat(foreign.isUsable()).isTrue();
            assertThat(foreign.statements()).isZero();
            second.put(NewsRecords.of(4, 4));
            assertThat(foreign.follow(false, ProgressListener.NONE)).isEqualTo(1);
            assertThat(foreign.statements()).isEqualTo(4);
        }
        search = openSearch();
        assertThat(search.statements()).isEqualTo(12);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void anIndexThatTurnsOutDamagedWhenItFollowsIsMadeAnew() throws IOException {
        update();
        try (Stream<Path> files = Files.list(index())) {
            for (Path file : files.filter(one -> one.getFileName().toString().endsWith(".cfs"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
        }
        store.forget(new Selection.Version(NewsRecords.of(2, 4).article().id()));
        // All of them, with the one that is gone.
        assertThat(search.follow(false, ProgressListener.NONE)).isEqualTo(3);
        assertThat(search.statements()).isEqualTo(8);
        assertThat(found(content(NewsRecords.of(1, 4), 0), false))
                .contains(NewsRecords.of(1, 4).statements().get(0));
    }

    @Test
    void makingVectorsGoesOnWhereItWasStopped() {
        RuntimeException stop = new RuntimeException("stopped");
        for (long seed = 100; seed < 140; seed++) {
            store.put(NewsRecords.of(seed, 2));
        }
        long waiting = store.pendingStatements();
        assertThatThrownBy(() -> search.makeVectors(1, (what, done, total) -> {
                    if (done > 0) {
                        throw stop;
                    }
                }))
                .isSameAs(stop);
        long left = store.pendingStatements();
        assertThat(left).isLessThan(waiting).isPositive();
        List<Long> heard = new ArrayList<>();
        assertThat(search.makeVectors(2, (what, done, total) -> heard.add(total)))
                .isEqualTo(left);
        assertThat(heard).containsOnly(left);
        assertThat(store.pendingStatements()).isZero();
        Map<String, ?> vectors = store.vectors(NewsRecords.of(139, 2).article().id());
        assertThat(vectors).hasSize(2);
    }

    @Test
    void vectorsOfAnotherNetworkAreNotCompared() {
        update();
        search.close();
        search = Search.open(store, index(), new Kept(NETWORK, " other"));
        String about = content(NewsRecords.of(2, 4), 1);
        assertThat(search.find(new Question(Optional.empty(), Words.of(about), true, ExportFilter.ALL), 0, 50)
                        .list())
                .allMatch(answer -> answer.cosine().isEmpty());
    }

    @Test
    void twoThatFollowAtOnceAreToldApart() {
        update();
        store.put(NewsRecords.of(9, 4));
        try (StatementIndex other = StatementIndex.open(index());
                Update changing = other.update(false)) {
            assertThat(changing).isNotNull();
            assertThatThrownBy(() -> search.follow(false, ProgressListener.NONE))
                    .isInstanceOf(IndexException.class)
                    .hasMessageContaining("another process");
            assertThat(found(content(NewsRecords.of(1, 4), 0), false)).isNotEmpty();
        }
        assertThat(search.follow(false, ProgressListener.NONE)).isEqualTo(1);
    }

    @Test
    void peopleAreFoundByWordsOfTheirNamesAndSuggestedWhereThereIsASlip() {
        Identity wanted = store.identities().get(0);
        String[] words = wanted.name().split(" ", -1);
        People people = search.people();
        assertThat(people.called(words[1].toUpperCase(Locale.ROOT)))
                .extracting(one -> one.id())
                .contains(wanted.id());
        assertThat(people.called(wanted.id())).extracting(one -> one.name()).containsExactly(wanted.name());
        assertThat(people.called("")).isEmpty();
        assertThat(people.called("😀 - \"")).isEmpty();
        String slip = words[0] + " " + words[1].charAt(0) + words[1];
        assertThat(people.called(slip)).isEmpty();
        assertThat(people.like(slip)).extracting(one -> one.name()).contains(wanted.name());
        assertThat(people.like("x")).isEmpty();
    }

    @Test
    void whoHasANameAndNothingMoreIsFoundBehindManyWhoHaveItAmongOthers() {
        for (long seed = 100; seed < 130; seed++) {
            store.put(NewsRecords.of(seed, 4));
        }
        List<Identity> all = new ArrayList<>();
        for (Appearance one : store.appearances().subList(0, People.MOST + 10)) {
            boolean last = all.size() == People.MOST + 9;
            all.add(new Identity(
                    last ? "f".repeat(32) : String.format(Locale.ROOT, "%032x", all.size()),
                    last ? "Ilan Serrat" : "Serrat Number " + all.size(),
                    SpeakerKind.PERSON,
                    last ? List.of("Serrat") : List.of(),
                    Map.of(),
                    List.of(new Identity.Member(one.articleId(), one.speaker().id()))));
        }
        store.putIdentities(all);
        assertThat(search.people().called("Serrat")).extracting(Somebody::name).containsExactly("Ilan Serrat");
        assertThat(search.people().called("number")).hasSize(People.MOST);
    }

    @Test
    void aQuestionOfSomebodyFindsTheirStatementsAlone() {
        update();
        ArticleRecord record = NewsRecords.of(2, 4);
        var resolved = (io.onrecord.model.Resolution.Resolved)
                record.statements().get(0).speaker();
        Answers answers = search.find(
                new Question(Optional.of(search.people().called(resolved.name())), Words.NONE, true, ExportFilter.ALL),
                0,
                50);
        assertThat(answers.list())
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(((io.onrecord.model.Resolution.Resolved)
                                        answer.statement().speaker())
                                .name())
                        .isEqualTo(resolved.name()));
        assertThat(answers.total()).isEqualTo(answers.list().size());
        assertThat(search.find(new Question(Optional.of(List.of()), Words.NONE, true, ExportFilter.ALL), 0, 9)
                        .list())
                .isEmpty();
    }

    private static Choice anything(Set<String> speakers) {
        return new Choice(
                new Question(Optional.empty(), Words.NONE, false, ExportFilter.ALL),
                speakers,
                Optional.empty(),
                Order.NEWEST);
    }

    @Test
    void countsWhoSaysHowMuchByWhoTheyAreOverArticles() {
        update();
        Finding all = search.explore(anything(Set.of()), 0, 5);
        assertThat(all.total()).isEqualTo(12);
        assertThat(all.list()).hasSize(5);
        List<Facets.Speaking> speakers = all.facets().speakers();
        assertThat(speakers.stream().mapToLong(Facets.Speaking::count).sum()).isEqualTo(12);
        for (Facets.Speaking one : speakers) {
            assertThat(store.identity(one.id())).map(Somebody::name).contains(one.name());
            Finding theirs = search.explore(anything(Set.of(one.id())), 0, 50);
            assertThat(theirs.total()).isEqualTo(one.count());
            assertThat(theirs.list())
                    .allMatch(answer -> answer.statement().speaker() instanceof Resolution.Resolved resolved
                            && Objects.requireNonNull(
                                            answer.surroundings().identities().get(resolved.speakerId()))
                                    .id()
                                    .equals(one.id()));
            // As many may be chosen as there are: the others are still counted.
            assertThat(theirs.facets().speakers()).isEqualTo(speakers);
        }
        assertThat(search.explore(anything(Set.of("f".repeat(32))), 0, 5).total())
                .isZero();
    }

    @Test
    void whoIsMergedIsCountedAsOneWithoutAnotherIndex() {
        update();
        assertThat(search.explore(anything(Set.of()), 0, 0).facets().speakers()).hasSizeGreaterThan(1);
        List<Identity.Member> members = new ArrayList<>();
        store.identities().forEach(one -> members.addAll(one.members()));
        store.putIdentities(
                List.of(new Identity("a".repeat(32), "Everybody", SpeakerKind.PERSON, List.of(), Map.of(), members)));
        // On a slow machine whoever asks may not read who is who again: whoever lets the index follow does.
        update();
        List<Facets.Speaking> speakers =
                search.explore(anything(Set.of()), 0, 0).facets().speakers();
        assertThat(speakers).containsExactly(new Facets.Speaking("a".repeat(32), "Everybody", 12));
    }

    @Test
    void givesAllOneByOneInTheSameOrder() {
        update();
        Choice choice = new Choice(
                new Question(Optional.empty(), Words.of(content(NewsRecords.of(1, 4), 0)), true, ExportFilter.ALL),
                Set.of(),
                Optional.empty(),
                Order.BEST);
        List<Answer> one = new ArrayList<>();
        search.all(choice).forEachRemaining(one::add);
        assertThat(one).isNotEmpty().isEqualTo(search.explore(choice, 0, 1000).list());
        store.forget(new Selection.Version(one.get(0).record().article().id()));
        List<Answer> left = new ArrayList<>();
        search.all(choice).forEachRemaining(left::add);
        assertThat(left)
                .isEqualTo(one.stream()
                        .filter(answer -> !answer.record()
                                .article()
                                .id()
                                .equals(one.get(0).record().article().id()))
                        .toList());
    }
}
