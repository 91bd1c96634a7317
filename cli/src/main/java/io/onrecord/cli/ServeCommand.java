package io.onrecord.cli;

import io.onrecord.server.Server;
import io.onrecord.server.ServerOptions;
import io.onrecord.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The record in a browser, and over HTTP. */
@Command(
        name = "serve",
        header = "Open the desk: the record in a browser, and over HTTP.",
        description = {
            "",
            "Serves the record at an address of this machine, which only its own programs reach. While the store is empty,"
                    + " made-up articles are shown.",
            "",
            "With --shared people say who they are, each with a token of 'onrecord users add'; only then the desk listens"
                    + " beyond this machine. It speaks plain HTTP: let a proxy speak HTTPS before it, as its page in the"
                    + " docs shows.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {"", "Examples:", "  onrecord serve", "  onrecord serve --shared --name desk.example --behind-proxy"})
final class ServeCommand implements Callable<Integer> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+]");

    private final Console console;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "4180",
            description = "Port to listen at (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address of this machine to listen at (${DEFAULT-VALUE}); 0.0.0.0 for all.")
    private String host = "";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "How browsers call the desk, such as desk.example; repeatable. Called anything else, it does"
                    + " not answer.")
    private List<String> names = List.of();

    @Option(names = "--shared", description = "Only for those who have a token.")
    private boolean shared;

    @Option(
            names = "--behind-proxy",
            description = "A proxy is before it, and says who asks (X-Forwarded-For) and by what (X-Forwarded-Proto)."
                    + " Never where people reach the desk without it.")
    private boolean behindProxy;

    @Option(
            names = "--access-log",
            description = "Print a line about each request: its path, without what follows a question mark.")
    private boolean accessLog;

    @Option(
            names = "--log",
            paramLabel = "FORM",
            defaultValue = "text",
            description = "How lines on standard error are written: text, or json with an object a line for programs"
                    + " (${DEFAULT-VALUE}). No text of an article and no token is ever in them.")
    private DeskLog.Form log = DeskLog.Form.text;

    @Option(names = "--no-demo", description = "Show no made-up articles while the store is empty.")
    private boolean noDemo;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        DeskLog lines = new DeskLog(console, log, Clock.systemUTC());
        ServerOptions options = options(lines);
        CountDownLatch ended = new CountDownLatch(1);
        try (Server server = Server.start(options, lines::problem)) {
            lines.event("the desk is open at " + server.address() + " (Ctrl-C closes it)");
            Thread closing = new Thread(() -> close(server, lines, ended));
            Runtime.getRuntime().addShutdownHook(closing);
            ended.await();
            return ExitCode.OK;
        } catch (IOException | StoreException e) {
            lines.failure(String.valueOf(e.getMessage()));
            return ExitCode.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.OK;
        }
    }

    private static void close(Server server, DeskLog lines, CountDownLatch ended) {
        server.close();
        lines.event("the desk is closed");
        ended.countDown();
    }

    private ServerOptions options(DeskLog lines) {
        names.stream().filter(name -> !NAME.matcher(name).matches()).findFirst().ifPresent(name -> {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--name': a name without port or path, such as desk.example, not '"
                            + Chosen.shown(name) + "'");
        });
        if (port < 0 || port > 65_535) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--port': from 1 to 65535, not " + port);
        }
        if (behindProxy && !shared) {
            throw new ParameterException(spec.commandLine(), "--behind-proxy goes with --shared");
        }
        ServerOptions options =
                ServerOptions.local(store.address()).withPort(port).withHost(host, Set.copyOf(names));
        if (shared) {
            options = options.withSharing(new ServerOptions.Sharing(behindProxy));
        }
        if (accessLog) {
            options = options.withRequests(lines::request);
        }
        return noDemo ? options : options.withDemo(demo());
    }

    /** Among what can be made anew, one for each version. */
    private static Path demo() {
        String version = Optional.ofNullable(ServeCommand.class.getPackage().getImplementationVersion())
                .orElse("dev");
        Optional<String> told =
                Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).filter(value -> !value.isBlank());
        Path cache = told.map(Path::of).orElseGet(() -> Path.of(System.getProperty("user.home", "."), ".cache"));
        return cache.resolve("onrecord").resolve("demo-" + version + ".db");
    }
}
