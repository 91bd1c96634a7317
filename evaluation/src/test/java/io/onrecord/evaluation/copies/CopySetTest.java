package io.onrecord.evaluation.copies;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.copies.Signature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CopySetTest {

    @Test
    void aSeedAlwaysGivesTheSameSetAndAnotherSeedAnother() {
        assertThat(new CopySet(3).families(30)).isEqualTo(new CopySet(3).families(30));
        assertThat(new CopySet(3).family(17))
                .isEqualTo(new CopySet(3)
                        .families(18)
                        .subList(
                                new CopySet(3).families(17).size(),
                                new CopySet(3).families(18).size()));
        assertThat(new CopySet(3).family(0)).isNotEqualTo(new CopySet(4).family(0));
    }

    @Test
    void aFamilyHasOneOriginalThatIsFirstAndNoneToFiveCopies() {
        Set<Integer> sizes = new TreeSet<>();
        for (int i = 0; i < 200; i++) {
            List<CopyText> family = new CopySet(5).family(i);
            CopyText original = family.get(0);
            List<CopyText> group = family.stream()
                    .filter(text -> text.group().equals(original.group()))
                    .toList();
            sizes.add(group.size() - 1);
            assertThat(group.stream().filter(CopyText::origin)).containsExactly(original);
            for (CopyText copy : group.subList(1, group.size())) {
                copy.published()
                        .ifPresent(date -> assertThat(date)
                                .isGreaterThan(original.published().orElseThrow()));
            }
        }
        assertThat(sizes).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void everyEditAndEveryHardNegativeIsThere() {
        Set<String> edits = new TreeSet<>();
        Set<String> kinds = new TreeSet<>();
        Set<String> ids = new HashSet<>();
        List<CopyText> all = new CopySet(6).families(60);
        for (CopyText text : all) {
            edits.addAll(text.edits());
            text.kind().ifPresent(kinds::add);
            ids.add(text.id());
        }
        assertThat(ids).hasSameSizeAs(all);
        assertThat(edits)
                .containsExactly("credit", "cut", "headline", "lede", "middle", "small", "typography", "update");
        assertThat(kinds).containsExactly("follow-up", "round-up", "routine", "same-event");
    }

    @Test
    void unrelatedTextsHaveNoLongStretchesInCommonButTheLinesOfTheirOutlets() {
        Map<String, Set<Integer>> families = new HashMap<>();
        for (int family = 0; family < 100; family++) {
            for (String shingle : shingles(new CopySet(8).family(family).get(0).text())) {
                families.computeIfAbsent(shingle, words -> new HashSet<>()).add(family);
            }
        }
        List<String> common = new ArrayList<>();
        families.forEach((words, where) -> {
            if (where.size() > 1) {
                common.add(words);
            }
        });
        // The four lines at the end of pages have 70 of them.
        assertThat(common.size()).isLessThan(families.size() / 100);
    }

    /** Eight words in a row. */
    private static Set<String> shingles(String text) {
        String[] words = text.split("\\s+", -1);
        Set<String> shingles = new HashSet<>();
        for (int i = 0; i + 8 <= words.length; i++) {
            shingles.add(String.join(" ", List.of(words).subList(i, i + 8)));
        }
        return shingles;
    }

    @Test
    void typographyAloneLeavesTheWords() {
        int seen = 0;
        for (int i = 0; i < 300; i++) {
            List<CopyText> family = new CopySet(9).family(i);
            for (CopyText text : family) {
                if (text.edits().equals(List.of("typography"))) {
                    seen++;
                    assertThat(words(text)).as(text.id()).isEqualTo(words(family.get(0)));
                }
            }
        }
        assertThat(seen).isGreaterThan(5);
    }

    /** Without the line at the end that an outlet may have added. */
    private static String words(CopyText text) {
        int paragraphs = 0;
        StringBuilder out = new StringBuilder();
        for (String paragraph : text.text().split("\n\n", -1)) {
            if (++paragraphs <= 3) {
                out.append(paragraph).append(' ');
            }
        }
        return Signature.of(out.toString()).digest();
    }
}
