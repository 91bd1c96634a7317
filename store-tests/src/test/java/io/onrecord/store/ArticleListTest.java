package io.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.claims.ClaimSummary;
import io.onrecord.claims.ClaimView;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Metadata;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import io.onrecord.model.Text;
import io.onrecord.store.ArticleList.Across;
import io.onrecord.store.ArticleList.Copy;
import io.onrecord.store.ArticleList.Listed;
import io.onrecord.store.ArticleList.Query;
import io.onrecord.testkit.ClaimNews;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Lists of articles, and what stands around one, are the same as all of it taken together, in either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ArticleListTest {

    private static final Store.Options OPTIONS = new Store.Options(
            Duration.ofSeconds(20), Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), ZoneOffset.UTC));
    private static final ClaimNews NEWS = new ClaimNews(11, 3, 6);
    private static final int ARTICLES = 40;

    /** Of all tests; none changes it. */
    private Store store;

    /** The address of an empty place. */
    abstract String emptyPlace();

    @BeforeAll
    void open() {
        store = Store.open(emptyPlace(), OPTIONS);
        ClaimsTest.records(NEWS, ARTICLES).forEach(store::put);
        ClaimsTest.make(store);
    }

    @AfterAll
    void close() {
        // Null where there is no server and the tests were skipped.
        if (store != null) {
            store.close();
        }
    }

    private List<ArticleRecord> records() {
        List<ArticleRecord> records = new ArrayList<>();
        store.records().forEachRemaining(records::add);
        return records;
    }

    /** Page by page. */
    private List<String> ids(Optional<String> outlet, List<String> words, int most) {
        List<String> ids = new ArrayList<>();
        OptionalInt before = OptionalInt.empty();
        while (true) {
            List<Listed> page = store.list().newest(new Query(outlet, words, before, Arrived.Mark.START, most));
            if (page.isEmpty()) {
                return ids;
            }
            page.forEach(one -> ids.add(one.id()));
            before = OptionalInt.of(page.get(page.size() - 1).number());
        }
    }

    @Test
    void pagesTogetherAreTheNewestVersionsOfAllTheLastKeptFirst() {
        Set<String> older = new HashSet<>();
        List<String> expected = new ArrayList<>();
        for (ArticleRecord record : records()) {
            String id = record.article().id();
            store.surroundings(id).flatMap(Surroundings::newer).ifPresent(newer -> older.add(id));
            expected.add(id);
        }
        expected.removeAll(older);
        Collections.reverse(expected);
        assertThat(expected).hasSizeGreaterThan(10);
        assertThat(ids(Optional.empty(), List.of(), 7)).isEqualTo(expected);
        assertThat(ids(Optional.empty(), List.of(), 1_000)).isEqualTo(expected);
    }

    @Test
    void anOutletAndWordsLeaveOutAllOthers() {
        String outlet = store.outlets().get(0);
        assertThat(ids(Optional.of(outlet), List.of(), 3))
                .isNotEmpty()
                .allMatch(id -> store.get(id)
                        .orElseThrow()
                        .article()
                        .metadata()
                        .outlet()
                        .equals(Optional.of(outlet)));
        ArticleRecord one = records().get(0);
        String address = one.article().address().toLowerCase(Locale.ROOT);
        String tail = address.substring(address.length() / 2);
        assertThat(ids(Optional.empty(), List.of(tail), 50))
                .contains(one.article().id());
        assertThat(ids(Optional.empty(), List.of(tail, "no-such-word"), 50)).isEmpty();
        assertThat(ids(Optional.empty(), List.of("%"), 50)).isEmpty();
        assertThat(ids(Optional.empty(), List.of("_"), 50)).isEmpty();
    }

    @Test
    void addressesAreFoundWhateverTheirCaseInTheOrderOfCharacters() {
        try (Store own = Store.open(emptyPlace(), OPTIONS)) {
            assertInOrderOfCharacters(own);
        }
    }

    /** Addresses, outlets and words of names in a store that has none that begin so. */
    static void assertInOrderOfCharacters(Store store) {
        List<String> names = List.of("Ab", "Zoo", "aa", "zebra", "Ärger");
        for (String name : List.of("zebra", "Ärger", "Zoo", "aa", "Ab")) {
            Metadata metadata = new Metadata(
                    Optional.of("Order " + name),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            Text text = new Text("Nobody was named.", List.of(new Span(0, 17)));
            store.put(new ArticleRecord(
                    Article.of("https://order.example/" + name, text, metadata),
                    List.of(),
                    List.of(),
                    List.of(),
                    ClaimNews.PRODUCER));
        }
        assertThat(store.addresses("ORDER.example/", 10))
                .isEqualTo(names.stream()
                        .map(name -> "https://order.example/" + name)
                        .toList());
        assertThat(store.addresses("/ÄRGER", 10)).containsExactly("https://order.example/Ärger");
        assertThat(store.outlets())
                .filteredOn(outlet -> outlet.startsWith("Order "))
                .isEqualTo(names.stream().map(name -> "Order " + name).toList());
    }

    @Test
    void aGroupOfCopiesIsTheSameForEachOfItsArticles() {
        int copies = 0;
        for (ArticleRecord record : records()) {
            String id = record.article().id();
            List<Copy> group = store.list().copies(id, 100);
            Optional<String> origin = store.origin(id);
            if (!group.isEmpty()) {
                copies++;
                assertThat(group).extracting(Copy::id).contains(id).doesNotHaveDuplicates();
                assertThat(group.get(0).id()).isEqualTo(origin.orElse(id));
                assertThat(group.get(0).kind()).isEmpty();
                assertThat(group.subList(1, group.size()))
                        .allMatch(copy -> copy.kind().isPresent());
                assertThat(store.list().copies(group.get(0).id(), 100)).isEqualTo(group);
            } else {
                assertThat(origin).isEmpty();
            }
        }
        assertThat(copies).isPositive();
    }

    @Test
    void claimsOfAnArticleAreThoseOfItsStatements() {
        int found = 0;
        for (ArticleRecord record : records()) {
            Map<String, List<ClaimSummary>> claims =
                    store.list().claims(record.article().id());
            for (Statement statement : record.statements()) {
                List<ClaimSummary> its = claims.getOrDefault(statement.id(), List.of());
                assertThat(its).hasSameElementsAs(store.claimsOf(List.of(statement.id())));
                found += its.size();
            }
        }
        assertThat(found).isPositive();
    }

    @Test
    void disputesOverArticlesAreSeenFromBothEnds() {
        int found = 0;
        for (ArticleRecord record : records()) {
            for (Across one : store.list().across(record.article().id(), 1_000)) {
                found++;
                assertThat(one.article()).isNotEqualTo(record.article().id());
                assertThat(store.list().across(one.article(), 1_000))
                        .anyMatch(back -> back.statement().equals(one.other())
                                && back.other().equals(one.statement())
                                && back.kind() == one.kind()
                                && back.isFrom() != one.isFrom());
            }
        }
        assertThat(found).isPositive();
        Set<String> edges = new HashSet<>();
        store.allClaims()
                .forEachRemaining((ClaimView claim) -> claim.disputes().forEach(disputed -> {
                    if (!articleOf(disputed.toStatementId())
                            .equals(disputed.statement().articleId())) {
                        edges.add(disputed.statement().statementId() + disputed.toStatementId() + disputed.kind());
                    }
                }));
        Set<String> seen = new HashSet<>();
        for (ArticleRecord record : records()) {
            store.list().across(record.article().id(), 1_000).stream()
                    .filter(Across::isFrom)
                    .forEach(one -> seen.add(one.statement() + one.other() + one.kind()));
        }
        assertThat(seen).isEqualTo(edges);
    }

    private String articleOf(String statementId) {
        return store.statements(statementId, 1).get(0).articleId();
    }
}
