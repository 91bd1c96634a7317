package io.onrecord.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.onrecord.testkit.PostgresServer;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class PostgresSearchTest extends SearchTest {

    @Override
    String emptyPlace() {
        Optional<String> place = PostgresServer.emptyPlace();
        assumeTrue(place.isPresent(), PostgresServer.NONE);
        return place.orElseThrow();
    }

    @Test
    void theIndexOfADatabaseLiesInTheCache() {
        assertThat(IndexFolder.of(store())).hasFileName(store().id() + ".index");
    }
}
