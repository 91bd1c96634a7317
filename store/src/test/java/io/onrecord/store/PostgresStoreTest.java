package io.onrecord.store;

import java.util.concurrent.atomic.AtomicInteger;

class PostgresStoreTest extends StoreTest {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    @Override
    String emptyPlace() {
        return Postgres.address() + "&currentSchema=t" + ProcessHandle.current().pid() + "_"
                + SCHEMAS.incrementAndGet();
    }
}
