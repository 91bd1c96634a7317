package io.onrecord.store;

import org.junit.jupiter.api.Tag;

@Tag("long")
class PostgresCorrectionStoreTest extends CorrectionStoreTest {

    @Override
    String emptyPlace() {
        return Postgres.emptyPlace();
    }
}
