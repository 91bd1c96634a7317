package io.onrecord.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.speakers.Decision.Anchor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who goes with whom where names fit several who are at odds. Speakers are written as {@link Somebody} reads them, with strokes between; they are numbered. */
class GroupingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Ana Orell; event t / Bero Orell; event t / Orell; event t | 0, 1, 2",
                "Ana Orell; event t / Bero Orell; event u / Orell; event t | 0 2, 1",
                "Ana Orell; event t / Bero Orell; event t / Orell; event t; is a baker / Orell; event t; is a cook | 0, 1, 2 3",
                "Ana Orell; event t; judge, Osk / Bero Orell; event t; mayor, Osk / Orell; event t; judge, Osk / Orell; event t; mayor, Osk | 0 2, 1 3",
                "Ana Orell; event t / A. Orell; event t / Bero Orell; event t / B. Orell; event t | 0 1, 2 3",
                "A. Orell; event t / Ana Orell; event t / Anton Orell; event t | 0, 1, 2",
                "Ana Orell; event t / Anton Orell; event t / A. Orell; event t / Ana M. Orell; event t | 0 3, 1, 2",
                "Ana Kell; event t / Tom Kell; event t / Bero Kell; event t / Kell; event t | 0, 1, 2, 3",
                "John A. Kell; event t / John Kell; event t / John B. Kell; event t / John A. Kell Jr.; event t | 0, 1, 2, 3",
                "Tom Kell; event t / Thomas Kell; event t / Tommy Kell; event t / Ana Kell; event t / Kell; event t | 0 1 2, 3, 4",
                "John Adam Kell; event t / John A. Kell; event t / John B. Kell; event t / John Bero Kell; event t | 0 1, 2 3",
                "John Adam Kell; event t / John A. Kell; event t / John B. Kell; event t / John Bero Kell; event t / John Kell; event t | 0 1, 2 3, 4",
                "NIW; ORGANISATION; event t / Nordal Ice Works; ORGANISATION; event t / Northern Iron Wharf; ORGANISATION; event t | 0, 1, 2",
                "NIW; ORGANISATION; event t / Nordal Ice Works; ORGANISATION; event t / Northern Iron Wharf; ORGANISATION; event u | 0 1, 2",
                "Ana Orell; judge, Osk / Ana Orell; judge, Osk; senator, Osk / Ana Orell; senator, Osk | 0 1 2"
            })
    void whoFitsSeveralAtOddsGoesWithTheOneWhoIsClearlyMeant(String speakers, String groups) {
        List<Appearance> all = appearances(speakers);

        assertThat(groups(all)).isEqualTo(groups);
        Collections.shuffle(all, new Random(3));
        assertThat(groups(all)).isEqualTo(groups);
    }

    @Test
    void whatIsSplitOffLeavesTheOthersWithTheFirst() {
        List<Appearance> all = appearances(
                "Ana Orell; judge, Osk / Anna Orell; judge, Osk / A. Orell; judge, Osk / Orell; judge, Osk; event t");
        Anchor one = new Anchor("0", "Ana Orell");
        Anchor two = new Anchor("1", "Anna Orell");

        assertThat(groups(all, Decision.split(one, two))).isEqualTo("0 2, 1, 3");
        assertThat(groups(all, Decision.split(two, one))).isEqualTo("0, 1 2, 3");
    }

    private static List<Appearance> appearances(String speakers) {
        List<Appearance> all = new ArrayList<>();
        for (String line : speakers.split(" / ", -1)) {
            all.add(Somebody.of(Integer.toString(all.size()), line.strip()));
        }
        return all;
    }

    private static String groups(List<Appearance> all, Decision... decisions) {
        return Identities.of(all, List.of(decisions), Gazetteer.EMPTY).all().stream()
                .map(identity -> identity.members().stream()
                        .map(Identity.Member::articleId)
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
    }
}
