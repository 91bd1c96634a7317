package io.onrecord.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Role;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.speakers.Gazetteer.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GazetteerTest {

    private static final Entry SERRAT =
            entry("Ilan Serrat", SpeakerKind.PERSON, "Avenian politician", "Q1", "Ilan B. Serrat");
    private static final Entry SALT = entry("Nordal Salt Works", SpeakerKind.ORGANISATION, "firm", "Q2", "Nordal");
    private static final Gazetteer KNOWN = Gazetteer.of(List.of(SERRAT, SALT));

    @Test
    void aSpeakerGetsTheIdsAndNamesOfTheEntry() {
        Speaker serrat = KNOWN.complete(speaker("Ilan Serrat", SpeakerKind.PERSON, List.of(), "Serrat"));
        assertThat(serrat.external()).containsExactly(Map.entry("wikidata", "Q1"));
        assertThat(serrat.aliases()).containsExactly("Serrat", "Ilan B. Serrat");
        assertThat(serrat.name()).isEqualTo("Ilan Serrat");
    }

    @Test
    void theNameStaysAsTheArticleHasIt() {
        Speaker serrat = KNOWN.complete(speaker("Ilan B. Serrat", SpeakerKind.PERSON, List.of()));
        assertThat(serrat.name()).isEqualTo("Ilan B. Serrat");
        assertThat(serrat.aliases()).containsExactly("Ilan Serrat");
    }

    @Test
    void whatIsAPersonForWantOfAnythingElseGetsTheKindOfItsOnlyEntry() {
        Speaker nordal = KNOWN.complete(speaker("Nordal", SpeakerKind.PERSON, List.of()));
        assertThat(nordal.kind()).isEqualTo(SpeakerKind.ORGANISATION);
        assertThat(nordal.external()).containsEntry("wikidata", "Q2");
    }

    @Test
    void whoHasAPostIsNoFirm() {
        Speaker nordal = speaker("Nordal", SpeakerKind.PERSON, List.of(new Role("mayor", Optional.empty())));
        assertThat(KNOWN.complete(nordal)).isEqualTo(nordal);
    }

    @Test
    void anotherTradeIsAnotherPerson() {
        Speaker goalkeeper =
                speaker("Ilan Serrat", SpeakerKind.PERSON, List.of(new Role("goalkeeper", Optional.of("Kelm Rovers"))));
        assertThat(KNOWN.complete(goalkeeper)).isEqualTo(goalkeeper);
    }

    @Test
    void unnamedSpeakersAndDocumentsHaveNoEntry() {
        Gazetteer officials = Gazetteer.of(List.of(
                new Entry("officials", List.of(), Optional.empty(), Optional.empty(), Map.of("wikidata", "Q3"))));
        Speaker unnamed =
                new Speaker("1", "officials", SpeakerKind.GROUP, List.of(), List.of("officials"), List.of(), Map.of());
        assertThat(officials.complete(unnamed)).isEqualTo(unnamed);
    }

    @Test
    void theDigestTellsListsApartWhateverTheirOrder() {
        assertThat(Gazetteer.of(List.of(SALT, SERRAT)).digest())
                .isEqualTo(KNOWN.digest())
                .hasSize(16);
        assertThat(Gazetteer.of(List.of(SALT)).digest()).isNotEqualTo(KNOWN.digest());
    }

    private static Entry entry(String name, SpeakerKind kind, String description, String id, String alias) {
        return new Entry(name, List.of(alias), Optional.of(kind), Optional.of(description), Map.of("wikidata", id));
    }

    private static Speaker speaker(String name, SpeakerKind kind, List<Role> roles, String... aliases) {
        return new Speaker("1", name, kind, roles, List.of(), List.of(aliases), Map.of());
    }
}
