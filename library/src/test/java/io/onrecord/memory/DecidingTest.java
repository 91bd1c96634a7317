package io.onrecord.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.claims.ClaimDisputes;
import io.onrecord.claims.ClaimSummary;
import io.onrecord.claims.Constraint;
import io.onrecord.claims.Matcher;
import io.onrecord.claims.Proposition;
import io.onrecord.claims.Propositions;
import io.onrecord.disputes.Disputes;
import io.onrecord.model.ArticleRecord;
import io.onrecord.store.ClaimQuery;
import io.onrecord.store.ClaimReading;
import io.onrecord.store.MadeDecision;
import io.onrecord.store.Store;
import io.onrecord.testkit.ClaimNews;
import io.onrecord.testkit.HandClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is decided about claims is one decision, of all that they have. */
class DecidingTest {

    private static final ClaimNews NEWS = new ClaimNews(4, 1, 8);

    @TempDir
    Path folder;

    private Store store;

    /** A second later whenever it is asked. */
    private static Clock slow() {
        AtomicLong asked = new AtomicLong();
        InstantSource seconds = () -> HandClock.NOON.plusSeconds(asked.incrementAndGet());
        return seconds.withZone(ZoneOffset.UTC);
    }

    @BeforeEach
    void open() {
        store = Store.open(folder.resolve("onrecord.db").toString(), new Store.Options(Duration.ofSeconds(20), slow()));
        for (int i = 0; i < 45; i++) {
            store.put(NEWS.record(i));
        }
        make();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void make() {
        store.makeClaims("test", DecidingTest::reading, Matcher.plain(), left -> {});
    }

    static ClaimReading reading(ArticleRecord record) {
        Disputes.Found found = Disputes.find(record.article(), record.speakers(), record.statements());
        return new ClaimReading(Propositions.of(record), ClaimDisputes.references(found.pending()));
    }

    private List<String> propositions(String claim) {
        return store.propositions(claim).stream().map(Proposition::id).toList();
    }

    private String claimOf(String proposition) {
        return store.claims(ClaimQuery.all(10_000)).stream()
                .map(ClaimSummary::id)
                .filter(claim -> propositions(claim).contains(proposition))
                .findFirst()
                .orElseThrow();
    }

    /** Makes one claim of some statements, as a decision. */
    private String joined(List<String> propositions) {
        store.decide(
                propositions.stream()
                        .skip(1)
                        .map(other -> new Constraint(Constraint.Kind.MERGE, propositions.get(0), other))
                        .toList(),
                "Mara Oldin");
        make();
        return claimOf(propositions.get(0));
    }

    /** All propositions that are kept, by the claims that they have part in. */
    private List<String> everything() {
        return store.claims(ClaimQuery.all(10_000)).stream()
                .flatMap(claim -> propositions(claim.id()).stream())
                .toList();
    }

    @Test
    void aClaimIsJoinedToALargeOneWithAllOfItsStatementsAndAtOnce() {
        List<String> all = everything();
        String small = joined(all.subList(0, 4));
        List<String> rest = new ArrayList<>(everything());
        rest.removeAll(propositions(small));
        String large = joined(rest);
        List<String> own = propositions(small);
        assertThat(own).hasSizeGreaterThan(3);
        assertThat(propositions(large)).hasSizeGreaterThan(250);

        assertThat(new Deciding(store).mergeClaims(large, small, "Ilan Serrat")).isPresent();

        List<MadeDecision> made = store.decisionLog().latest(10);
        assertThat(made).as("one decision each").hasSize(3);
        assertThat(made.get(0).author()).isEqualTo("Ilan Serrat");
        assertThat(made.get(0).others()).extracting(MadeDecision.End::name).containsAll(own);
        make();
        assertThat(own).allMatch(one -> claimOf(one).equals(claimOf(rest.get(0))));
        store.decisionLog().takeBack(made.get(0).id(), "Ilan Serrat");
        make();
        assertThat(propositions(small)).isEqualTo(own);
    }

    @Test
    void aStatementIsKeptApartFromAllOthersAtOnce() {
        List<String> some = everything().subList(0, 5);
        String claim = joined(some);
        int size = propositions(claim).size();

        Optional<String> split = new Deciding(store).splitClaim(claim, some.get(1), "Ilan Serrat");

        List<MadeDecision> made = store.decisionLog().latest(10);
        assertThat(made).as("one decision each").hasSize(2);
        assertThat(split).hasValue(made.get(0).id());
        assertThat(made.get(0).others()).hasSize(size - 1);
        make();
        assertThat(claimOf(some.get(1))).isNotEqualTo(claimOf(some.get(0)));
    }
}
