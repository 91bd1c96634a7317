package io.onrecord.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what is installed, what is wrong, and what to do. */
@Command(
        name = "doctor",
        header = "Say what is installed here, what is wrong, and what to do about it.",
        description = {
            "",
            "Looks at Java, memory, the folder for temporary files, the networks that ship, the libraries that are not Java,"
                    + " reads a made-up article, and looks at the store, its disk and the desk's port. Nothing is changed, and"
                    + " nothing goes over a network but to a database that --store names.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing is wrong (warnings there may be)",
            "1:something is wrong",
            "2:the command line was wrong"
        },
        footer = {"", "Examples:", "  onrecord doctor", "  onrecord doctor --store newsroom.db --json"})
final class DoctorCommand implements Callable<Integer> {

    /** No port of a machine has a higher number. */
    static final int LAST_PORT = 65_535;

    private final Console console;

    @Mixin
    private final StoreOption stored = new StoreOption();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "4180",
            description = "Port that the desk is to have (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--quick",
            description = "Of the store look only at what the database says of itself, not at each record.")
    private boolean quick;

    @Option(
            names = "--json",
            description = "Print a JSON object a line: about, state (good, warning, bad), what, todo.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (port < 1 || port > LAST_PORT) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--port': ports go from 1 to " + LAST_PORT + ", not " + port);
        }
        List<Finding> findings = new ArrayList<>();
        List<Examining> all = new ArrayList<>(Installation.examinings());
        all.addAll(new Surroundings(stored, port, !quick).examinings());
        for (Examining one : all) {
            Finding finding = one.safely();
            findings.add(finding);
            console.write(json ? finding.json() : finding.text());
        }
        long bad = findings.stream().filter(Finding::isBad).count();
        if (!json) {
            console.say(bad == 0 ? "nothing is wrong" : bad == 1 ? "one thing is wrong" : bad + " things are wrong");
        }
        return bad == 0 ? ExitCode.OK : ExitCode.FAILED;
    }
}
