package io.onrecord.store;

import io.onrecord.testkit.PostgresServer;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL for tests, with a schema for each. */
final class Postgres {

    private Postgres() {}

    /** The address of a server, with a parameter in it already; the test is skipped where there is none. */
    static String address() {
        Assumptions.assumeTrue(PostgresServer.address().isPresent(), PostgresServer.NONE);
        return PostgresServer.address().orElseThrow();
    }

    /** The address of a schema that nobody has used yet. */
    static String emptyPlace() {
        Assumptions.assumeTrue(PostgresServer.address().isPresent(), PostgresServer.NONE);
        return PostgresServer.emptyPlace().orElseThrow();
    }
}
