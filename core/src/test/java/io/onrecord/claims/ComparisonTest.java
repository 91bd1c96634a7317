package io.onrecord.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.claims.Comparison.Feature;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of two propositions, and the words that show it. */
class ComparisonTest {

    private static final Set<Feature> FLAGS = EnumSet.of(
            Feature.NUMBERS_AGREE,
            Feature.NUMBERS_DIFFER,
            Feature.NUMBERS_LACK,
            Feature.NEGATION,
            Feature.NEGATED,
            Feature.CONTRARY,
            Feature.HEDGES,
            Feature.MOOD,
            Feature.NAMES_DIFFER,
            Feature.NAMES_APART,
            Feature.DATES_AGREE,
            Feature.DATES_DIFFER);

    /** Both articles speak of Velia, Avenia and Lisden. */
    private static Proposition told(String day, String content) {
        return Propositions.of(Told.on(day, "Velia met Avenia in Lisden. [Mara Oldin] <said> {" + content + "}."))
                .get(0);
    }

    private static Comparison compare(String content, String other) {
        return Comparison.of(Pair.of(told("2026-03-04", content), told("2026-03-05", other)), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "the dam broke|the dam broke|''",
                "the dam broke|the wall leaked|''",
                "four boats sank|4 boats sank|NUMBERS_AGREE",
                "four boats sank|six boats sank|NUMBERS_DIFFER",
                "four boats sank|six sailors sank|''",
                "four boats and six ships sank|four boats and nine ships sank|NUMBERS_AGREE",
                "four boats sank|boats sank|NUMBERS_LACK",
                "the dam broke|the dam did not break|NEGATION, NEGATED",
                "the dam broke|the wall did not shine|NEGATION",
                "the dam did not break|the dam never broke|''",
                "the port was open|the port was closed|CONTRARY",
                "the dam broke|the dam may break|HEDGES, MOOD",
                "the dam broke|the dam will break|MOOD",
                "the dam should be closed|the dam must be closed|''",
                "it ran aground in Velia waters|it ran aground in Avenia waters|NAMES_DIFFER, NAMES_APART",
                "Velia broke the dam|Velia built the dam|''",
                "Velia broke the dam|Avenia built the wall|NAMES_APART",
                "it broke on 3 March|it broke on 3 March|DATES_AGREE",
                "it broke on 3 March|it broke on 5 March|DATES_DIFFER",
                "it broke on 3 March|it broke|''",
                "it broke yesterday|it broke on Wednesday|DATES_DIFFER"
            })
    void whatDiffersAndAgreesIsTold(String content, String other, String features) {
        Comparison comparison = compare(content, other);

        assertThat(FLAGS.stream()
                        .filter(feature -> comparison.get(feature) == 1)
                        .map(Feature::name)
                        .collect(Collectors.toSet()))
                .isEqualTo(features.isEmpty() ? Set.of() : Set.of(features.split(", ", -1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the dam broke|the dam broke|true",
                "four boats sank|six boats sank|false",
                "the dam broke|the dam did not break|false",
                "the port was open|the port was closed|false",
                "the port was not open|the port was closed|true",
                "it ran aground in Velia waters|it ran aground in Avenia waters|false",
                "it broke on 3 March|it broke on 5 March|false",
                "it broke in March|it broke on 5 March|true",
                "it broke in March|it broke in May|true"
            })
    void whatDiffersInANumberANameADayOrItsPolarityIsNotTheSame(String content, String other, boolean same) {
        assertThat(compare(content, other).mayBeSame()).isEqualTo(same);
    }

    @Test
    void onlyWhatDiffersInOneStoryMayBeContrary() {
        assertThat(compare("four boats sank", "six boats sank").mayContradict()).isTrue();
        assertThat(compare("four boats sank", "four boats sank").mayContradict())
                .isFalse();
        Proposition elsewhere = Propositions.of(
                        Told.on("2026-03-05", "The fair opened in Orlo. [Tove Brask] <said> {six boats sank}."))
                .get(0);
        assertThat(Comparison.of(Pair.of(told("2026-03-04", "four boats sank"), elsewhere), Optional.empty())
                        .mayContradict())
                .isFalse();
    }

    @Test
    void moreWordsInCommonAreMoreAlike() {
        Comparison all = compare("the old dam broke at night", "the old dam broke at night");
        Comparison some = compare("the old dam broke at night", "the old wall broke");
        Comparison none = compare("the old dam broke at night", "everybody slept");

        for (Feature feature : List.of(Feature.LEAST_SHARED, Feature.MOST_SHARED, Feature.ALIGNED)) {
            assertThat(all.get(feature)).as(feature.name()).isEqualTo(1);
            assertThat(some.get(feature)).as(feature.name()).isBetween(0.2, 0.9);
            assertThat(none.get(feature)).as(feature.name()).isZero();
        }
        assertThat(some.get(Feature.LEAST_SHARED)).isLessThan(some.get(Feature.MOST_SHARED));
        assertThat(compare("the dam broke", "the dam shattered").get(Feature.ALIGNED))
                .isGreaterThan(0.5)
                .isLessThan(1);
    }

    @Test
    void aSpeakerAndAnArticleOfBothAreTold() {
        assertThat(compare("the dam broke", "the dam broke").get(Feature.SAME_SPEAKER))
                .isEqualTo(1);
        assertThat(compare("the dam broke", "the dam broke").get(Feature.SAME_ARTICLE))
                .isZero();
        Proposition other = Propositions.of(
                        Told.on("2026-03-05", "Velia met Avenia in Lisden. [Ilan Serrat] <said> {the dam broke}."))
                .get(0);
        assertThat(Comparison.of(Pair.of(told("2026-03-04", "the dam broke"), other), Optional.empty())
                        .get(Feature.SAME_SPEAKER))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "four boats sank|six boats sank|four",
                "the dam did not break|the dam broke|not",
                "the port was open|the port was closed|open",
                "it ran aground in Velia waters|it ran aground in Avenia waters|Velia",
                "it broke on 3 March|it broke on 5 March|3 March",
                "the dam broke|the wall broke|dam",
                "the dam broke|the dam broke|dam … broke"
            })
    void theWordsThatDifferAreShown(String content, String other, String words) {
        Proposition one = told("2026-03-04", content);
        String text = Told.on("2026-03-04", "Velia met Avenia in Lisden. [Mara Oldin] <said> {" + content + "}.")
                .textOf(Location.TEXT);

        assertThat(Comparison.words(one, told("2026-03-05", other)).stream()
                        .map((Span span) -> span.of(text))
                        .collect(Collectors.joining(" … ")))
                .isEqualTo(words);
    }

    @Test
    void weightsThatAreWrittenAreReadAgain() {
        assertThat(Judges.shipped().tables())
                .containsOnlyKeys("same.tsv", "contradicts.tsv", "same-pairs.tsv", "contradicts-pairs.tsv")
                .allSatisfy((name, text) -> assertThat(Judge.read(name).text())
                        .isEqualTo(text)
                        .startsWith("BIAS\t")
                        .doesNotContain("\t0.0\n"));
    }
}
