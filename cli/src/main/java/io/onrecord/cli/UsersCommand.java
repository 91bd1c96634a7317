package io.onrecord.cli;

import io.onrecord.server.access.Accounts;
import io.onrecord.store.DeskLink;
import io.onrecord.store.DeskRole;
import io.onrecord.store.DeskUser;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who may use a shared desk. */
@Command(
        name = "users",
        header = "Say who may use a shared desk: give out tokens, and links for reading.",
        description = {
            "",
            "Of a token only a digest is kept: it is shown once, when it is made. Whom you remove is out at once, also while"
                    + " the desk is open; what they put right stays.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {
            "",
            "Examples:",
            "  onrecord users add \"Mara Oldin\" --role editor",
            "  onrecord users link --only /claims/0a1b2c --days 7 --desk https://desk.example",
            "  onrecord users remove \"Mara Oldin\""
        })
final class UsersCommand implements Runnable {

    /** What somebody may do, as it is spelled here. */
    enum Role {
        reader(DeskRole.READER),
        editor(DeskRole.EDITOR);

        private final DeskRole role;

        Role(DeskRole role) {
            this.role = role;
        }
    }

    private static final Pattern ADDRESS = Pattern.compile("https?://[^/?#\\s]+");

    private final Console console;
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    UsersCommand(Console console) {
        this(console, Clock.systemUTC());
    }

    UsersCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: add, list, remove or link");
    }

    @Command(
            name = "add",
            header = "Add a user, and print the token.",
            mixinStandardHelpOptions = true,
            versionProvider = VersionText.class)
    int add(
            @Parameters(paramLabel = "NAME", description = "As it stands beside what this user puts right.")
                    String name,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            defaultValue = "reader",
                            description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}). Editors add articles and put"
                                    + " things right.")
                    Role role,
            @Option(
                            names = "--replace",
                            description = "The user is there: give another token, and this role. The old one ends.")
                    boolean replace,
            @Mixin StoreOption stored) {
        Optional<String> token = in(
                stored.make(), accounts -> replace ? accounts.renew(name, role.role) : accounts.add(name, role.role));
        if (token.isEmpty()) {
            throw new CommandException(
                    replace
                            ? "there is no user " + Chosen.shown(name) + ": leave --replace out to add one"
                            : "there is a user " + Chosen.shown(name)
                                    + " already: --replace gives another token, or choose another name");
        }
        console.say("onrecord: the token of " + name.strip() + " (" + role + ") follows; it is shown this once only");
        console.write(token.get() + "\n");
        return ExitCode.OK;
    }

    @Command(
            name = "list",
            header = "Print users and links, and when they were last seen.",
            mixinStandardHelpOptions = true,
            versionProvider = VersionText.class)
    int list(@Mixin StoreOption stored) {
        Instant now = clock.instant();
        String lines = in(stored.open(), accounts -> {
            StringBuilder out = new StringBuilder();
            accounts.users().forEach(user -> out.append(line(user)));
            accounts.links().forEach(link -> out.append(line(link, now)));
            return out.toString();
        });
        if (lines.isEmpty()) {
            console.say("onrecord: nobody yet: 'onrecord users add NAME' adds a user");
        } else {
            console.write(lines);
        }
        return ExitCode.OK;
    }

    private static String line(DeskUser user) {
        return String.join(
                        "\t",
                        "user",
                        Sanitized.line(user.name()),
                        user.role().name().toLowerCase(Locale.ROOT),
                        user.prefix() + "…",
                        seen(user.usedAt()))
                + "\n";
    }

    private static String line(DeskLink link, Instant now) {
        String until = link.expiresAt().isAfter(now) ? "until " : "ended ";
        return String.join(
                        "\t",
                        "link",
                        link.prefix(),
                        link.opens().orElse("all"),
                        until + link.expiresAt(),
                        seen(link.usedAt()),
                        "made by " + Sanitized.line(link.author()))
                + "\n";
    }

    private static String seen(Optional<Instant> at) {
        return at.map(time -> "last seen " + time).orElse("never seen");
    }

    @Command(
            name = "remove",
            header = "Remove a user or a link; sessions end at once.",
            mixinStandardHelpOptions = true,
            versionProvider = VersionText.class)
    int remove(
            @Parameters(paramLabel = "NAME|LINK", description = "A user, or a link by what 'users list' shows of it.")
                    String name,
            @Mixin StoreOption stored) {
        boolean removed = in(stored.open(), accounts -> accounts.remove(name) || accounts.removeLink(name));
        if (!removed) {
            throw new CommandException(
                    "there is no user or link " + Chosen.shown(name) + ": 'onrecord users list' shows them");
        }
        console.say("onrecord: removed " + Chosen.shown(name));
        return ExitCode.OK;
    }

    @Command(
            name = "link",
            header = "Print a link that lets anybody read who has it.",
            mixinStandardHelpOptions = true,
            versionProvider = VersionText.class)
    int link(
            @Option(
                            names = "--only",
                            paramLabel = "PAGE",
                            description = "Opens one page and what lies below: an address of the desk, such as"
                                    + " /articles/ID or /claims/ID (opens all).")
                    Optional<String> only,
            @Option(
                            names = "--days",
                            paramLabel = "N",
                            defaultValue = "30",
                            description = "Ends after so many days, 1 to 366 (${DEFAULT-VALUE}).")
                    int days,
            @Option(
                            names = "--desk",
                            paramLabel = "ADDRESS",
                            defaultValue = "http://localhost:4180",
                            description = "Where the desk is, as its readers call it (${DEFAULT-VALUE}).")
                    String desk,
            @Option(names = "--author", paramLabel = "NAME", description = "Who makes it (whoever is logged in).")
                    Optional<String> author,
            @Mixin StoreOption stored) {
        if (days < 1 || days > 366) {
            throw misused("Invalid value for option '--days': 1 to 366, not " + days);
        }
        String address = desk.endsWith("/") ? desk.substring(0, desk.length() - 1) : desk;
        if (!ADDRESS.matcher(address).matches()) {
            throw misused("Invalid value for option '--desk': an address without a path, such as"
                    + " https://desk.example, not '" + Chosen.shown(desk) + "'");
        }
        String maker = author.or(() -> Optional.ofNullable(System.getProperty("user.name")))
                .filter(name -> !name.isBlank())
                .orElse("somebody");
        String token = in(
                stored.make(),
                accounts -> accounts.link(only, maker, clock.instant().plus(Duration.ofDays(days))));
        console.say("onrecord: whoever has this link can read "
                + only.map(page -> "one page").orElse("all") + " for " + (days == 1 ? "a day" : days + " days")
                + "; it is shown this once only");
        console.write(address + "/link#" + token + "\n");
        return ExitCode.OK;
    }

    private ParameterException misused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static <T> T in(Store opened, Function<Accounts, T> work) {
        try (Store store = opened) {
            return work.apply(new Accounts(store));
        } catch (StoreException | IllegalArgumentException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }
}
