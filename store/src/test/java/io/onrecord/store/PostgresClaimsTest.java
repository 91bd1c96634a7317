package io.onrecord.store;

class PostgresClaimsTest extends ClaimsTest {

    @Override
    String emptyPlace() {
        return Postgres.emptyPlace();
    }
}
