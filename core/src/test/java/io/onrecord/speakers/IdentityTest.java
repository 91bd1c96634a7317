package io.onrecord.speakers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.speakers.Decision.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an identity of several speakers is called, and who is one at all. Speakers are written as {@link Somebody} reads them, with strokes between. */
class IdentityTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Orell; judge, Osk; event t / Ana Orell; judge, Osk; event t / A. Orell; judge, Osk; event t | Ana Orell | PERSON | A. Orell, Orell",
                "Dr. Ana Orell; judge, Osk / Ana Orell; judge, Osk | Ana Orell | PERSON | Dr. Ana Orell",
                "Ana Orell; judge, Osk / Dr. Ana Orell; judge, Osk | Ana Orell | PERSON | Dr. Ana Orell",
                "Ana Orell; judge, Osk / Ana Maria Orell; judge, Osk | Ana Maria Orell | PERSON | Ana Orell",
                "Ana Orell; judge, Osk / Ana M. Orell; judge, Osk | Ana M. Orell | PERSON | Ana Orell",
                "A. Orell; judge, Osk; event t / Mr Orell; judge, Osk; event t | A. Orell | PERSON | Mr Orell",
                "Ольга Веренько; judge, Osk / Olha Verenko; judge, Osk | Olha Verenko | PERSON | Ольга Веренько",
                "Olha Verenko; judge, Osk / Olga Verenko; judge, Osk | Olha Verenko | PERSON | Olga Verenko",
                "Olha Verenko; judge, Osk / Olga Verenko; judge, Osk / Olga Verenko; judge, Osk | Olga Verenko | PERSON | Olha Verenko",
                "Olga Verenko; judge, Osk / Olha Verenko; judge, Osk / Olha Verenko; judge, Osk / Olga Verenko; judge, Osk | Olga Verenko | PERSON | Olha Verenko",
                "Hendrik Kell; judge, Osk / Hendrik van Kell; judge, Osk | Hendrik van Kell | PERSON | Hendrik Kell",
                "Nordal Salt; ORGANISATION / Nordal Salt Inc.; ORGANISATION | Nordal Salt Inc. | ORGANISATION | Nordal Salt",
                "NIW; ORGANISATION; event t / Nordal Ice Works; ORGANISATION; event t | Nordal Ice Works | ORGANISATION | NIW",
                "NIW; ORGANISATION; event t / NIW; ORGANISATION; event t / N.I.W.; ORGANISATION; event t | NIW | ORGANISATION | N.I.W.",
                "Stockholm; STATE / Sweden; STATE | Sweden | STATE | Stockholm",
                "the Swedish government; STATE / Sweden; STATE | Sweden | STATE | the Swedish government",
                "the Swedish government; STATE / Stockholm; STATE | Stockholm | STATE | the Swedish government",
                "the government of Avenia; STATE / Avenia; STATE | Avenia | STATE | the government of Avenia",
                "Avenia; STATE / the Avenian government; STATE | Avenia | STATE | the Avenian government",
                "the president of Velia; OFFICE; 2026-03-01 / Anton Lisk; president, Velia; 2026-03-01 | Anton Lisk | PERSON | the president of Velia",
                "the president of Velia; OFFICE; 2026-03-01 / President Lisk; president, Velia; 2026-03-01 / Velia's president; OFFICE; 2026-03-01 | President Lisk | PERSON | Velia's president, the president of Velia",
                "the president of Velia; OFFICE; 2026-03-01 / Velia's president; OFFICE; 2026-03-01 | the president of Velia | OFFICE | Velia's president",
                "Ana Orell; alias Orell; alias A.; judge, Osk / Ana Orell; alias Nora; judge, Osk | Ana Orell | PERSON | A., Nora, Orell"
            })
    void anIdentityHasTheFullestName(String speakers, String name, SpeakerKind kind, String aliases) {
        assertThat(identities(speakers).all()).singleElement().satisfies(identity -> {
            assertThat(identity.name()).isEqualTo(name);
            assertThat(identity.kind()).isEqualTo(kind);
            assertThat(String.join(", ", identity.aliases())).isEqualTo(aliases);
        });
    }

    /** How many speakers each identity has. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Orell; judge, Osk; 2020-03-01 / Ana Orell; judge, Osk; 2026-03-01 | 2",
                "Ana Orell; judge; 2020-03-01 / Ana Orell; judge; 2026-03-01 | 2",
                "Ana Orell; event t / Ana Orell; event t / Ana Orell; event u | 2 1",
                "Ana Orell; 2026-03-01 / Ana Orell; 2026-03-01 | 2",
                "Orell; 2026-03-01 / Orell; 2026-03-01 | 1 1",
                "Orell; judge; event t / Orell; judge; event t | 2",
                "Ana Orell / Ana Orell | 1 1",
                "City Council; ORGANISATION; 2026-03-01 / City Council; ORGANISATION; 2026-03-01 | 2",
                "City Council; ORGANISATION; 2026-03-01 / City Council; ORGANISATION; 2026-03-30 | 1 1",
                "City Council; ORGANISATION / City Council; ORGANISATION | 1 1",
                "City Council; ORGANISATION; event t / City Council; ORGANISATION; event t | 2",
                "Nordal Salt; ORGANISATION / Nordal Salt; ORGANISATION | 2",
                "NIW; ORGANISATION; 2020-03-01 / NIW; ORGANISATION; 2026-03-01 | 1 1",
                "critics; GROUP; event t / critics; GROUP; event t | 2",
                "critics; GROUP; 2026-03-01 / critics; GROUP; 2026-03-01 | 2",
                "an official; UNNAMED; event t / an official; UNNAMED; event t | 1 1",
                "an official; UNNAMED; 2026-03-01 / an official; UNNAMED; 2026-03-01 | 1 1",
                "the president of Velia; OFFICE; 2026-03-01 / the president of Velia; OFFICE; 2026-03-01 | 2",
                "the president of Velia; OFFICE; 2026-03-01 / the president of Velia; OFFICE; 2026-04-01 | 1 1",
                "the president of Velia; OFFICE; event t / the president of Velia; OFFICE; event t | 2",
                "Ana Orell; judge, Osk; is 30-year-old; 2010-03-01 / Ana Orell; judge, Osk; is 30-year-old; 2026-03-01 | 1 1",
                "Ana Orell; judge, Osk; is 30-year-old; 2026-03-01 / Ana Orell; judge, Osk; is 30-year-old; 2026-03-01 | 2",
                "Ana Orell; id wiki Q1 / Ana Orell; id wiki Q1 | 2",
                "an official; UNNAMED; id wiki Q1 / an official; UNNAMED; id wiki Q1 | 2",
                "Avenia; STATE; 2010-03-01 / Avenia; STATE; 2026-03-01 | 2"
            })
    void speakersOfOneNameAreOneWhereMoreThanTheNameSaysSo(String speakers, String members) {
        assertThat(identities(speakers).all().stream()
                        .map(identity -> Integer.toString(identity.members().size()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(members);
    }

    @Test
    void twoOfOneNameInAnArticleHaveTwoIds() {
        List<Appearance> three = new ArrayList<>();
        for (String id : List.of("1", "2", "3")) {
            Appearance one = Somebody.of("a", "Ana Orell; judge, Osk");
            three.add(new Appearance(
                    "a",
                    one.published(),
                    one.outlet(),
                    one.event(),
                    new Speaker(
                            id,
                            one.speaker().name(),
                            one.speaker().kind(),
                            one.speaker().roles(),
                            List.of(),
                            List.of(),
                            Map.of())));
        }

        assertThat(Identities.of(three).all()).hasSize(3);
        assertThat(Identities.of(three).all().stream().map(Identity::id).distinct())
                .hasSize(3);
        assertThat(Identities.of(three.subList(0, 1)).all().get(0).id())
                .isEqualTo(Identities.of(three).all().get(0).id());
    }

    @Test
    void aLaterSplitOverrulesAnEarlierMergeInEitherOrderAndNoOther() {
        List<Appearance> four = List.of(
                Somebody.of("a", "Ana Orell"),
                Somebody.of("b", "Bero Tamm"),
                Somebody.of("c", "Carol Denby"),
                Somebody.of("d", "Dora Tarn"));
        Decision split = Decision.split(new Anchor("b", "Bero Tamm"), new Anchor("a", "Ana Orell"));
        Decision merge = Decision.merge(new Anchor("a", "Ana Orell"), new Anchor("b", "Bero Tamm"));
        Decision others = Decision.merge(new Anchor("c", "Carol Denby"), new Anchor("d", "Dora Tarn"));
        Decision one = Decision.merge(new Anchor("a", "Ana Orell"), new Anchor("c", "Carol Denby"));

        Identities found = Identities.of(four, List.of(merge, others, one, split), Gazetteer.EMPTY);
        assertThat(found.unapplied()).containsExactly(merge);
        assertThat(found.all().stream().map(Identity::members).map(List::size)).containsExactly(3, 1);
    }

    @Test
    void aNameThatTwoOfAnArticleHaveIsNoAnchor() {
        Appearance first = Somebody.of("a", "Ana Orell; alias Nora");
        Appearance second = Somebody.of("a", "Ana Tamm; alias Nora");
        second = new Appearance(
                "a",
                second.published(),
                second.outlet(),
                second.event(),
                new Speaker("2", "Ana Tamm", SpeakerKind.PERSON, List.of(), List.of(), List.of("Nora"), Map.of()));
        List<Appearance> three = List.of(first, second, Somebody.of("b", "Nora"));
        Anchor there = new Anchor("b", "Nora");
        Decision unclear = Decision.merge(new Anchor("a", "Nora"), there);
        Decision clear = Decision.merge(new Anchor("a", "ana tamm"), there);
        Decision nobody = Decision.merge(new Anchor("a", "Dora"), there);

        Identities found = Identities.of(three, List.of(unclear, clear, nobody), Gazetteer.EMPTY);
        assertThat(found.unapplied()).containsExactly(unclear, nobody);
        assertThat(found.find("a", "2")).isEqualTo(found.find("b", "1"));
        assertThat(found.find("a", "1")).isNotEqualTo(found.find("b", "1"));
        assertThat(found.find("z", "1")).isEmpty();
    }

    @Test
    void whatNamesNobodyIsRefused() {
        assertThatThrownBy(() -> new Anchor(" ", "Ana Orell"))
                .hasMessage("a speaker is named by article id and name, not by ' ' and 'Ana Orell'");
        assertThatThrownBy(() -> new Anchor("a", " "))
                .hasMessage("a speaker is named by article id and name, not by 'a' and ' '");
        Anchor ana = new Anchor("a", "Ana Orell");
        assertThatThrownBy(() -> Decision.split(ana, ana))
                .hasMessage("a decision is about two speakers, not twice about " + ana);
        assertThat(Anchor.of(Somebody.of("a", "Ana Orell"))).isEqualTo(ana);
    }

    private static Identities identities(String speakers) {
        List<Appearance> all = new ArrayList<>();
        for (String line : speakers.split(" / ", -1)) {
            all.add(Somebody.of("a" + all.size(), line));
        }
        return Identities.of(all);
    }
}
