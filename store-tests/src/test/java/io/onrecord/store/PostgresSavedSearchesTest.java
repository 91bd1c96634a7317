package io.onrecord.store;

class PostgresSavedSearchesTest extends SavedSearchesTest {

    @Override
    String emptyPlace() {
        return Postgres.emptyPlace();
    }
}
