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
    void the_overview_is_the_golden_one() throws IOException {
        Golden.holds("help.txt", Run.of("--help").out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "text", "evaluate"})
    void the_help_of_a_command_is_the_golden_one(String command) throws IOException {
        Run help = Run.of(command, "--help");
        assertThat(help.code()).isZero();
        assertThat(Run.of("help", command).out()).isEqualTo(help.out());
        Golden.holds("help-" + command + ".txt", help.out());
    }

    @Test
    void the_version_is_the_build_s() {
        assertThat(Run.of("--version").out()).matches("onrecord \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\n");
    }

    @Test
    void every_option_of_read_stands_in_the_readme() throws IOException {
        String readme = Files.readString(Run.root().resolve("README.md"));
        Console console = new Console(System.in, System.out, System.err, false, false, 80);
        CommandLine read =
                Objects.requireNonNull(Cli.commandLine(console).getSubcommands().get("read"));
        List<String> undocumented = read.getCommandSpec().options().stream()
                .map(option -> option.longestName())
                .filter(name -> !List.of("--help", "--version", "--verbose", "--quiet", "--color")
                        .contains(name))
                .filter(name -> !readme.contains(name))
                .toList();
        assertThat(undocumented).isEmpty();
    }

    @Test
    void a_completion_script_knows_the_commands_and_options() {
        Run completion = Run.of("completion");
        assertThat(completion.code()).isZero();
        assertThat(completion.out()).contains("complete -F _complete_onrecord", "--with-text", "evaluate");
    }

    @Test
    void no_command_is_a_usage_error() {
        Run run = Run.of();
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Name a command").contains("Usage: onrecord");
    }

    @Test
    void a_slip_in_an_option_names_the_nearest() {
        Run run = Run.of("read", "--whit-text", "x.txt");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--whit-text").contains("--with-text");
    }

    @Test
    void no_input_is_a_usage_error() {
        Run run = Run.of("read");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("FILE");
    }
}
