package io.onrecord.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.exchange.Records;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Form;
import io.onrecord.model.Stance;
import io.onrecord.model.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What passes a filter. The article has five statements: of the headline, insisted, continued, told, and one within. */
class ExportFilterTest {

    private static final ArticleRecord FULL = Records.full();

    private static List<Integer> passing(ExportFilter filter) {
        List<Statement> passed = filter.of(FULL, ExportItem.Context.NONE)
                .map(ExportItem::statements)
                .orElse(List.of());
        return passed.stream().map(FULL.statements()::indexOf).toList();
    }

    private static ExportFilter time(String since, String until) {
        return new ExportFilter(
                Optional.of(since).filter(day -> !day.isEmpty()).map(ExportFilter::firstDay),
                Optional.of(until).filter(day -> !day.isEmpty()).map(ExportFilter::lastDay),
                List.of(),
                List.of(),
                Set.of(),
                Set.of(),
                0,
                Set.of());
    }

    private static ExportFilter speaker(String name) {
        return new ExportFilter(
                Optional.empty(), Optional.empty(), List.of(), List.of(name), Set.of(), Set.of(), 0, Set.of());
    }

    @Test
    void withoutAnyEverythingPasses() {
        assertThat(passing(ExportFilter.ALL)).containsExactly(0, 1, 2, 3, 4);
        assertThat(ExportFilter.ALL
                        .of(FULL, ExportItem.Context.NONE)
                        .orElseThrow()
                        .whole())
                .isTrue();
    }

    @Test
    void aDayIsThatOfTheStatementOrElseOfTheArticle() {
        // The fourth is of 2024, any day of it.
        assertThat(passing(time("2024-05-16", "2024-05-16"))).containsExactly(0, 1, 2, 3, 4);
        assertThat(passing(time("2024-05-17", ""))).containsExactly(3);
        assertThat(passing(time("", "2024-04"))).containsExactly(3);
        assertThat(passing(time("2025", ""))).isEmpty();
    }

    @Test
    void namesAreFoundByWordsOfThem() {
        assertThat(passing(speaker("serrat"))).containsExactly(0, 1);
        assertThat(passing(speaker("ILAN  Serrat"))).containsExactly(0, 1);
        assertThat(passing(speaker("Q0"))).containsExactly(0, 1);
        assertThat(passing(speaker("serra"))).isEmpty();
        assertThat(passing(speaker("oldin"))).containsExactly(3);
    }

    @Test
    void namesAreFoundByWhoSomebodyIsOverArticles() {
        ExportItem.Context context = new ExportItem.Context(
                Map.of("s2", new ExportItem.Known("i7", "Dr Mara Oldin-Reuss")),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(speaker("oldin-reuss").of(FULL, context).orElseThrow().statements())
                .containsExactly(FULL.statements().get(3));
        assertThat(speaker("i7").of(FULL, context).orElseThrow().statements())
                .containsExactly(FULL.statements().get(3));
    }

    @Test
    void stancesFormsAndConfidenceNarrowTogether() {
        ExportFilter filter = new ExportFilter(
                Optional.empty(),
                Optional.empty(),
                List.of("the avenia press"),
                List.of(),
                Set.of(Stance.SAYS),
                Set.of(Form.MIXED),
                0.75,
                Set.of());
        assertThat(passing(filter)).containsExactly(3);
    }

    @Test
    void articlesAreChosenByAddressOrId() {
        for (String name : List.of(FULL.article().id(), FULL.article().address())) {
            ExportFilter filter = new ExportFilter(
                    Optional.empty(), Optional.empty(), List.of(), List.of(), Set.of(), Set.of(), 0, Set.of(name));
            assertThat(passing(filter)).hasSize(5);
        }
        ExportFilter other = new ExportFilter(
                Optional.empty(), Optional.empty(), List.of(), List.of(), Set.of(), Set.of(), 0, Set.of("elsewhere"));
        assertThat(other.of(FULL, ExportItem.Context.NONE)).isEmpty();
    }

    @Test
    void whatCannotBeMetIsRefused() {
        assertThatThrownBy(() -> time("2024-05", "2024-04"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2024-05-01")
                .hasMessageContaining("2024-04-30");
        assertThat(ExportFilter.lastDay("2024-02")).isEqualTo(LocalDate.of(2024, 2, 29));
    }
}
