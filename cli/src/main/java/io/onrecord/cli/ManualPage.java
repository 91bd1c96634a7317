package io.onrecord.cli;

import io.onrecord.Version;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** A command's help as a page of the manual: the language of man(7), which every Unix formats. */
final class ManualPage {

    private static final int DESCRIPTION = 4;

    private final StringBuilder out = new StringBuilder();
    private final CommandSpec spec;
    private final UsageMessageSpec usage;
    private final Help help;

    private ManualPage(CommandLine command) {
        this.spec = command.getCommandSpec();
        this.usage = spec.usageMessage();
        this.help = new Help(spec, Help.defaultColorScheme(Ansi.OFF));
    }

    /** The name of the page of a command, such as {@code onrecord-read}. */
    static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName("-");
    }

    /** The page. */
    static String of(CommandLine command) {
        return new ManualPage(command).write();
    }

    private String write() {
        String name = spec.qualifiedName("-");
        line(".TH " + quoted(name.toUpperCase(Locale.ROOT)) + " \"1\" \"\" " + quoted("Onrecord " + Version.current())
                + " \"Onrecord\"");
        section("NAME");
        text(name + " - " + String.join(" ", usage.header()));
        section("SYNOPSIS");
        asItIs(List.of(help.synopsis(0).strip().split("\\R", -1)));
        if (hasText(usage.description())) {
            section("DESCRIPTION");
            paragraphs(usage.description());
        }
        arguments();
        commands();
        if (!usage.exitCodeList().isEmpty()) {
            section("EXIT STATUS");
            usage.exitCodeList().forEach((code, what) -> item(code, List.of(what)));
        }
        if (hasText(usage.footer())) {
            section("EXAMPLES AND NOTES");
            asItIs(Arrays.asList(usage.footer()));
        }
        if (spec.parent() != null) {
            section("SEE ALSO");
            text(spec.parent().qualifiedName("-") + "(1)");
        }
        return out.toString();
    }

    private void arguments() {
        Help.IParamLabelRenderer labels = help.parameterLabelRenderer();
        if (!spec.positionalParameters().isEmpty()) {
            section("ARGUMENTS");
            Help.IParameterRenderer renderer = help.createDefaultParameterRenderer();
            spec.positionalParameters().stream().filter(one -> !one.hidden()).forEach(one -> {
                Text[][] rows = renderer.render(one, labels, help.colorScheme());
                item(labels.renderParameterLabel(one, Ansi.OFF, List.of()).toString(), descriptions(rows));
            });
        }
        section("OPTIONS");
        Help.IOptionRenderer renderer = help.createDefaultOptionRenderer();
        spec.options().stream().filter(one -> !one.hidden()).forEach(one -> {
            Text[][] rows = renderer.render(one, labels, help.colorScheme());
            String label = labels.renderParameterLabel(one, Ansi.OFF, List.of()).toString();
            item(String.join(", ", one.names()) + label, descriptions(rows));
        });
    }

    private static List<String> descriptions(Text[][] rows) {
        return Arrays.stream(rows).map(row -> row[DESCRIPTION].toString()).toList();
    }

    private void commands() {
        Map<String, CommandLine> commands = spec.subcommands();
        if (commands.isEmpty()) {
            return;
        }
        section("COMMANDS");
        commands.forEach((name, command) -> item(
                name,
                List.of(String.join(" ", command.getCommandSpec().usageMessage().header()))));
    }

    private static boolean hasText(String... lines) {
        return Arrays.stream(lines).anyMatch(line -> !line.isBlank());
    }

    private void section(String title) {
        line(".SH " + title);
    }

    private void paragraphs(String... lines) {
        for (String one : lines) {
            if (one.isBlank()) {
                line(".PP");
            } else {
                text(one);
            }
        }
    }

    private void item(String term, List<String> lines) {
        line(".TP");
        text(term);
        text(lines.stream().filter(one -> !one.isBlank()).collect(Collectors.joining(" ")));
    }

    /** Lines that are not filled. */
    private void asItIs(List<String> lines) {
        line(".nf");
        lines.stream().dropWhile(String::isBlank).forEach(this::text);
        line(".fi");
    }

    /** Running text; what man(7) would take for its own is none of it. */
    private void text(String words) {
        for (String one : words.split("\\R", -1)) {
            String safe = escaped(one);
            line(safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe);
        }
    }

    /** Formatters read bytes, and take a character beyond ASCII by its number alone. */
    private static String escaped(String line) {
        StringBuilder safe = new StringBuilder();
        line.codePoints().forEach(one -> {
            switch (one) {
                case '\\' -> safe.append("\\e");
                case '-' -> safe.append("\\-");
                default -> {
                    if (one < 128) {
                        safe.appendCodePoint(one);
                    } else {
                        safe.append(String.format(Locale.ROOT, "\\[u%04X]", one));
                    }
                }
            }
        });
        return safe.toString();
    }

    private static String quoted(String word) {
        return '"' + word.replace("-", "\\-") + '"';
    }

    private void line(String line) {
        out.append(line).append('\n');
    }
}
