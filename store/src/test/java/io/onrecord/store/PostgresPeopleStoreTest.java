package io.onrecord.store;

class PostgresPeopleStoreTest extends PeopleStoreTest {

    @Override
    String emptyPlace() {
        return Postgres.emptyPlace();
    }
}
