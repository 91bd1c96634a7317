package io.onrecord.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.encoder.ByteVector;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Dispute;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of two articles' statements are shown as contrary: from propositions over claims to edges. */
class ClaimDisputesTest {

    private static final int DIMENSION = 1024;

    /** Names that both articles speak of, so that they tell one story. */
    private static final String STORY =
            "The ferry Alba ran aground off Reval, and the board of Velia met Mara Oldin and Ilan Serrat in Lisden. ";

    private ArticleRecord first = Told.on("2026-03-02", earlier("the ferry sank"));
    private ArticleRecord second = first;

    private static String earlier(String content) {
        return STORY + "[Mara Oldin] <said> {" + content + "}.";
    }

    private static String later(String content) {
        return STORY + "[Ilan Serrat] <said> {" + content + "}.";
    }

    private List<ClaimDispute> edges(String earlier, String later) {
        return edges(earlier, later, true);
    }

    private List<ClaimDispute> edges(String earlier, String later, boolean meant) {
        List<Proposition> propositions = propositions(earlier, later, meant);
        Claims claims = Claims.of(propositions, Matcher.plain(), List.of());
        return ClaimDisputes.of(claims.claims(), propositions, claims.links(), List.of(), List.of());
    }

    private List<Proposition> propositions(String earlier, String later, boolean meant) {
        first = Told.on("2026-03-02", earlier);
        second = Told.on("2026-03-04", later);
        List<Proposition> propositions = new ArrayList<>();
        for (ArticleRecord record : List.of(first, second)) {
            Propositions.of(record).forEach(one -> propositions.add(meant ? one.with(meaning(one.text())) : one));
        }
        assertThat(propositions).as("propositions").hasSize(2);
        return propositions;
    }

    /** A count of words, as a network's vectors are not to be had here: what has more words in common lies nearer. */
    private static ByteVector meaning(String text) {
        byte[] counts = new byte[DIMENSION];
        Words words = Words.of(text, new Span(0, text.length()));
        for (int i = 0; i < words.size(); i++) {
            counts[Math.floorMod(words.at(i).hashCode(), DIMENSION)]++;
        }
        return ByteVector.of(counts);
    }

