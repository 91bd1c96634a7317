package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.server.access.Accounts;
import io.onrecord.server.http.Access;
import io.onrecord.server.http.Method;
import io.onrecord.server.http.Route;
import io.onrecord.store.DeskRole;
import io.onrecord.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom each route of a shared desk is for. */
class RouteAccessTest {

    /** What whoever has no token can ask for: nothing of the record is in it. */
    private static final List<String> FOR_ANYBODY = List.of(
            "GET /api/v1/health",
            "GET /health/live",
            "GET /health/ready",
            "GET /assets/{digest}/{name}",
            "GET /signin",
            "POST /signin",
            "GET /link",
            "POST /link",
            "POST /signout",
            "POST /theme",
            "GET /api/v1/openapi.yaml",
            "GET /api/v1/openapi.json");

    /** What readers may change: their own marks, nothing that others see. */
    private static final List<String> FOR_READERS = List.of("POST /visits", "POST /api/v1/visits");

    @TempDir
    private Path folder;

    @Test
    void readersChangeNothingThatOthersSeeAndStrangersSeeNothing() throws IOException {
        String file = folder.resolve("onrecord.db").toString();
        try (Store store = Store.open(file)) {
            new Accounts(store).add("Mara Oldin", DeskRole.EDITOR);
        }
        ServerOptions options = ServerOptions.local(file).withPort(0).withSharing(new ServerOptions.Sharing(false));
        try (Server server = Server.start(options, line -> {})) {
            List<Route> routes = server.routes();
            assertThat(routes).hasSizeGreaterThan(20);
            assertThat(routes.stream().filter(route -> route.access() == Access.PUBLIC))
                    .extracting(RouteAccessTest::name)
                    .isSubsetOf(FOR_ANYBODY);
            assertThat(routes.stream().filter(route -> route.method() != Method.GET && route.access() == Access.READ))
                    .extracting(RouteAccessTest::name)
                    .isSubsetOf(FOR_READERS);
        }
    }

    private static String name(Route route) {
        return route.method() + " " + route.path();
    }
}
