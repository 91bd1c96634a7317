package io.onrecord.store;

import org.junit.jupiter.api.Tag;

@Tag("long")
class PostgresStoreTest extends StoreTest {

    @Override
    String emptyPlace() {
        return Postgres.emptyPlace();
    }
}
