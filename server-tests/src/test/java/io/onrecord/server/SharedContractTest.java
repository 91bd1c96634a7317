package io.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.server.Contract.Answer;
import io.onrecord.server.Contract.Example;
import io.onrecord.server.Contract.Operation;
import io.onrecord.server.Contract.Sent;
import io.onrecord.server.access.Accounts;
import io.onrecord.server.api.Description;
import io.onrecord.server.http.Access;
import io.onrecord.server.http.Route;
import io.onrecord.store.DeskRole;
import io.onrecord.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Holds the description of the API against a shared desk: whom each operation is for, and what all others are answered. */
class SharedContractTest {

    /** Operations that a desk of one's own does not have. */
    static final Set<String> SHARED_ALONE = Set.of("/api/v1/links");

    /** What only a shared desk answers. */
    static final Set<String> STATUSES = Set.of("401", "403", "429");

    private static final String PEER = "X-Forwarded-For";
    private static final String TOKEN = "Authorization";

    @TempDir
    private static Path folder;

    private static Server server;
    private static Contract contract;
    private static String editor;
    private static String reader;
    private static String link;
    private static String ended;
    private static int peers;

    @BeforeAll
    static void start() throws IOException {
        Path file = TestDesk.copy(folder);
        try (Store store = Store.open(file.toString())) {
            Accounts accounts = new Accounts(store);
            editor = accounts.add("Mara Oldin", DeskRole.EDITOR).orElseThrow();
            reader = accounts.add("Ilan Serrat", DeskRole.READER).orElseThrow();
            Instant later = Instant.now().plus(1, ChronoUnit.DAYS);
            link = accounts.link(Optional.empty(), "Mara Oldin", later);
            ended = accounts.link(Optional.of("/articles/0123456789abcdef"), "Mara Oldin", later);
        }
        server = Server.start(
                ServerOptions.local(file.toString()).withPort(0).withSharing(new ServerOptions.Sharing(true)),
                line -> {});
        contract = new Contract(Description.shipped().tree(), server.address(), bearer(editor));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Map<String, String> bearer(String token) {
        return Map.of(TOKEN, "Bearer " + token);
    }

    /** From an address that nobody came from before, so that no limit is met. */
    private static Map<String, String> fresh(Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        peers++;
        all.put(PEER, "192.0.2." + peers % 250 + (peers < 250 ? "" : ", 198.51.100." + peers / 250));
        return all;
    }

    private static Stream<Operation> guarded() {
        return contract.operations().stream().filter(one -> !one.security().isEmpty());
    }

    private static DynamicTest named(Operation operation, org.junit.jupiter.api.function.Executable test) {
        return DynamicTest.dynamicTest(operation.name(), test);
    }

    private static Example first(Operation operation) {
        return contract.examples()
                .filter(one -> one.operation().equals(operation))
                .findFirst()
                .orElseThrow();
    }

    /** With values that need not exist: whoever may not come in is told before anything is looked up. */
    private static Sent any(Operation operation) {
        return new Sent(
                operation.method(),
                server.address().replaceAll("/$", "")
                        + operation.fullPath().replaceAll("\\{[^}]*}", "00000000000000000000000000000000"),
                Optional.empty());
    }

    private static void answered(Operation operation, Map<String, String> headers, int status) {
        Answer answer = contract.send(any(operation), headers);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(operation.responses()).containsKey(String.valueOf(status));
        assertThat(contract.complaints(operation, answer)).isEmpty();
    }

    @Test
    void everyRouteForProgramsIsDescribedForThoseWhomItIsFor() {
        Map<String, Access> served = server.routes().stream()
                .filter(route -> route.path().startsWith("/api/v1/"))
                .collect(Collectors.toMap(route -> route.method() + " " + route.path(), Route::access));
        Map<String, Access> described = contract.operations().stream()
                .collect(Collectors.toMap(one -> one.method() + " " + one.fullPath(), SharedContractTest::access));
        assertThat(described).isEqualTo(served);
        assertThat(described).containsValues(Access.PUBLIC, Access.READ, Access.EDIT);
    }

    private static Access access(Operation operation) {
        Set<Object> roles = new java.util.HashSet<>();
        operation.security().values().forEach(some -> roles.addAll(Contract.list(some)));
        if (roles.isEmpty()) {
            return Access.PUBLIC;
        }
        assertThat(roles).as(operation.name()).hasSize(1);
        boolean edits = roles.contains("editor");
        // A link reads, and no more.
        assertThat(operation.security().containsKey("link"))
                .as(operation.name())
                .isNotEqualTo(edits);
        return edits ? Access.EDIT : Access.READ;
    }

    @TestFactory
    Stream<DynamicTest> whoHasNoTokenIsAskedForOne() {
        return guarded().map(one -> named(one, () -> answered(one, Map.of(), 401)));
    }

    @TestFactory
    Stream<DynamicTest> aWrongTokenIsNone() {
        return guarded().map(one -> named(one, () -> answered(one, fresh(bearer("onrecord_user_wrong")), 401)));
    }

    @TestFactory
    Stream<DynamicTest> whoeverTriesTooOftenHasToWait() {
        Map<String, String> guessing = Map.of(TOKEN, "Bearer onrecord_user_guessed", PEER, "203.0.113.7");
        Operation home = contract.operation("GET /home");
        for (int i = 0; i < 10; i++) {
            contract.send(any(home), guessing);
        }
        return guarded().map(one -> named(one, () -> answered(one, guessing, 429)));
    }

    @TestFactory
    Stream<DynamicTest> whoeverHasALinkToOnePageSeesNoOther() {
        return guarded().map(one -> named(one, () -> answered(one, fresh(bearer(ended)), 403)));
    }

    @TestFactory
    Stream<DynamicTest> whatChangesTheRecordIsNotForReadersAndLinks() {
        return guarded()
                .filter(one -> access(one) == Access.EDIT)
                .flatMap(one -> Stream.of(reader, link)
                        .map(token -> named(one, () -> answered(one, fresh(bearer(token)), 403))));
    }

    @TestFactory
    Stream<DynamicTest> readersAndLinksReadWhatTheyMay() {
        String password =
                "Basic " + Base64.getEncoder().encodeToString(("anybody:" + reader).getBytes(StandardCharsets.UTF_8));
        return guarded()
                .filter(one -> access(one) == Access.READ)
                .filter(one -> first(one).path().isEmpty())
                .flatMap(one -> Stream.of("Bearer " + reader, "Bearer " + link, password)
                        .map(token -> named(one, () -> {
                            Example example = first(one);
                            Answer answer = contract.send(contract.filled(example), fresh(Map.of(TOKEN, token)));
                            assertThat(answer.status()).as(answer.body()).isEqualTo(example.status());
                            assertThat(contract.complaints(one, answer)).isEmpty();
                        })));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsAnsweredToAnEditorAsDescribed() {
        return contract.examples()
                .map(example -> DynamicTest.dynamicTest(example.name(), () -> {
                    DemoDesk.settle(server);
                    Answer answer = contract.send(contract.filled(example));
                    assertThat(answer.status()).as(answer.body()).isEqualTo(example.status());
                    assertThat(contract.complaints(example.operation(), answer)).isEmpty();
                }));
    }

    @Test
    void allThatIsNotForAnybodySaysWhatOthersAreAnswered() {
        Set<String> silent = new TreeSet<>();
        guarded().filter(one -> !one.responses().keySet().containsAll(STATUSES)).forEach(one -> silent.add(one.name()));
        assertThat(silent).isEmpty();
        assertThat(List.of("GET /health", "GET /openapi.yaml"))
                .allMatch(name -> contract.operation(name).security().isEmpty());
    }
}
