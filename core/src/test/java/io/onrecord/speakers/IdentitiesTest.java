package io.onrecord.speakers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.model.Role;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.speakers.Decision.Anchor;
import io.onrecord.speakers.Gazetteer.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentitiesTest {

    @Test
    void onePersonUnderDifferentNamesIsOne() {
        given(
                person("a", "2026-03-01", "Ana Orell", "harbour minister", "Avenia"),
                person("b", "2026-03-02", "Orell", "harbour minister", "Avenia"),
                person("c", "2026-04-02", "A. Orell", "harbour minister", "Avenia"));
        assertThat(groups()).containsExactly("a b c");
        Identity identity = identities().all().get(0);
        assertThat(identity.name()).isEqualTo("Ana Orell");
        assertThat(identity.kind()).isEqualTo(SpeakerKind.PERSON);
        assertThat(identity.aliases()).containsExactly("A. Orell", "Orell");
        assertThat(identity.members()).first().isEqualTo(new Identity.Member("a", "1"));
    }

    @Test
    void aNameAndNothingElseJoinsNobody() {
        given(person("a", "2026-03-01", "Ana Orell"), person("b", "2026-06-01", "Ana Orell"));
        assertThat(groups()).containsExactly("a", "b");
    }

    @Test
    void aNameWithinAFewDaysIsOnePersonWhereNothingContradicts() {
        given(person("a", "2026-03-01", "Ana Orell"), person("b", "2026-03-04", "Ana Orell"));
        assertThat(groups()).containsExactly("a b");
    }

    @Test
    void anotherTradeIsAnotherPersonEvenOnOneDay() {
        given(
                person("a", "2026-03-01", "Ana Orell", "goalkeeper", "Kelm Rovers"),
                person("b", "2026-03-01", "Ana Orell", "surgeon", "Selm"));
        assertThat(groups()).containsExactly("a", "b");
    }

    @Test
    void theSamePostElsewhereIsAnotherPerson() {
        given(
                person("a", "2026-03-01", "Ana Orell", "mayor", "Kelm"),
                person("b", "2026-03-02", "Ana Orell", "mayor", "Selm"),
                person("c", "2026-03-03", "Ana Orell", "mayor"));
        assertThat(groups()).containsExactly("a", "b", "c");
    }

    @Test
    void postsMayChangeAlongArticlesThatTellHow() {
        given(
                person("a", "2016-03-01", "Ana Orell", "goalkeeper", "Kelm Rovers"),
                with(
                        "b",
                        "2024-03-01",
                        "Ana Orell",
                        new Role("former goalkeeper", Optional.of("Kelm Rovers")),
                        new Role("senator", Optional.of("Osk"))),
                person("c", "2026-03-02", "Ana Orell", "senator", "Osk"));
        assertThat(groups()).containsExactly("a b c");
    }

    @ParameterizedTest
    @CsvSource({
        "John A. Kell, John B. Kell",
        "John Kell Jr., John Kell Sr.",
        "Edwin Kell, Ezra Kell",
        "Maria Kell, Mariam Kell",
        "Alexander Kell, Alexandra Kell",
        "Mr Kell, Mrs Kell",
        "Ana Kell, Anton Kell",
        "Ana Kell, B. Kell",
        "A. B. Kell, A. C. Kell",
        "Ana Kell-Moss, Ana Kell-Hurn",
        "Ana Kell II, Ana Kell III",
        "Ana Orell Kell, Ana Bero Kell",
        "Ana Kell, Ana Kern"
    })
    void namesThatContradictAreTwoPeopleWhateverElseFits(String name, String other) {
        given(
                inEvent("a", name, new Role("judge", Optional.of("Osk"))),
                inEvent("b", other, new Role("judge", Optional.of("Osk"))));
        assertThat(groups()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource({
        "Thomas Kell, Tommy Kell",
        "Ilan Serrat, I. Serrat",
        "Olha Verenko, Olga Werenko",
        "Olha Verenko, Ольга Веренько",
        "José Ŝtel, Jose Stel",
        "Hendrik van den Brouwel, Hendrik Brouwel",
        "Li Wen, Wen Li",
        "Ana Kell-Moss, Ana Kell",
        "'Kell, Ana', Ana Kell",
        "Senator Ana Kell, Kell",
        "John A. Kell, John Kell",
        "John A. Kell, J. A. Kell",
        "Dr. Ana Kell, Ana Kell",
        "ANA KELL, Ana Kell",
        "Ana Maria Kell, Ana Kell",
        "Ana María Kéll, Ana Maria Kell",
        "Robert Kell, Bob Kell",
        "Ana O'Kell, Ana O’Kell"
    })
    void formsOfOneNameAreOnePersonIfThePostFits(String name, String other) {
        given(person("a", "2026-03-01", name, "judge", "Osk"), person("b", "2026-03-09", other, "judge", "Osk"));
        assertThat(groups()).containsExactly("a b");
    }

    @Test
    void aFamilyNameAloneJoinsTheOnlyOneWhoFits() {
        given(inEvent("a", "Ana Orell"), inEvent("b", "Orell"));
        assertThat(groups()).containsExactly("a b");
    }

    @Test
    void aFamilyNameAloneJoinsNobodyWhereTwoFit() {
        given(inEvent("a", "Ana Orell"), inEvent("b", "Bero Orell"), inEvent("c", "Orell"));
        assertThat(groups()).containsExactly("a", "b", "c");
    }

    @Test
    void aPostDecidesBetweenTwoOfOneFamily() {
        given(
                inEvent("a", "Ana Orell", new Role("senator", Optional.of("Osk"))),
                inEvent("b", "Bero Orell", new Role("judge", Optional.of("Osk"))),
                inEvent("c", "Orell", new Role("judge", Optional.of("Osk"))));
        assertThat(groups()).containsExactly("a", "b c");
    }

    @Test
    void noChainOfNamesJoinsWhatDoesNotFit() {
        given(inEvent("a", "John A. Kell"), inEvent("b", "John Kell"), inEvent("c", "John B. Kell"));
        assertThat(groups()).containsExactly("a", "b", "c");
    }

    @Test
    void whoHasLeftAPostIsNotTheOneOfTheFamilyWhoHoldsItLater() {
        given(
                person("a", "2020-04-02", "Irma Orell", "senator", "Osk"),
                person("b", "2026-04-02", "Irma Orell", "former senator", "Osk"),
                person("c", "2026-06-01", "Senator Orell", "senator", "Osk"));
        assertThat(groups()).containsExactly("a b", "c");
    }

    @Test
    void agesThatAreNotOneLifeAreTwoPeople() {
        given(
                described("a", "2026-03-01", "Ana Orell", "the 19-year-old swimmer"),
                described("b", "2026-03-02", "Ana Orell", "a 54-year-old swimmer"));
        assertThat(groups()).containsExactly("a", "b");
    }

    @Test
    void thoseNamedTogetherInAnArticleAreTwo() {
        given(
                speaker("a", "2026-03-01", "1", "Ana Orell", SpeakerKind.PERSON, List.of(), List.of(), List.of()),
                speaker("a", "2026-03-01", "2", "Ana Orell", SpeakerKind.PERSON, List.of(), List.of(), List.of()));
        assertThat(groups()).containsExactly("a", "a");
    }

    @Test
    void anOfficeIsOneWithItsHolderInTheSameDays() {
        given(
                office("a", "2026-03-01", "the president of Velia"),
                person("b", "2026-03-02", "Anton Lisk", "president", "Velia"),
                person("c", "2019-03-02", "Dora Tarn", "president", "Velia"),
                office("d", "2026-03-02", "the president of Torva"));
        assertThat(groups()).containsExactly("c", "a b", "d");
        assertThat(identities().find("a", "1")).map(Identity::name).contains("Anton Lisk");
    }

    @Test
    void aStateIsOneByNameCapitalAndPeople() {
        given(
                of("a", "Russia", SpeakerKind.STATE),
                of("b", "Moscow", SpeakerKind.STATE),
                of("c", "the Russian government", SpeakerKind.STATE),
                of("d", "Ukraine", SpeakerKind.STATE),
                of("e", "Moscow City Council", SpeakerKind.ORGANISATION));
        assertThat(groups()).containsExactly("a b c", "d", "e");
        assertThat(identities().all().get(0).name()).isEqualTo("Russia");
    }

    @Test
    void lettersStandForTheOneNameThatTheyFit() {
        given(
                of("a", "National Inspectorate of Railways", SpeakerKind.ORGANISATION),
                of("b", "NIR", SpeakerKind.ORGANISATION));
        assertThat(groups()).containsExactly("a b");
        given(of("c", "Northern Ice Rink", SpeakerKind.ORGANISATION));
        assertThat(groups()).containsExactly("a", "b", "c");
    }

    @Test
    void whatEveryTownHasIsKnownByItsDays() {
        given(
                speaker(
                        "a",
                        "2026-03-01",
                        "1",
                        "City Council",
                        SpeakerKind.ORGANISATION,
                        List.of(),
                        List.of(),
                        List.of()),
                speaker(
                        "b",
                        "2024-03-01",
                        "1",
                        "City Council",
                        SpeakerKind.ORGANISATION,
                        List.of(),
                        List.of(),
                        List.of()),
                speaker(
                        "c",
                        "2026-03-01",
                        "1",
                        "Nordal Salt",
                        SpeakerKind.ORGANISATION,
                        List.of(),
                        List.of(),
                        List.of()),
                speaker(
                        "d",
                        "2024-03-01",
                        "1",
                        "Nordal Salt Inc.",
                        SpeakerKind.ORGANISATION,
                        List.of(),
                        List.of(),
                        List.of()));
        assertThat(groups()).containsExactlyInAnyOrder("a", "b", "d c");
    }

    @Test
    void theUnnamedAreNobodyElse() {
        given(
                of("a", "an official", SpeakerKind.UNNAMED),
                of("b", "an official", SpeakerKind.UNNAMED),
                of("c", "critics", SpeakerKind.GROUP));
        assertThat(groups()).containsExactly("a", "b", "c");
    }

    @Test
    void theUserMergesWhatTheRulesKeepApart() {
        given(
                person("a", "2026-03-01", "Ana Orell"),
                person("b", "2026-09-01", "Ana Tamm"),
                person("c", "2026-09-01", "Ana Tamm"));
        assertThat(groups()).containsExactly("a", "b c");
        assertThat(groups(Decision.merge(new Anchor("a", "Ana Orell"), new Anchor("b", "ana tamm"))))
                .containsExactly("a b c");
    }

    @Test
    void theUserSplitsWhatTheRulesJoin() {
        given(
                person("a", "2026-03-01", "Ana Orell", "mayor", "Kelm"),
                person("b", "2026-03-02", "Ana Orell", "mayor", "Kelm"),
                person("c", "2026-03-03", "Ana Orell", "mayor", "Kelm"));
        assertThat(groups()).containsExactly("a b c");
        assertThat(groups(Decision.split(new Anchor("a", "Ana Orell"), new Anchor("b", "Ana Orell"))))
                .containsExactly("a c", "b");
        assertThat(groups(Decision.split(new Anchor("b", "Ana Orell"), new Anchor("a", "Ana Orell"))))
                .containsExactly("a", "b c");
    }

    @Test
    void theLaterDecisionWinsAndWhatHadNoEffectIsTold() {
        given(person("a", "2026-03-01", "Ana Orell"), person("b", "2026-03-02", "Ana Orell"));
        Anchor a = new Anchor("a", "Ana Orell");
        Anchor b = new Anchor("b", "Ana Orell");
        Decision split = Decision.split(a, b);
        Decision merge = Decision.merge(a, b);
        Decision elsewhere = Decision.merge(a, new Anchor("z", "Ana Orell"));
        Identities merged = Identities.of(appearances, List.of(split, elsewhere, merge), Gazetteer.EMPTY);
        assertThat(merged.all()).hasSize(1);
        assertThat(merged.unapplied()).containsExactly(split, elsewhere);
        Identities apart = Identities.of(appearances, List.of(merge, split), Gazetteer.EMPTY);
        assertThat(apart.all()).hasSize(2);
        assertThat(apart.unapplied()).containsExactly(merge);
    }

    @Test
    void aDecisionSurvivesNewIdsOfSpeakers() {
        given(
                speaker("a", "2026-03-01", "7", "Ana Orell", SpeakerKind.PERSON, List.of(), List.of(), List.of()),
                speaker(
                        "b",
                        "2026-09-01",
                        "9",
                        "A. Tamm",
                        SpeakerKind.PERSON,
                        List.of(),
                        List.of(),
                        List.of("Ana Tamm")));
        assertThat(groups(Decision.merge(new Anchor("a", "Ana Orell"), new Anchor("b", "Ana Tamm"))))
                .containsExactly("a b");
    }

    @Test
    void aGazetteerGivesIdsAndWhatHasOneIdIsOne() {
        Gazetteer gazetteer = Gazetteer.of(List.of(new Entry(
                "Ana Orell",
                List.of("Anna Maria Orell", "A. M. Orell"),
                Optional.of(SpeakerKind.PERSON),
                Optional.of("Avenian politician"),
                Map.of("wikidata", "Q1"))));
        given(
                person("a", "2010-03-01", "Ana Orell", "minister", "Avenia"),
                person("b", "2026-03-01", "Anna Maria Orell"),
                person("c", "2026-03-01", "Ana Orell", "goalkeeper", "Kelm Rovers"));
        Identities identities = Identities.of(appearances, List.of(), gazetteer);
        assertThat(groups(identities)).containsExactly("a b", "c");
        assertThat(identities.all().get(0).external()).containsEntry("wikidata", "Q1");
        assertThat(identities.all().get(1).external()).isEmpty();
    }

    @Test
    void aNameOfTwoEntriesGivesNoIdUnlessKindOrDescriptionDecides() {
        Gazetteer gazetteer = Gazetteer.of(List.of(
                entry("Ana Orell", SpeakerKind.PERSON, "swimmer", "Q1"),
                entry("Ana Orell", SpeakerKind.PERSON, "judge", "Q2"),
                entry("Osk", SpeakerKind.STATE, "state", "Q3"),
                entry("Osk", SpeakerKind.ORGANISATION, "brewery", "Q4")));
        assertThat(gazetteer.find(person("a", "2026-03-01", "Ana Orell").speaker()))
                .isEmpty();
        assertThat(gazetteer.find(
                        person("a", "2026-03-01", "Ana Orell", "judge", "Osk").speaker()))
                .map(Entry::external)
                .contains(Map.of("wikidata", "Q2"));
        assertThat(gazetteer.find(of("a", "Osk", SpeakerKind.ORGANISATION).speaker()))
                .map(Entry::external)
                .contains(Map.of("wikidata", "Q4"));
    }

    @Test
    void idsDoNotChangeWhenMoreIsRead() {
        given(person("b", "2026-03-02", "Ana Orell", "mayor", "Kelm"));
        String id = identities().all().get(0).id();
        given(
                person("a", "2026-03-05", "Orell", "mayor", "Kelm"),
                person("c", "2026-03-06", "Dr Ana Orell", "mayor", "Kelm"));
        assertThat(identities().all()).singleElement().extracting(Identity::id).isEqualTo(id);
        assertThat(id).matches("[0-9a-f]{32}");
    }

    @Test
    void theOrderOfTheInputDecidesNothing() {
        given(many(400, 12));
        List<Identity> expected = identities().all();
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(appearances, new Random(seed));
            assertThat(identities().all()).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Tag("size")
    @Test
    @Timeout(120)
    void fiveThousandOfOneFamilyAreNoWorstCase() {
        given(many(5000, 1));
        assertThat(identities().all()).hasSizeBetween(100, 5000);
    }

    @Tag("size")
    @Test
    @Timeout(120)
    void manySpeakersDoNotNeedAllPairs() {
        given(many(30_000, 6000));
        assertThat(identities().all()).hasSizeGreaterThan(10_000);
    }

    @Test
    void twoSpeakersOfOneIdAreRefused() {
        given(person("a", "2026-03-01", "Ana Orell"), person("a", "2026-03-01", "Bero Orell"));
        assertThatThrownBy(this::identities).hasMessage("article a has two speakers of the id 1");
    }

    // The speakers of a test, and what becomes of them.

    private final List<Appearance> appearances = new ArrayList<>();

    private void given(Appearance... more) {
        appearances.addAll(List.of(more));
    }

    private void given(List<Appearance> more) {
        appearances.addAll(more);
    }

    private Identities identities() {
        return Identities.of(appearances);
    }

    private List<String> groups(Decision... decisions) {
        return groups(Identities.of(appearances, List.of(decisions), Gazetteer.EMPTY));
    }

    /** The articles of each identity. */
    private static List<String> groups(Identities identities) {
        return identities.all().stream()
                .map(identity -> identity.members().stream()
                        .map(Identity.Member::articleId)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static Appearance person(String article, String day, String name) {
        return with(article, day, name);
    }

    private static Appearance person(String article, String day, String name, String title) {
        return with(article, day, name, new Role(title, Optional.empty()));
    }

    private static Appearance person(String article, String day, String name, String title, String of) {
        return with(article, day, name, new Role(title, Optional.of(of)));
    }

    private static Appearance with(String article, String day, String name, Role... roles) {
        return speaker(article, day, "1", name, SpeakerKind.PERSON, List.of(roles), List.of(), List.of());
    }

    private static Appearance described(String article, String day, String name, String description) {
        return speaker(article, day, "1", name, SpeakerKind.PERSON, List.of(), List.of(description), List.of());
    }

    private static Appearance office(String article, String day, String name) {
        return speaker(article, day, "1", name, SpeakerKind.OFFICE, List.of(), List.of(), List.of());
    }

    private static Appearance of(String article, String name, SpeakerKind kind) {
        return speaker(article, "2026-03-01", "1", name, kind, List.of(), List.of(), List.of());
    }

    private static Appearance inEvent(String article, String name, Role... roles) {
        Speaker speaker = new Speaker("1", name, SpeakerKind.PERSON, List.of(roles), List.of(), List.of(), Map.of());
        return new Appearance(article, Optional.empty(), Optional.empty(), Optional.of("talks"), speaker);
    }

    private static Appearance speaker(
            String article,
            String day,
            String id,
            String name,
            SpeakerKind kind,
            List<Role> roles,
            List<String> descriptions,
            List<String> aliases) {
        Speaker speaker = new Speaker(id, name, kind, roles, descriptions, aliases, Map.of());
        return new Appearance(article, Optional.of(LocalDate.parse(day)), Optional.empty(), Optional.empty(), speaker);
    }

    private static Entry entry(String name, SpeakerKind kind, String description, String id) {
        return new Entry(name, List.of(), Optional.of(kind), Optional.of(description), Map.of("wikidata", id));
    }

    /** Speakers of random names, posts and days, of so many families. */
    private static List<Appearance> many(int count, int families) {
        Random random = new Random(7);
        String[] given = {"Ana", "Bero", "A.", "", "Carol", "Dora", "Edwin", "Tom", "Thomas", "Olha", "Olga", "B."};
        String consonants = "bdfhklmnprst";
        String[] titles = {"mayor", "senator", "judge", "goalkeeper", "chief engineer", "former mayor", "miller"};
        String[] places = {"Kelm", "Selm", "Osk", "Nordal Salt", "Avenia", "Velia"};
        List<Appearance> many = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder family = new StringBuilder("Or");
            for (int left = random.nextInt(families) + 1; left > 0; left /= consonants.length()) {
                family.append(consonants.charAt(left % consonants.length())).append('e');
            }
            Role[] roles = random.nextInt(3) == 0
                    ? new Role[0]
                    : new Role[] {
                        new Role(
                                titles[random.nextInt(titles.length)],
                                random.nextInt(4) == 0
                                        ? Optional.empty()
                                        : Optional.of(places[random.nextInt(places.length)]))
                    };
            String day = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4000)).toString();
            many.add(with("article-" + i, day, (given[random.nextInt(given.length)] + " " + family).strip(), roles));
        }
        return many;
    }
}
