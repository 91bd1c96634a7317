package io.onrecord.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordListsTest {

    @Test
    void wordsStandUnderTheirKind() {
        WordLists lists = WordLists.of(WordListsTest.class, "kinds.txt");
        assertThat(lists.kind("first")).containsExactlyInAnyOrder("one", "two");
        assertThat(lists.kind("second")).containsExactlyInAnyOrder("three", "#", ";");
        assertThat(lists.kind("none")).isEmpty();
        assertThat(lists.kinds()).containsOnlyKeys("first", "second", "none");
    }

    @Test
    void aKindThatIsNotThereIsNamedWithItsFile() {
        WordLists lists = WordLists.of(WordListsTest.class, "kinds.txt");
        assertThatIllegalStateException()
                .isThrownBy(() -> lists.kind("third"))
                .withMessage("kinds.txt lacks the words of the kind third");
    }

    @Test
    void aFileThatIsNoneOfKindsIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> WordLists.of(WordListsTest.class, "no-colon.txt"))
                .withMessageContaining("no-colon.txt", "no kind here");
        assertThatIllegalStateException()
                .isThrownBy(() -> WordLists.of(WordListsTest.class, "twice.txt"))
                .withMessage("twice.txt has the kind first twice");
        assertThatIllegalStateException()
                .isThrownBy(() -> WordLists.of(WordListsTest.class, "nowhere.txt"))
                .withMessage("the class path lacks nowhere.txt");
    }

    @Test
    void rowsAreCutAtTabsAndKeepEmptyCells() {
        assertThat(WordLists.rows(WordListsTest.class, "rows.tsv"))
                .containsExactly(List.of("a", "b", "c d"), List.of("e", "", "f"));
    }
}
