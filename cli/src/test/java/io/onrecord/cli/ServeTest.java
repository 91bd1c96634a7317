package io.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may use a shared desk, and how it is opened and closed. */
class ServeTest {

    @TempDir
    private Path folder;

    private Path store() {
        return folder.resolve("onrecord.db");
    }

    private Run users(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("users"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--store", store()));
        return Run.of(all.toArray());
    }

    @Test
    void aUserIsAddedWithATokenThatIsShownOnce() {
        Run added = users("add", "Mara Oldin", "--role", "editor");
        assertThat(added.code()).isZero();
        assertThat(added.out()).matches("onrecord_user_[A-Za-z0-9_-]{43}\n");
        assertThat(added.err()).contains("the token of Mara Oldin (editor)", "this once only");
        Run list = users("list");
        assertThat(list.out())
                .matches("user\tMara Oldin\teditor\t[A-Za-z0-9_-]{8}…\tnever seen\n")
                .doesNotContain(added.out().strip());

        Run again = users("add", "Mara Oldin");
        assertThat(again.code()).isEqualTo(ExitCode.FAILED);
        assertThat(again.err()).contains("there is a user Mara Oldin already", "--replace");
        Run replaced = users("add", "Mara Oldin", "--replace");
        assertThat(replaced.out()).isNotEqualTo(added.out());
        assertThat(users("list").out()).contains("\treader\t");

        assertThat(users("remove", "Mara Oldin").code()).isZero();
        assertThat(users("remove", "Mara Oldin").err()).contains("there is no user or link Mara Oldin");
        assertThat(users("list").err()).contains("nobody yet");
        assertThat(users("add", "Mara Oldin", "--replace").err()).contains("there is no user Mara Oldin");
    }

    @Test
    void aPortThatNoMachineHasIsAMistakeOfTheCommandLine() {
        for (int port : new int[] {-1, 70_000}) {
            Run run = Run.of("serve", "--store", store(), "--port", port);
            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("Invalid value for option '--port': from 1 to 65535, not " + port);
        }
    }

    @Test
    void aLinkHasItsTokenBehindTheHash() {
        Run made = users(
                "link",
                "--only",
                "https://desk.example/claims/0a1b2c?x=1",
                "--days",
                "7",
                "--desk",
                "https://desk.example/",
                "--author",
                "Ilan Serrat");
        assertThat(made.out()).matches("https://desk\\.example/link#onrecord_link_[A-Za-z0-9_-]{43}\n");
        assertThat(made.err()).contains("can read one page for 7 days");
        String line = users("list").out();
        assertThat(line).contains("\t/claims/0a1b2c\tuntil ", "made by Ilan Serrat", "never seen");
        String prefix = line.split("\t", -1)[1];
        assertThat(users("remove", prefix).code()).isZero();
        assertThat(users("list").out()).isEmpty();
    }

    @Test
    void aSlipGetsALine() {
        assertThat(users("link", "--only", "/").err()).contains("a link opens all, or the page of");
        assertThat(users("link", "--days", "0").code()).isEqualTo(ExitCode.USAGE);
        assertThat(users("link", "--desk", "desk.example/x").err()).contains("--desk");
        assertThat(users("add", "\u0007").err()).contains("a name has 1 to 80 characters");
        assertThat(users("add", "Mara Oldin", "--role", "owner").err())
                .contains("--role", "'onrecord users add --help' lists the options");
        assertThat(Run.of("users").err()).contains("add, list, remove or link");
        assertThat(Run.of("serve", "--name", "https://desk.example", "--store", store())
                        .err())
                .contains("a name without port or path");
        assertThat(Run.of("serve", "--behind-proxy", "--store", store()).err()).contains("goes with --shared");
    }

    @Test
    void beyondThisMachineNobodyIsServedWhoHasNoToken() {
        Run open = Run.of("serve", "--host", "0.0.0.0", "--name", "desk.example", "--port", 0, "--store", store());
        assertThat(open.code()).isEqualTo(ExitCode.FAILED);
        assertThat(open.err()).contains("only where people have to say who they are", "--shared");
        Run nobody = Run.of("serve", "--shared", "--no-demo", "--port", 0, "--store", store());
        assertThat(nobody.code()).isEqualTo(ExitCode.FAILED);
        assertThat(nobody.err()).startsWith("onrecord: ").contains("onrecord users add");
        Run program = Run.of("serve", "--shared", "--no-demo", "--port", 0, "--store", store(), "--log", "json");
        assertThat(program.code()).isEqualTo(ExitCode.FAILED);
        assertThat(program.err())
                .matches(
                        "\\{\"time\":\"[-0-9T:.]+Z\",\"level\":\"error\",\"kind\":\"desk\",\"message\":\"nobody could .*}\n");
    }

    @Test
    void aDeskThatIsToldToEndEndsInOrderAndItsLinesHoldNoTokens() throws Exception {
        String token = users("add", "Mara Oldin").out().strip();
        List<String> lines = served(token, "--access-log");
        assertThat(lines).anyMatch(line -> line.contains("GET / 401"));
        assertThat(lines).anyMatch(line -> line.contains("GET / 200"));
        assertThat(lines).noneMatch(line -> line.contains("secret") || line.contains(token));
        assertThat(lines).last().asString().contains("the desk is closed");
    }

    @Test
    void programsGetLinesOfJsonThatHoldNoTokens() throws Exception {
        String token = users("add", "Mara Oldin").out().strip();
        List<String> lines = served(token, "--access-log", "--log", "json");
        assertThat(lines)
                .hasSizeGreaterThan(3)
                .allSatisfy(line -> assertThat(line)
                        .matches("\\{\"time\":\"20[-0-9T:.]+Z\",\"level\":\"(info|warning)\",\"kind\":\"[a-z]+\",.*}"))
                .noneMatch(line -> line.contains("secret") || line.contains(token));
        assertThat(lines)
                .anyMatch(
                        line -> line.contains("\"kind\":\"desk\",\"message\":\"the desk is open at http://127.0.0.1:"))
                .anyMatch(line ->
                        line.contains("\"method\":\"GET\",\"path\":\"/\",\"route\":\"/\",\"status\":401,\"ms\":"));
        assertThat(lines).last().asString().contains("\"message\":\"the desk is closed\"");
    }

    /** What a shared desk of a process of its own says, asked twice and then told to end. */
    private List<String> served(String token, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.onrecord.cli.Main",
                "serve",
                "--shared",
                "--no-demo",
                "--port",
                "0",
                "--store",
                store().toString()));
        if (Runtime.version().feature() >= 24) {
            // Else Java warns of SQLite's library among the lines.
            command.add(1, "--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of(more));
        Process desk = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader err =
                new BufferedReader(new InputStreamReader(desk.getErrorStream(), StandardCharsets.UTF_8))) {
            String open = "";
            while (!open.contains("the desk is open at ")) {
                open = Optional.ofNullable(err.readLine())
                        .orElseThrow(() -> new IOException("the desk did not open: " + lines));
                lines.add(open);
            }
            String address = open.replaceAll(".*open at (\\S+).*", "$1");
            assertThat(status(address + "?q=secret", Optional.empty())).isEqualTo(401);
            assertThat(status(address, Optional.of(token))).isEqualTo(200);
            // Not through the process, which closes what it says.
            desk.toHandle().destroy();
            err.lines().forEach(lines::add);
            desk.waitFor();
        } finally {
            desk.destroyForcibly();
        }
        return lines;
    }

    private static int status(String address, Optional<String> token) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address).toURL().openConnection();
        token.ifPresent(words -> connection.setRequestProperty("Authorization", "Bearer " + words));
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
