package io.onrecord.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.model.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergeTest {

    @Test
    void whatIsLinkedIsOneClaimWithTheEarliestAsItsFirst() {
        List<Claim> claims = Merge.claims(propositions(3), List.of(same(1, 2, 0.9)), List.of());

        assertThat(groups(claims)).containsExactly(List.of("s000"), List.of("s001", "s002"));
        assertThat(claims.get(1).first().statementId()).isEqualTo("s001");
        assertThat(claims.get(1).id()).isNotEqualTo(claims.get(0).id());
    }

    @Test
    void aChainOfNearMatchesGluesNothingTogether() {
        List<Link> chain =
                IntStream.range(0, 19).mapToObj(i -> same(i, i + 1, 0.7)).toList();

        List<Claim> claims = Merge.claims(propositions(20), chain, List.of());

        assertThat(claims).allSatisfy(claim -> assertThat(claim.members()).hasSizeLessThanOrEqualTo(2));
    }

    @Test
    void whatContradictsKeepsApartWhatAThirdWouldJoin() {
        List<Link> links = List.of(same(0, 1, 0.8), same(1, 2, 0.6), contrary(0, 2, 0.9));

        assertThat(groups(Merge.claims(propositions(3), links, List.of())))
                .containsExactly(List.of("s000", "s001"), List.of("s002"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrderOfPropositionsAndLinksDoesNotMatter(long seed) {
        Random random = new Random(seed);
        List<Claim.Member> propositions = new ArrayList<>(propositions(60));
        List<Link> links = new ArrayList<>(randomLinks(60, 200, random));
        List<Claim> claims = Merge.claims(propositions, links, List.of());
        for (int i = 0; i < 5; i++) {
            Collections.shuffle(propositions, random);
            Collections.shuffle(links, random);

            assertThat(Merge.claims(propositions, links, List.of())).isEqualTo(claims);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void oneComponentAtATimeGivesTheSameAsAllAtOnce(long seed) {
        List<Claim.Member> propositions = propositions(80);
        List<Link> links = randomLinks(80, 70, new Random(seed));
        Set<Claim> claims = new HashSet<>();
        for (List<Claim.Member> component : components(propositions, links)) {
            claims.addAll(Merge.claims(component, links, List.of()));
        }

        assertThat(claims)
                .hasSizeGreaterThan(10)
                .isEqualTo(new HashSet<>(Merge.claims(propositions, links, List.of())));
    }

    @Test
    void aUserMayMergeAndSplitAndTheLaterDecisionWins() {
        List<Link> links = List.of(same(0, 1, 0.95));
        Constraint split = new Constraint(Constraint.Kind.SPLIT, "s000", "s001");
        Constraint merge = new Constraint(Constraint.Kind.MERGE, "s001", "s000");

        assertThat(groups(Merge.claims(propositions(2), links, List.of(split)))).hasSize(2);
        assertThat(groups(Merge.claims(propositions(2), links, List.of(split, merge))))
                .hasSize(1);
        assertThat(groups(Merge.claims(propositions(2), List.of(), List.of(merge))))
                .hasSize(1);
        assertThat(groups(Merge.claims(propositions(2), links, List.of(merge, split))))
                .hasSize(2);
    }

    @Test
    void aSplitKeepsWhatIsMergedWithEitherSideApart() {
        List<Link> links = List.of(
                same(0, 1, 0.95), same(2, 3, 0.95), same(0, 2, 0.9), same(1, 3, 0.9), same(1, 2, 0.9), same(0, 3, 0.9));

        assertThat(groups(Merge.claims(
                        propositions(4), links, List.of(new Constraint(Constraint.Kind.SPLIT, "s000", "s003")))))
                .allSatisfy(group -> assertThat(group).doesNotContainSequence("s000", "s003"))
                .hasSizeGreaterThan(1);
    }

    @Tag("size")
    @Test
    void fiveThousandStatementsOfOneClaimAreOneClaim() {
        int size = 5_000;
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < Math.min(size, i + 100); j++) {
                links.add(same(i, j, 0.9));
            }
        }

        assertThat(Merge.claims(propositions(size), links, List.of())).hasSize(1);
    }

    @Test
    void copiesOfOneOriginCountOnce() {
        Claim claim = Merge.claims(
                        propositions(3), List.of(same(0, 1, 0.9), same(1, 2, 0.9), same(0, 2, 0.9)), List.of())
                .get(0);

        assertThat(claim.origins(article -> article)).isEqualTo(3);
        assertThat(claim.origins(article -> article.equals("a002") ? "a000" : article))
                .isEqualTo(2);
        assertThat(claim.outlets()).containsExactly("Northwire");
    }

    @Test
    void propositionsOfOneIdAreRefused() {
        List<Claim.Member> twice = List.of(proposition(0), proposition(0));

        assertThatThrownBy(() -> Merge.claims(twice, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("s000");
    }

    static List<Claim.Member> propositions(int count) {
        return IntStream.range(0, count).mapToObj(MergeTest::proposition).toList();
    }

    private static Claim.Member proposition(int number) {
        return Claim.Member.of(new Proposition(
                id(number),
                0,
                new Place(number, String.format("a%03d", number), Location.TEXT, 0),
                Optional.of("Northwire"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Standing.STATES,
                false,
                false,
                Mood.IS,
                Optional.empty(),
                "The dam leaked.",
                List.of(),
                List.of(),
                Optional.empty()));
    }

    private static String id(int number) {
        return String.format("s%03d", number);
    }

    private static Link same(int a, int b, double score) {
        return link(a, b, Link.Kind.SAME, score);
    }

    private static Link contrary(int a, int b, double score) {
        return link(a, b, Link.Kind.CONTRADICTS, score);
    }

    private static Link link(int a, int b, Link.Kind kind, double score) {
        String[] ids = {id(a), id(b)};
        Arrays.sort(ids);
        return new Link(ids[0], ids[1], kind, score);
    }

    private static List<Link> randomLinks(int size, int count, Random random) {
        Map<List<Integer>, Link> links = new HashMap<>();
        for (int i = 0; i < count; i++) {
            int a = random.nextInt(size);
            int b = Math.min(size - 1, a + 1 + random.nextInt(5));
            if (a != b) {
                double score = 0.05 + 0.9 * random.nextDouble();
                links.put(List.of(a, b), random.nextInt(5) == 0 ? contrary(a, b, score) : same(a, b, score));
            }
        }
        return List.copyOf(links.values());
    }

    /** What chains of SAME links connect. */
    private static List<List<Claim.Member>> components(List<Claim.Member> propositions, List<Link> links) {
        Map<String, Set<String>> component = new HashMap<>();
        propositions.forEach(proposition ->
                component.put(proposition.propositionId(), new HashSet<>(Set.of(proposition.propositionId()))));
        for (Link link : links) {
            Set<String> one = component.getOrDefault(link.first(), Set.of());
            Set<String> other = component.getOrDefault(link.second(), Set.of());
            if (link.kind() == Link.Kind.SAME && !one.equals(other)) {
                one.addAll(other);
                other.forEach(id -> component.put(id, one));
            }
        }
        return component.values().stream()
                .distinct()
                .map(ids -> propositions.stream()
                        .filter(proposition -> ids.contains(proposition.propositionId()))
                        .toList())
                .toList();
    }

    private static List<List<String>> groups(List<Claim> claims) {
        return claims.stream()
                .map(claim ->
                        claim.members().stream().map(Claim.Member::statementId).collect(Collectors.toList()))
                .toList();
    }
}
