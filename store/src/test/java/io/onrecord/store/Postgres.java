package io.onrecord.store;

import io.onrecord.testkit.PostgresServer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL for tests, with a schema for each. */
final class Postgres {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private Postgres() {}

    /** The address of a server, with a parameter in it already; the test is skipped where there is none. */
    static String address() {
        Assumptions.assumeTrue(
                PostgresServer.address().isPresent(),
                "no PostgreSQL: install Debian's package postgresql, or name a server with -Donrecord.postgresql=jdbc:…");
        return PostgresServer.address().orElseThrow();
    }

    /** The address of a schema that nobody has used yet. */
    static String emptyPlace() {
        return address() + "&currentSchema=t" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet();
    }
}
