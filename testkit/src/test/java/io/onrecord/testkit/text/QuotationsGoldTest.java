package io.onrecord.testkit.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Form;
import io.onrecord.testkit.Gold;
import io.onrecord.testkit.Gold.FormPassage;
import io.onrecord.testkit.Gold.Half;
import io.onrecord.text.Quotations;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The form of a statement on the gold passages, beside what three lines of code would say. */
class QuotationsGoldTest {

    private static final String DOUBLE = "\"“”„«»";

    @Test
    void atLeast97PerCentOfTheOpenPassagesHaveTheirForm() {
        assertThat(accuracy(Half.OPEN)).isGreaterThanOrEqualTo(97);
    }

    @Test
    void atLeast95PerCentOfTheReservedPassagesHaveTheirForm() {
        assertThat(accuracy(Half.RESERVED)).isGreaterThanOrEqualTo(95);
    }

    private static double accuracy(Half half) {
        List<FormPassage> passages = Gold.forms(half);
        double ours = right(passages, passage -> Quotations.of(passage.text()).form(passage.content()));
        double baseline = right(passages, QuotationsGoldTest::baseline);
        System.out.printf(
                Locale.ROOT,
                "form, %s half: %.1f %% of %d passages (baseline %.1f %%)%n",
                half.name().toLowerCase(Locale.ROOT),
                ours,
                passages.size(),
                baseline);
        return ours;
    }

    private static double right(List<FormPassage> passages, Function<FormPassage, Form> guess) {
        long right = passages.stream()
                .filter(passage -> guess.apply(passage) == passage.form())
                .count();
        return 100.0 * right / passages.size();
    }

    private static Form baseline(FormPassage passage) {
        String text = passage.text().value();
        StringBuilder joined = new StringBuilder();
        passage.content().forEach(span -> joined.append(span.of(text)));
        String words = joined.toString();
        boolean starts = DOUBLE.indexOf(words.charAt(0)) >= 0;
        boolean ends = DOUBLE.indexOf(words.charAt(words.length() - 1)) >= 0;
        if (starts && ends) {
            return Form.DIRECT;
        }
        return words.chars().anyMatch(c -> DOUBLE.indexOf(c) >= 0) ? Form.MIXED : Form.INDIRECT;
    }
}
