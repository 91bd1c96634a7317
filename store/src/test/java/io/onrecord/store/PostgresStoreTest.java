package io.onrecord.store;

class PostgresStoreTest extends StoreTest {

    @Override
    String emptyPlace() {
        return Postgres.emptyPlace();
    }
}
