package io.onrecord.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.claims.ClaimDispute;
import io.onrecord.claims.ClaimSummary;
import io.onrecord.claims.ClaimView;
import io.onrecord.claims.Standing;
import io.onrecord.exchange.RecordJson.Offsets;
import io.onrecord.model.Dispute;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands in the rows of a claim. */
class ClaimTableTest {

    private static ClaimView.Statement statement(String id, String speaker, String content) {
        return new ClaimView.Statement(
                id,
                "a1",
                "https://press.example/bridge",
                Optional.of("The Avenia Press"),
                Optional.empty(),
                Optional.of("2026-03-03"),
                Optional.of("a0"),
                Optional.of("Northwire"),
                Optional.of(speaker),
                Optional.of("Northwire"),
                Optional.empty(),
                Optional.of("said"),
                content,
                "INDIRECT",
                Optional.of("SAYS"),
                false,
                false,
                Optional.empty());
    }

    @Test
    void aStatementOfAClaimAndAnEdgeToItAreARowEach() {
        ClaimView claim = new ClaimView(
                new ClaimSummary("c1", "the bolts were to blame", 1, 1, 1, 1),
                List.of(new ClaimView.Told(
                        statement("s1", "Dorte Amsel", "the bolts were to blame"),
                        Standing.STATES,
                        "the bolts were to blame",
                        false)),
                List.of(new ClaimView.Disputed(
                        statement("s2", "Halden Steel", "any such suggestion"),
                        Dispute.Kind.REJECTS,
                        List.of(new ClaimView.Evidence(Location.TEXT, new Span(4, 12), "rejected")),
                        "s1",
                        0.8,
                        ClaimDispute.Via.values()[0])));
        ClaimTable table = new ClaimTable(Offsets.CODE_POINT, id -> Optional.empty());
        List<Map<String, String>> rows = table.rows(claim).stream()
                .map(row -> Tables.values(table.table(), row))
                .toList();
        assertThat(rows)
                .hasSize(2)
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("claim_id", "c1")
                        .containsEntry("claim_disputes", "1")
                        .containsEntry("origin_outlet", "Northwire"));
        assertThat(rows.get(0))
                .containsEntry("part", "STATES")
                .containsEntry("proposition", "the bolts were to blame")
                .containsEntry("recalled", "false")
                .doesNotContainKeys("via", "evidence", "to_id", "content_start", "location", "evidence_spans");
        assertThat(rows.get(1))
                .containsEntry("part", "REJECTS")
                .containsEntry("evidence", "[\"rejected\"]")
                .containsEntry("to_id", "s1")
                .containsEntry("confidence", "0.8")
                .containsKey("via")
                .doesNotContainKeys("proposition", "recalled");
    }
}
