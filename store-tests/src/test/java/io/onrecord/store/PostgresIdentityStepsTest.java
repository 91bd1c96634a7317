package io.onrecord.store;

class PostgresIdentityStepsTest extends IdentityStepsTest {

    @Override
    String emptyPlace() {
        return Postgres.emptyPlace();
    }
}
