package io.onrecord.testkit.attribution;

import static io.onrecord.testkit.RecordAssert.record;

import org.junit.jupiter.api.Test;

/** Which words become a span, where the network is in doubt. */
class DecodingTest {

    @Test
    void wordsThatAreHardlyASpanAreNone() {
        record("[s1 0.2: Ms Ito] [q1: said] [c1: it rained].").nobodySays("it rained");
        record("[s1 0.6: Ms Ito] [q1: said] [c1: it rained].").says("Ms Ito", "it rained");
    }

    @Test
    void aSpanBeginsBeforeItGoesOn() {
        record("Ito{I-Source 0.9} [q1: said] [c1: it rained].").nobodySays("it rained");
    }

    @Test
    void aSpanThatGoesOnDrawsInItsBeginning() {
        record("[s1: Ms{O 0.55, B-Source 0.44} Ito] [q1: said] [c1: it rained].")
                .says("Ms Ito", "it rained");
    }

    @Test
    void aSpanEndsWhereAnotherBegins() {
        record("[s1: Ito][q1: :] [c1: it rains]").says("Ito", "it rains").by(":");
        record("[s1: Ito] [q1: said] [c1: it rained.][c2: It poured], [q2: said] [s2: Mori].")
                .says("Ito", "it rained.")
                .says("Mori", "It poured");
    }

    @Test
    void aSpanDoesNotGoOnAfterAWordOutside() {
        record("[s1: Ito] [q1: said] [c1: it rained{O 0.98, I-Content 0.01} all{O 0.98, I-Content 0.01} day].")
                .says("Ito", "it");
    }

    @Test
    void aWordIsNotCut() {
        record("[s1: Ito] [q1: said] [c1: it was pour{I-Content 0.9, O 0.1}·ing{O 0.7, I-Content 0.3}].")
                .says("Ito", "it was pouring");
        record("[s1: Ito] [q1: said] [c1: it was pour{I-Content 0.4, O 0.6}·ing{O 0.9, I-Content 0.1}].")
                .says("Ito", "it was");
    }

    @Test
    void aSpanBeginsWithAWholeWord() {
        record("[s1: Ito] [q1: said] re·[c1: turn·ing] was hard.").nobodySaysAnything();
        record("[s1: Ito] [q1: said] [c1: re{O 0.45, B-Content 0.55}·turn·ing was hard].")
                .says("Ito", "returning was hard");
    }

    @Test
    void twoSpansDoNotShareAWord() {
        record("[s1: Ito] [q1: said] [c1: it rained super{I-Content 0.8}·long{B-Content 0.6, I-Content 0.4} today].")
                .says("Ito", "it rained superlong today")
                .nothingElse();
    }
}
