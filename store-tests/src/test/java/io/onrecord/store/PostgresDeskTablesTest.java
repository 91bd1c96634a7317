package io.onrecord.store;

class PostgresDeskTablesTest extends DeskTablesTest {

    @Override
    String emptyPlace() {
        return Postgres.emptyPlace();
    }
}
