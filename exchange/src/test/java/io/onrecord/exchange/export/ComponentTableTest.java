package io.onrecord.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What becomes of the components of a record. */
class ComponentTableTest {

    /** Some constants. */
    public enum Kind {
        GATE,
        QUAY
    }

    /** A record within a row. */
    public record Who(Optional<String> id, String fullName) {}

    /** A row. */
    public record Place(
            String name,
            int ships,
            long tons,
            double depth,
            boolean open,
            Kind kind,
            LocalDate since,
            Optional<Who> harbourMaster,
            Optional<Double> share,
            OptionalInt cranes,
            OptionalDouble tide,
            List<Who> others,
            Map<String, String> external) {}

    private static final ComponentTable<Place> TABLE =
            ComponentTable.of("places", Place.class, field -> "about " + field);

    private static Place place(String name, Optional<Who> master, List<Who> others) {
        return new Place(
                name,
                3,
                4_000_000_000L,
                1.5,
                true,
                Kind.QUAY,
                LocalDate.of(2026, 3, 4),
                master,
                Optional.empty(),
                OptionalInt.of(2),
                OptionalDouble.empty(),
                others,
                Map.of());
    }

    @Test
    void everyComponentIsAColumnAndThoseOfARecordWithinStandBehindItsName() {
        assertThat(TABLE.table().columns())
                .extracting(column -> column.name() + " " + column.type() + ": " + column.about())
                .containsExactly(
                        "name TEXT: about name",
                        "ships WHOLE: about ships",
                        "tons WHOLE: about tons",
                        "depth REAL: about depth",
                        "open FLAG: about open",
                        "kind TEXT: about kind",
                        "since TEXT: about since",
                        "harbour_master_id TEXT: about harbourMaster.id",
                        "harbour_master_full_name TEXT: about harbourMaster.fullName",
                        "share REAL: about share",
                        "cranes WHOLE: about cranes",
                        "tide REAL: about tide",
                        "others JSON: about others",
                        "external JSON: about external");
    }

    @Test
    void whatIsNotKnownIsAbsent() {
        Place place = place(
                "Port Sall",
                Optional.of(new Who(Optional.empty(), "Mara Oldin")),
                List.of(new Who(Optional.of("7"), "Ilan \"the gate\" Serrat")));
        assertThat(Tables.values(TABLE.table(), TABLE.row(place)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "name", "Port Sall",
                        "ships", "3",
                        "tons", "4000000000",
                        "depth", "1.5",
                        "open", "true",
                        "kind", "QUAY",
                        "since", "2026-03-04",
                        "harbour_master_full_name", "Mara Oldin",
                        "cranes", "2",
                        "others", "[{\"id\":\"7\",\"fullName\":\"Ilan \\\"the gate\\\" Serrat\"}]"));
        assertThat(Tables.values(TABLE.table(), TABLE.row(place("", Optional.empty(), List.of()))))
                .containsEntry("name", "")
                .doesNotContainKeys("harbour_master_id", "harbour_master_full_name", "others");
    }

    @Test
    void whatIsNotUnicodeIsRefused() {
        Place place = place("half of \ud83d", Optional.empty(), List.of());
        assertThatThrownBy(() -> TABLE.row(place))
                .isInstanceOf(UnfitRecordException.class)
                .hasMessageContaining("the column name");
    }
}
