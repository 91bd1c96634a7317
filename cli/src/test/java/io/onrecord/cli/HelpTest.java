package io.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Help is tested product. */
class HelpTest {

    @Test
    void theOverviewIsTheGoldenOne() throws IOException {
        Golden.holds("help.txt", Run.of("--help").out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read",
                "watch",
                "text",
                "copies",
                "who",
                "index",
                "claims",
                "compare",
                "demo",
                "serve",
                "users",
                "evaluate",
                "correct",
                "history",
                "merge",
                "split",
                "reread",
                "forget",
                "training",
                "export",
                "import",
                "manual",
                "backup",
                "restore",
                "doctor"
            })
    void theHelpOfACommandIsTheGoldenOne(String command) throws IOException {
        Run help = Run.of(command, "--help");
        assertThat(help.code()).isZero();
        assertThat(Run.of("help", command).out()).isEqualTo(help.out());
        Golden.holds("help-" + command + ".txt", help.out());
    }

    @Test
    void theVersionIsTheBuildS() {
        assertThat(Run.of("--version").out()).matches("onrecord \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\n");
    }

    @Test
    void everyOptionOfReadStandsInTheReadme() throws IOException {
        String readme = Files.readString(Run.root().resolve("README.md"));
        Console console = new Console(System.in, System.out, System.err, false, false, 80);
        CommandLine read =
                Objects.requireNonNull(Cli.commandLine(console).getSubcommands().get("read"));
        List<String> undocumented = read.getCommandSpec().options().stream()
                .map(option -> option.longestName())
                .filter(name -> !List.of("--help", "--version").contains(name))
                .filter(name -> !readme.contains(name))
                .toList();
        assertThat(undocumented).isEmpty();
    }

    @Test
    void aCompletionScriptKnowsTheCommandsAndOptions() {
        Run completion = Run.of("completion");
        assertThat(completion.code()).isZero();
        assertThat(completion.out()).contains("complete -F _complete_onrecord", "--with-text", "evaluate");
    }

    @Test
    void noCommandIsAUsageError() {
        Run run = Run.of();
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Name a command").contains("Usage: onrecord");
    }

    @Test
    void aSlipInAnOptionNamesTheNearest() {
        Run run = Run.of("read", "--with-txt", "x.txt");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--with-txt").contains("--with-text");
    }

    @Test
    void everyCommandKnowsTheVersion() {
        assertThat(Run.of("read", "--version").out())
                .isEqualTo(Run.of("--version").out());
    }

    @Test
    void aFileMayBeCalledLikeAListOfOptions() {
        Run run = Run.of("read", "@options.txt");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("@options.txt");
    }

    @Test
    void noInputIsAUsageError() {
        Run run = Run.of("read");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("FILE").contains("onrecord help read");
    }
}
