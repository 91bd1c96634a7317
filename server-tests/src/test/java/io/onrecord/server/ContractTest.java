package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.server.Contract.Answer;
import io.onrecord.server.Contract.Operation;
import io.onrecord.server.Contract.Sent;
import io.onrecord.server.api.Description;
import io.onrecord.server.http.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the description of the API against the server: every route is described and the other way round, every example is sent to a server with
 * the demo's articles, and every answer is what the description says.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContractTest {

    @TempDir
    private static Path folder;

    private static Server server;
    private static Contract contract;

    /** Statuses that examples were answered with, by operation. */
    private static final Map<String, Set<String>> SEEN = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws IOException {
        server = Server.start(
                ServerOptions.local(TestDesk.copy(folder).toString()).withPort(0), line -> {});
        contract = new Contract(Description.shipped().tree(), server.address());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyRouteForProgramsIsDescribedAndNothingElseIs() {
        Set<String> served = new TreeSet<>();
        for (Route route : server.routes()) {
            if (route.path().startsWith("/api/v1/")) {
                served.add(route.method() + " " + route.path());
            }
        }
        Set<String> described = new TreeSet<>();
        contract.operations().stream()
                .filter(one -> !SharedContractTest.SHARED_ALONE.contains(one.fullPath()))
                .forEach(one -> described.add(one.method() + " " + one.fullPath()));
        assertThat(served).hasSizeGreaterThan(10);
        assertThat(described).isEqualTo(served);
    }

    @Test
    void everyOperationHasANameOfItsOwnAGroupASummaryAndSaysWhatFailureLooksLike() {
        Set<String> ids = new LinkedHashSet<>();
        for (Operation operation : contract.operations()) {
            assertThat(operation.id()).as(operation.name()).isNotBlank();
            assertThat(ids.add(operation.id())).as(operation.id()).isTrue();
            assertThat(operation.summary()).as(operation.name()).isNotBlank();
            assertThat(contract.tags()).as(operation.name()).containsAll(operation.tags());
            assertThat(operation.tags()).as(operation.name()).hasSize(1);
            assertThat(operation.responses()).as(operation.name()).containsKey("default");
        }
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> everyExampleIsAnsweredAsDescribed() {
        return contract.examples()
                .filter(example -> !SharedContractTest.SHARED_ALONE.contains(
                        example.operation().fullPath()))
                .map(example -> DynamicTest.dynamicTest(example.name(), () -> {
                    DemoDesk.settle(server);
                    Sent sent = contract.filled(example);
                    Answer answer = contract.send(sent);
                    SEEN.computeIfAbsent(example.operation().name(), name -> new TreeSet<>())
                            .add(String.valueOf(answer.status()));
                    assertThat(answer.status()).as(answer.body()).isEqualTo(example.status());
                    assertThat(contract.complaints(example.operation(), answer))
                            .as(answer.body())
                            .isEmpty();
                }));
    }

    @Test
    @Order(2)
    void everyDescribedStatusIsTheAnswerToSomeExample() {
        List<String> never = new ArrayList<>();
        for (Operation operation : contract.operations()) {
            if (SharedContractTest.SHARED_ALONE.contains(operation.fullPath())) {
                continue;
            }
            Set<String> seen = SEEN.getOrDefault(operation.name(), Set.of());
            operation.responses().keySet().stream()
                    .filter(status -> !status.equals("default")
                            && !SharedContractTest.STATUSES.contains(status)
                            && !seen.contains(status)
                            && !Contract.map(operation.responses().get(status)).containsKey("x-not-shown"))
                    .forEach(status -> never.add(operation.name() + " " + status));
        }
        assertThat(never).isEmpty();
    }

    /** Statuses that only a shared desk answers are held by {@link SharedContractTest}. */
    @TestFactory
    @Order(3)
    Stream<DynamicTest> everyValueOfEveryEnumerationIsTaken() {
        return contract.enumerated()
                .filter(example -> !SharedContractTest.SHARED_ALONE.contains(
                        example.operation().fullPath()))
                .map(example -> DynamicTest.dynamicTest(example.name(), () -> {
                    Answer answer = contract.send(contract.filled(example));
                    if (example.status() != 0) {
                        assertThat(answer.status()).as(answer.body()).isEqualTo(example.status());
                    }
                    // Whether a statement can be put right in a way depends on the statement: what is known to none is
                    // refused in words.
                    assertThat(answer.body())
                            .doesNotContain("is no stance", "is no kind", "is no verdict", "there is no stance");
                    assertThat(answer.status()).as(answer.body()).isLessThan(500);
                    assertThat(contract.complaints(example.operation(), answer))
                            .as(answer.body())
                            .isEmpty();
                }));
    }

    @Test
    void anAnswerThatIsNotAsDescribedIsFound() {
        Operation health = contract.operation("GET /health");
        assertThat(contract.complaints(health, new Answer(200, "application/json", "{\"status\":\"up\"}")))
                .isEmpty();
        assertThat(contract.complaints(health, new Answer(200, "application/json", "{\"status\":\"down\"}")))
                .isNotEmpty();
        assertThat(contract.complaints(health, new Answer(200, "application/json", "{\"status\":\"up\",\"more\":1}")))
                .as("a field that nobody described")
                .isNotEmpty();
        assertThat(contract.complaints(health, new Answer(200, "text/html", "{\"status\":\"up\"}")))
                .isNotEmpty();
        assertThat(contract.complaints(health, new Answer(503, "application/problem+json", "{}")))
                .isNotEmpty();
    }
}
