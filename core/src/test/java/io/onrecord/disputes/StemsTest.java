package io.onrecord.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words are taken as one when somebody denies what another said. */
class StemsTest {

    private static String told(String said, String denied) {
        return "{1s:Ana Orell} {1c:said} {1k:" + said + "}. {2s:The board} {2c:denied} {2k:that " + denied + "}.";
    }

    @ParameterizedTest
    @CsvSource({
        "inspectors came,the inspection",
        "the dam leaked,leaking",
        "the pumps stopped,a stop",
        "nobody's dam leaked,no dam's leak",
        "the pumps were cut,the pump",
        "six came,6",
        "twice the dam leaked,2 leaks",
        "he robbed it,robbing",
        "they closed it,the closing",
        "they carry it,he carries",
        "a lady came,ladies",
        "it was safe,it was safely",
        "the boxes fell,a box",
        "supposedly it broke,he supposed",
        "the meetings fell,to meet"
    })
    void formsOfAWordAreOne(String said, String denied) {
        assertThat(Retold.of(told(said, denied)).edges()).containsExactly("2 DENIES 1 (denied)");
    }

    @ParameterizedTest
    @CsvSource({
        "a car came,a cart",
        "six came,7",
        "it was red,it was reed",
        "the king left,a kin",
        "the bus left,a bust",
        "it was less,it was lest"
    })
    void otherWordsAreNot(String said, String denied) {
        assertThat(Retold.of(told(said, denied)).edges()).isEmpty();
    }
}
