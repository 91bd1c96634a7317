package io.onrecord.store;

class PostgresDeskUsersTest extends DeskUsersTest {

    @Override
    String emptyPlace() {
        return Postgres.emptyPlace();
    }
}
