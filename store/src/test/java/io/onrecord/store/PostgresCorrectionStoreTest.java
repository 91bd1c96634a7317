package io.onrecord.store;

class PostgresCorrectionStoreTest extends CorrectionStoreTest {

    @Override
    String emptyPlace() {
        return Postgres.emptyPlace();
    }
}
