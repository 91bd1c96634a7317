package io.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.onrecord.model.ArticleRecord;
import io.onrecord.store.SavedSearches.Found;
import io.onrecord.testkit.HandClock;
import io.onrecord.testkit.NewsRecords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of saved searches, whichever database they are in. */
abstract class SavedSearchesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final HandClock clock = new HandClock();
    private Store store;
    private SavedSearches saved;

    /** The address of an empty place. */
    abstract String emptyPlace();

    @BeforeEach
    void open() {
        store = Store.open(emptyPlace(), new Store.Options(Duration.ofSeconds(20), clock));
        saved = store.saved();
    }

    @AfterEach
    void close() {
        // Null where there is no server and the test was skipped.
        if (store != null) {
            store.close();
        }
    }

    private int put(long seed) {
        ArticleRecord record = NewsRecords.of(seed, 5);
        store.put(record);
        return store.numbers(record.article().id()).get(0);
    }

    private List<Found> of(int article) {
        List<Found> found = new ArrayList<>();
        store.get(article).orElseThrow().statements().forEach(one -> found.add(new Found(article, one.id())));
        return found;
    }

    @Test
    void comesBackAsItWasSavedAndGoesWhenItIsDeleted() {
        SavedSearch bridge = saved.save(" Bridge ", "q=bridge", "mara");
        clock.move(MINUTE);
        SavedSearch quay = saved.save("Quay", "q=quay&stance=denies", "ilan");
        assertThat(bridge.name()).isEqualTo("Bridge");
        assertThat(bridge.savedAt()).isEqualTo("2026-03-04T12:00:00Z");
        assertThat(saved.all()).containsExactly(quay, bridge);
        assertThat(saved.get(quay.id())).contains(quay);
        saved.rename(quay.id(), "The quay");
        assertThat(saved.get(quay.id())).map(SavedSearch::name).contains("The quay");
        assertThat(saved.delete(quay.id())).isTrue();
        assertThat(saved.delete(quay.id())).isFalse();
        assertThat(saved.all()).containsExactly(bridge);
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> saved.save(" ", "q=bridge", "mara"));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> saved.save("x".repeat(201), "q=bridge", "mara"));
    }

    @Test
    void onlyWhatWasKeptSinceCanBeNewAndCountsOnce() {
        int before = put(1);
        // In the same second: only the order of articles tells.
        SavedSearch search = saved.save("All", "", "mara");
        long followed = saved.followed(search.id());
        assertThat(saved.changed(search.id(), followed, 0, 10)).isEmpty();
        int after = put(2);
        int later = put(3);
        assertThat(saved.changed(search.id(), followed, 0, 10)).containsExactly(after, later);
        assertThat(saved.changed(search.id(), 0, 0, 10)).doesNotContain(before);
        assertThat(saved.changed(search.id(), followed, after, 10)).containsExactly(later);
        List<Found> found = of(after);
        assertThat(saved.add(search.id(), found)).isEqualTo(found.size());
        assertThat(saved.add(search.id(), found)).isZero();
        assertThat(saved.get(search.id()).orElseThrow().fresh()).isEqualTo(found.size());
        saved.look(search.id());
        SavedSearch looked = saved.get(search.id()).orElseThrow();
        assertThat(looked.fresh()).isZero();
        assertThat(looked.found()).isEqualTo(found.size());
        assertThat(saved.hits(search.id(), Long.MAX_VALUE, 100))
                .hasSize(found.size())
                .allMatch(SavedHit::seen);
        saved.follow(search.id(), followed + 7);
        assertThat(saved.followed(search.id())).isEqualTo(followed + 7);
    }

    @Test
    void whatIsForgottenIsForgottenHereToo() {
        SavedSearch search = saved.save("All", "", "mara");
        int article = put(1);
        saved.add(search.id(), of(article));
        store.forget(
                new Selection.Version(store.get(article).orElseThrow().article().id()));
        assertThat(saved.hits(search.id(), Long.MAX_VALUE, 100)).isEmpty();
        assertThat(saved.get(search.id()).orElseThrow().found()).isZero();
        // Another may have its number now.
        int other = put(2);
        assertThat(saved.add(search.id(), of(other))).isPositive();
        assertThat(saved.hits(search.id(), Long.MAX_VALUE, 100)).isNotEmpty();
    }

    @Test
    void hitsAreGoneThroughFromTheLatestAndTheOldestGoWhenThereAreTooMany() {
        SavedSearch search = saved.save("All", "", "mara");
        int article = put(1);
        List<Found> many = new ArrayList<>();
        for (int i = 0; i < SavedSearches.HITS + 20; i++) {
            many.add(new Found(article, String.format(java.util.Locale.ROOT, "%032x", i)));
        }
        saved.add(search.id(), many);
        List<SavedHit> first = saved.hits(search.id(), Long.MAX_VALUE, 600);
        List<SavedHit> rest = saved.hits(search.id(), first.get(599).number(), 600);
        assertThat(first.get(0).statementId())
                .isEqualTo(many.get(many.size() - 1).statementId());
        assertThat(first.size() + rest.size()).isEqualTo(SavedSearches.HITS);
        assertThat(rest.get(rest.size() - 1).statementId())
                .isEqualTo(many.get(20).statementId());
    }

    @Test
    void onlyOneSenderHasWhatIsToBeSent() {
        SavedSearch search = saved.save("All", "", "mara");
        int article = put(1);
        saved.add(search.id(), of(article));
        saved.hook(search.id(), "https://example.org/hook", "secret");
        assertThat(saved.due()).as("what was found before is not sent").isEmpty();
        int later = put(2);
        saved.add(search.id(), of(later));
        SavedHook hook = saved.due().get(0);
        assertThat(hook.waiting()).isEqualTo(of(later).size());
        assertThat(hook.toString()).doesNotContain("secret");
        clock.move(Duration.ofSeconds(1));
        List<SavedHit> taken = saved.take(hook, MINUTE, 2);
        assertThat(taken).hasSize(2);
        assertThat(saved.take(hook, MINUTE, 2)).isEmpty();
        assertThat(saved.due()).isEmpty();
        saved.sent(search.id(), taken, 2, Optional.of(204));
        assertThat(saved.due()).hasSize(1);
        assertThat(saved.hook(search.id()).orElseThrow().waiting()).isEqualTo(hook.waiting() - 2);
        assertThat(saved.deliveries(search.id()))
                .containsExactly(new Delivery(clock.instant(), 2, Optional.of(204), Optional.empty()));
    }

    @Test
    void whatFailsWaitsAndIsDisabledInTheEnd() {
        SavedSearch search = saved.save("All", "", "mara");
        saved.hook(search.id(), "https://example.org/hook", "secret");
        saved.add(search.id(), of(put(1)));
        saved.failed(search.id(), 3, Optional.empty(), "nobody there", MINUTE, Optional.empty());
        assertThat(saved.due()).isEmpty();
        clock.move(MINUTE);
        assertThat(saved.due()).hasSize(1).allMatch(hook -> hook.failures() == 1);
        saved.failed(search.id(), 3, Optional.of(500), "status 500", MINUTE, Optional.of("failed twice: status 500"));
        clock.move(Duration.ofDays(1));
        assertThat(saved.due()).isEmpty();
        assertThat(saved.hook(search.id()).orElseThrow().disabled()).contains("failed twice: status 500");
        assertThat(saved.deliveries(search.id()))
                .extracting(Delivery::problem)
                .containsExactly(Optional.of("status 500"), Optional.of("nobody there"));
        saved.enable(search.id());
        assertThat(saved.due()).hasSize(1).allMatch(hook -> hook.failures() == 0);
        saved.unhook(search.id());
        assertThat(saved.hook(search.id())).isEmpty();
    }

    @Test
    void aClockThatIsPutBackKeepsNothingFromBeingSent() {
        SavedSearch search = saved.save("All", "", "mara");
        saved.hook(search.id(), "https://example.org/hook", "secret");
        saved.add(search.id(), of(put(1)));
        saved.failed(search.id(), 3, Optional.empty(), "nobody there", Duration.ofDays(9), Optional.empty());
        assertThat(saved.due()).isEmpty();
        clock.move(Duration.ofDays(1));
        assertThat(saved.due()).as("nothing waits for nine days").hasSize(1);
        saved.failed(search.id(), 3, Optional.empty(), "nobody there", MINUTE, Optional.empty());
        clock.move(Duration.ofDays(-400));
        assertThat(saved.due()).hasSize(1);
    }

    @Test
    void whoIsWhoIsReadAtOnceAndItsStampTellsThatItChanged() {
        String empty = store.parties().stamp();
        int article = put(1);
        String put = store.parties().stamp();
        assertThat(put).isNotEqualTo(empty);
        while (store.stepIdentities() > 0) {
            // On until all is done.
        }
        assertThat(store.parties().stamp())
                .isNotEqualTo(put)
                .isEqualTo(store.parties().stamp());
        List<String> names = new ArrayList<>();
        List<SpeakerPlace> speakers = new ArrayList<>();
        store.parties().read(new Parties.Reader() {
            @Override
            public void identity(int key, String id, String name) {
                names.add(name);
            }

            @Override
            public void member(SpeakerPlace speaker, int identity) {
                speakers.add(speaker);
            }

            @Override
            public void copy(int copy) {
                // There is none.
            }
        });
        ArticleRecord record = store.get(article).orElseThrow();
        assertThat(names).hasSameSizeAs(store.identities());
        assertThat(speakers).hasSameSizeAs(record.speakers()).allMatch(place -> place.article() == article);
    }
}