    private String words(List<Span> spans) {
        String text = second.textOf(Location.TEXT);
        return String.join(" … ", spans.stream().map(span -> span.of(text)).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Another number of the same things.
                "four crates were missing from the ferry|nine crates were missing from the ferry|nine",
                "two engineers inspected the bow of the Alba|seven engineers inspected the bow of the Alba|seven",
                "the repair cost 300,000 crowns|the repair cost 31 million crowns|31 million",
                // Another hour.
                "the Alba left Reval at 7:15 a.m.|the Alba left Reval at 9:40 a.m.|9:40",
                // What the one negates the other holds.
                "Oldin knew of the leak on the Alba|Oldin did not know of the leak on the Alba|not",
                "the Alba carried cars for Velia|the Alba never carried cars for Velia|never",
                // The contrary of a word, on one day.
                "the port of Reval was open on Sunday|the port of Reval was closed on Sunday|closed",
                "the hold of the Alba was full on Sunday|the hold of the Alba was empty on Sunday|empty"
            })
    void whatCannotBeTrueTogetherIsContrary(String earlier, String later, String evidence) {
        List<ClaimDispute> edges = edges(earlier(earlier), later(later));

        assertThat(edges).singleElement().satisfies(edge -> {
            assertThat(edge.kind()).isEqualTo(Dispute.Kind.CONTRADICTS);
            assertThat(edge.from()).isEqualTo(second.statements().get(0).id());
            assertThat(edge.to()).isEqualTo(first.statements().get(0).id());
            assertThat(edge.via()).isEqualTo(ClaimDispute.Via.MEANING);
            assertThat(edge.confidence()).isGreaterThan(0).isLessThanOrEqualTo(1);
            assertThat(words(edge.evidence())).isEqualTo(evidence);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "four crates were missing from the ferry|four crates were missing from the ferry",
                "four crates were missing from the ferry|4 crates were missing from the ferry",
                "four crates were missing from the ferry|nine sailors were missing from the ferry",
                "the Alba carried cars for Velia|the harbour would not be dredged this year",
                "the port of Reval was open on Sunday|the port of Reval was busy on Sunday"
            })
    void whatCanBeTrueTogetherIsNot(String earlier, String later) {
        assertThat(edges(earlier(earlier), later(later))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the Alba left the port of Reval on Sunday|the Alba left the port of Reval on Sunday|1",
                "the Alba left the port of Reval on Sunday|the Alba left the port of Reval on 1 March|1",
                "the Alba left the port of Reval in March|the Alba left the port of Reval on 1 March|1",
                "the Alba left the port of Reval on Sunday|the Alba left the port of Reval on Friday|2",
                "the Alba ran aground in Velian waters|the Alba ran aground in Avenian waters|2"
            })
    void anotherDayOrNameIsAnotherClaim(String earlier, String later, int claims) {
        List<Proposition> told = propositions(earlier(earlier), later(later), true);

        assertThat(Claims.of(told, Matcher.plain(), List.of()).claims()).hasSize(claims);
    }

    @Test
    void anotherNumberInAnotherStoryIsNotContrary() {
        assertThat(edges(
                        earlier("four crates were missing"),
                        "The Tessel fair opened in Orlo. [Tove Brask] <said> {nine crates were missing}."))
                .isEmpty();
    }

    @Test
    void whatIsNotKnownToSpeakOfTheSameThingIsNotShown() {
        String earlier = earlier("four crates were missing on Sunday");
        String later = later("nine crates were missing on Sunday");

        assertThat(edges(earlier, later, false)).as("without vectors").isEmpty();
        assertThat(edges(earlier, later, true)).as("with vectors").hasSize(1);
    }

    @Test
    void whatASourceOnlyTellsOfBeforeContradictsNothingNow() {
        assertThat(edges(
                        earlier("four crates were missing on Sunday"),
                        STORY + "[Ilan Serrat] <had said> {nine crates were missing on Sunday}."))
                .isEmpty();
    }

    @Test
    void whoDeniesWhatIsOnRecordDeniesItByTheCue() {
        List<ClaimDispute> edges = edges(
                earlier("four crates were missing from the ferry"),
                STORY + "[Ilan Serrat] <denied> {that four crates were missing from the ferry}.");

        assertThat(edges).singleElement().satisfies(edge -> {
            assertThat(edge.kind()).isEqualTo(Dispute.Kind.DENIES);
            assertThat(edge.from()).isEqualTo(second.statements().get(0).id());
            assertThat(edge.to()).isEqualTo(first.statements().get(0).id());
            assertThat(edge.via()).isEqualTo(ClaimDispute.Via.STANCE);
            assertThat(edge.confidence()).isGreaterThan(0).isLessThanOrEqualTo(1);
            assertThat(words(edge.evidence())).isEqualTo("denied");
        });
    }

    @Tag("size")
    @Test
    void thousandsWhoDenyOneClaimAreEachShownOnce() {
        int size = 40_000;
        List<Proposition> two = propositions(
                earlier("four crates were missing from the ferry"),
                STORY + "[Ilan Serrat] <denied> {that four crates were missing from the ferry}.",
                false);
        List<Proposition> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(inArticle(i, two.get(i % 2)));
        }
        List<Claim.Member> members = all.stream().map(Claim.Member::of).toList();

        List<ClaimDispute> edges = ClaimDisputes.of(
                List.of(new Claim("crates", members.get(0), members)), all, List.of(), List.of(), List.of());

        assertThat(edges).hasSize(size / 2).allSatisfy(edge -> {
            assertThat(edge.kind()).isEqualTo(Dispute.Kind.DENIES);
            assertThat(edge.to()).isEqualTo(all.get(0).statementId());
        });
    }

    private static Proposition inArticle(int number, Proposition like) {
        return new Proposition(
                "s" + number,
                0,
                new Place(like.place().moment(), "a" + number, Location.TEXT, 0),
                like.outlet(),
                like.speaker(),
                like.stance(),
                like.cue(),
                like.standing(),
                like.recalled(),
                like.furniture(),
                like.mood(),
                like.asOf(),
                like.text(),
                like.terms(),
                like.story(),
                like.vector());
    }
}
