package io.onrecord.store;

import org.junit.jupiter.api.Tag;

@Tag("long")
class PostgresPeopleStoreTest extends PeopleStoreTest {

    @Override
    String emptyPlace() {
        return Postgres.emptyPlace();
    }
}
