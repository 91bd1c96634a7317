package io.onrecord.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.speakers.Decision.Anchor;
import io.onrecord.speakers.Matches.Match;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why speakers of the articles 0, 1, 2 and so on, written as {@link Somebody} reads them, count as one. */
class MatchesTest {

    private static final String JUDGE = "Ana Orell; judge, Osk";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Orell; judge, Osk | Ana Orell; judge, Osk | CAREER | the same name and the same post, or posts of one career",
                "Ana Orell; judge, Osk | Ana Orell; judge | TITLE | the same name and title",
                "Ana Orell; event talks | Ana Orell; event talks | NEAR | the same name within a few days",
                "Bob Kell; judge, Osk | Robert Kell; judge, Osk | VARIANT | another form of the name, and the post fits",
                "Bob Kell; event talks | Robert Kell; event talks | VARIANT_NEAR | another form of the name within one event",
                "Kell; judge, Osk; event talks | Bob Kell; judge, Osk; event talks | PARTIAL_HERE | the family name alone, and the post fits",
                "Kell; judge, Osk; 2026-03-01 | Bob Kell; judge, Osk; 2026-03-01 | PARTIAL | the family name alone, and the post fits",
                "Kell; event talks | Bob Kell; event talks | PARTIAL_NEAR | the family name alone within a few days, or letters that stand for the name",
                "the judge of Osk; OFFICE; event talks | Bob Kell; judge, Osk; event talks | OFFICE | a post, and its holder or the same post within a few days",
                "Osk; STATE | Osk; STATE | SURE | the same id of a knowledge base, the same state, or the same proper name of a body",
                "Ana Orell | Ana Orell | LINKED | by way of third articles, which are like both"
            })
    void whyTwoAreOne(String one, String other, String rule, String words) {
        assertThat(matches(2, one, other)).containsExactly(new Match(rule, words, 1), new Match(rule, words, 0));
    }

    @Test
    void aSingleOneNeedsNoReason() {
        assertThat(Matches.of(members(JUDGE), 1, List.of())).hasSize(1).allMatch(match -> match.isEmpty());
        assertThat(Matches.of(List.of(), 1, List.of())).isEmpty();
    }

    @Test
    void theStrongestLikenessIsTheReason() {
        assertThat(shown(matches(3, JUDGE, "Orell; judge, Osk; 2026-03-01", JUDGE + "; 2026-03-01")))
                .containsExactly("CAREER 2", "PARTIAL 2", "CAREER 0");
    }

    @Test
    void ofTwoAsStrongTheFirstIsTheReason() {
        assertThat(shown(matches(3, JUDGE, JUDGE, JUDGE))).containsExactly("CAREER 1", "CAREER 0", "CAREER 0");
    }

    @Test
    void noMoreThanTheFirstAreCompared() {
        assertThat(shown(
                        matches(2, "Bob Orell; judge, Osk", "Orell; judge, Osk; event talks", JUDGE + "; event talks")))
                .containsExactly("LINKED 1", "LINKED 0", "PARTIAL_HERE 1");
        assertThat(shown(matches(1, JUDGE, JUDGE))).containsExactly("LINKED 1", "CAREER 0");
    }

    @Test
    void whoIsKeptApartIsNoReason() {
        assertThat(shown(matches(3, JUDGE + "; article x", JUDGE + "; article x", JUDGE + "; article y")))
                .containsExactly("CAREER 2", "CAREER 2", "CAREER 0");
    }

    @Test
    void whatPeopleDecidedComesFirst() {
        List<Decision> decisions = List.of(
                Decision.split(new Anchor("0", "Ana Orell"), new Anchor("1", "Ana Orell")),
                Decision.merge(new Anchor("7", "Ana Orell"), new Anchor("0", "Ana Orell")),
                Decision.merge(new Anchor("0", "Bero Orell"), new Anchor("1", "Ana Orell")),
                Decision.merge(new Anchor("0", "ana oréll"), new Anchor("2", "Ana Orell")));

        List<Match> found = matches(3, decisions, JUDGE, JUDGE, JUDGE);
        assertThat(shown(found)).containsExactly("DECIDED 2", "CAREER 0", "DECIDED 0");
        assertThat(found.get(0).words()).isEqualTo("somebody said that they are one");
    }

    @Test
    void aDecisionAboutTwoOfOneArticleMeansEachByName() {
        Decision decision = Decision.merge(new Anchor("x", "Ana Orell"), new Anchor("x", "Ana Tamm"));

        assertThat(shown(matches(2, List.of(decision), "Ana Tamm; article x", "Ana Orell; article x")))
                .containsExactly("DECIDED 1", "DECIDED 0");
    }

    private static List<String> shown(List<Match> matches) {
        return matches.stream().map(match -> match.rule() + " " + match.with()).toList();
    }

    private static List<Match> matches(int compared, String... lines) {
        return matches(compared, List.of(), lines);
    }

    private static List<Match> matches(int compared, List<Decision> decisions, String... lines) {
        return Matches.of(members(lines), compared, decisions).stream()
                .map(match -> match.orElseThrow())
                .toList();
    }

    private static List<Appearance> members(String... lines) {
        List<Appearance> members = new ArrayList<>();
        for (String line : lines) {
            members.add(Somebody.of(Integer.toString(members.size()), line));
        }
        return members;
    }
}
