package io.onrecord.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Location;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which propositions have a key in common, and so are compared. */
class KeysTest {

    private static final Proposition LIKE = Propositions.of(
                    Told.on("2026-03-02", "[Mara Oldin] <said> {the ferry sank}."))
            .get(0);
    private static final String DAY = "2026-03-02";

    private static Term word(String stem) {
        return new Term(Term.Kind.WORD, stem, "", Optional.empty());
    }

    private static Term name(String name) {
        return new Term(Term.Kind.NAME, name, "", Optional.empty());
    }

    private static Proposition proposition(List<Term> terms, List<String> story, long moment) {
        return new Proposition(
                LIKE.statementId(),
                LIKE.part(),
                new Place(moment, "a1", Location.TEXT, 0),
                LIKE.outlet(),
                LIKE.speaker(),
                LIKE.stance(),
                LIKE.cue(),
                LIKE.standing(),
                LIKE.recalled(),
                LIKE.furniture(),
                LIKE.mood(),
                LIKE.asOf(),
                LIKE.text(),
                terms,
                story,
                Optional.empty());
    }

    private static long[] ofWords(Term... terms) {
        return Keys.of(proposition(List.of(terms), List.of(), on(DAY)));
    }

    private static long[] ofStory(String day, String... names) {
        return Keys.of(proposition(List.of(), List.of(names), on(day)));
    }

    private static long on(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    private static List<Long> shared(long[] one, long[] other) {
        List<Long> shared = new ArrayList<>();
        Arrays.stream(one).forEach(shared::add);
        shared.retainAll(Arrays.stream(other).boxed().toList());
        return shared;
    }

    @Test
    void eachPairOfTheFourRarestWordsIsAKey() {
        long[] four = ofWords(name("alba"), name("reval"), name("velia"), name("lisden"));

        assertThat(four).hasSize(6).isSorted().doesNotHaveDuplicates();
        assertThat(ofWords(name("alba"))).isEmpty();
        assertThat(ofWords(name("alba"), name("alba"))).isEmpty();
        assertThat(ofWords(name("alba"), name("reval"))).hasSize(1);
        assertThat(ofWords(name("reval"), name("alba"))).isEqualTo(ofWords(name("alba"), name("reval")));
        assertThat(ofWords(name("alba"), name("reval"), name("velia"))).hasSize(3);
        assertThat(four).contains(ofWords(name("alba"), name("lisden")));
    }

    @Test
    void namesAreRarerThanNumbersAndThoseThanWordsThatEverybodyUses() {
        Term number = new Term(Term.Kind.NUMBER, "300", "crate", Optional.empty());
        long[] all = ofWords(word("say"), number, name("alba"), name("reval"), name("velia"));

        assertThat(all).hasSize(6).contains(ofWords(number, name("alba")));
        assertThat(shared(all, ofWords(word("say"), name("alba")))).isEmpty();
        // Of equals the first by their letters.
        long[] five = ofWords(name("e"), name("d"), name("c"), name("b"), name("a"));
        assertThat(five).isEqualTo(ofWords(name("a"), name("b"), name("c"), name("d")));
    }

    @Test
    void daysNegationsAndHedgesAreNoKeys() {
        for (Term.Kind kind : List.of(Term.Kind.DATE, Term.Kind.NEGATION, Term.Kind.HEDGE)) {
            assertThat(ofWords(name("alba"), new Term(kind, "sunday", "", Optional.empty())))
                    .as(kind.name())
                    .isEmpty();
        }
    }

    @Test
    void theNamesOfAStoryArePairedByTheirRanksInTwoWindowsEach() {
        assertThat(ofStory(DAY, "alba")).isEmpty();
        assertThat(ofStory(DAY, "alba", "reval")).hasSize(2).isSorted();
        assertThat(ofStory(DAY, "alba", "reval", "velia")).hasSize(6);
        assertThat(ofStory(DAY, "reval", "alba")).isEqualTo(ofStory(DAY, "alba", "reval"));
        // Pairs whose ranks come to twelve at most: thirty of them.
        String[] many = IntStream.range(0, 20).mapToObj(i -> "name" + i).toArray(String[]::new);
        assertThat(ofStory(DAY, many)).hasSize(60).isEqualTo(ofStory(DAY, Arrays.copyOf(many, 11)));
        assertThat(shared(ofStory(DAY, many), ofStory(DAY, "name0", "name10"))).hasSize(2);
        assertThat(shared(ofStory(DAY, many), ofStory(DAY, "name4", "name6"))).hasSize(2);
        assertThat(shared(ofStory(DAY, many), ofStory(DAY, "name0", "name11"))).isEmpty();
        assertThat(shared(ofStory(DAY, many), ofStory(DAY, "name5", "name6"))).isEmpty();
    }

    @Test
    void aPropositionHasNoMoreKeysThanIsSaid() {
        List<String> story = IntStream.range(0, 20).mapToObj(i -> "name" + i).toList();
        List<Term> terms =
                IntStream.range(0, 20).mapToObj(i -> name("word" + i)).toList();

        assertThat(Keys.of(proposition(terms, story, on(DAY)))).hasSize(Keys.MOST);
    }

    @Test
    void oneStoryIsComparedWithinAMonthAndNotOverTheYears() {
        long[] first = ofStory(DAY, "alba", "reval");

        assertThat(shared(first, ofStory("2026-03-31", "alba", "reval"))).isNotEmpty();
        assertThat(shared(first, ofStory("2026-02-02", "alba", "reval"))).isNotEmpty();
        assertThat(shared(first, ofStory("2026-06-30", "alba", "reval"))).isEmpty();
        assertThat(shared(first, ofStory("2020-03-02", "alba", "reval"))).isEmpty();
        assertThat(shared(ofStory("1969-12-20", "alba", "reval"), ofStory("1970-01-10", "alba", "reval")))
                .isNotEmpty();
    }

    @Test
    void storiesWithoutADayAreComparedAmongThemselves() {
        long[] undated = Keys.of(proposition(List.of(), List.of("alba", "reval"), Place.UNKNOWN));

        assertThat(undated).hasSize(1);
        assertThat(shared(undated, ofStory(DAY, "alba", "reval"))).isEmpty();
    }

    @Test
    void aNameOfTheStoryIsNoWordOfTheProposition() {
        assertThat(shared(ofWords(name("alba"), name("reval")), ofStory(DAY, "alba", "reval")))
                .isEmpty();
    }

    /** They stand in stores and tables: other numbers for the same would keep the old from being compared with the new. */
    @Test
    void keysAreTheSameInEveryVersion() {
        assertThat(ofWords(name("alba"), name("reval"), word("crate"))).containsExactly(WORDS);
        assertThat(ofStory(DAY, "alba", "reval")).containsExactly(STORY);
    }

    private static final long[] WORDS = {-5870423869968062335L, -4339459382900797491L, -1770883157331052956L};
    private static final long[] STORY = {745889555521568539L, 831060716286932517L};
}
