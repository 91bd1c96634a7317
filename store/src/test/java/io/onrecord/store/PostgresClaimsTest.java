package io.onrecord.store;

import org.junit.jupiter.api.Tag;

@Tag("long")
class PostgresClaimsTest extends ClaimsTest {

    @Override
    String emptyPlace() {
        return Postgres.emptyPlace();
    }
}
