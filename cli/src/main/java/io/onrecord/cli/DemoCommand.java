package io.onrecord.cli;

import io.onrecord.Onrecord;
import io.onrecord.claims.ClaimSummary;
import io.onrecord.demo.Demo;
import io.onrecord.model.Article;
import io.onrecord.store.ClaimQuery;
import io.onrecord.store.Counts;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A store to try, of articles that ship. */
@Command(
        name = "demo",
        header = "Make a store of made-up articles to try, offline, in seconds.",
        description = {
            "",
            "Reads 46 articles of 25 invented outlets about seven invented events, keeps them in a store of their own,"
                    + " finds copies, claims and disputes, and says what to try.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {"", "Example: onrecord demo"})
final class DemoCommand implements Callable<Integer> {

    /** In the folder where the command runs; never the one that other commands take by themselves. */
    static final String DEFAULT = "demo.db";

    private static final int SHOWN = 5;

    private final Console console;

    @Option(
            names = "--store",
            paramLabel = "FILE|URL",
            defaultValue = DEFAULT,
            description = "Where to keep them: a file, or jdbc:postgresql://HOST/DATABASE (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private String address;

    @Option(names = "--add", description = "Add them to a store that has other articles.")
    private boolean add;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Article> articles = Demo.articles();
        try (Store store = Store.open(address)) {
            checkOthers(store, articles);
            long started = System.nanoTime();
            put(store, articles);
            UpToDate.bring(store, console);
            long seconds = (System.nanoTime() - started) / 1_000_000_000;
            console.write(told(store, articles, seconds));
            return ExitCode.OK;
        } catch (StoreException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The articles of the demo are made up: nobody is to find them among his own by surprise. */
    private void checkOthers(Store store, List<Article> articles) {
        long own = articles.stream()
                .filter(article -> store.versions(article.address()).stream()
                        .anyMatch(kept -> kept.articleId().equals(article.id())))
                .count();
        if (!add && store.counts().articles() > own) {
            throw new CommandException(
                    Sanitized.line(store.name()) + " holds other articles, too: name another file with"
                            + " --store, or say --add to have the made-up ones among them");
        }
    }

    private void put(Store store, List<Article> articles) {
        try (Onrecord onrecord = Onrecord.open()) {
            List<Article> fresh = Demo.missing(store, articles, onrecord);
            if (fresh.isEmpty()) {
                return;
            }
            console.say("onrecord: reading " + fresh.size() + " made-up articles into " + Sanitized.line(store.name()));
            StepProgress progress = new StepProgress(console, true);
            try {
                Demo.put(store, fresh, onrecord, progress);
            } finally {
                progress.clear();
            }
        }
    }

    private String told(Store store, List<Article> articles, long seconds) {
        Counts counts = store.counts();
        Set<String> outlets = new HashSet<>();
        Set<String> copies = new HashSet<>();
        for (Article article : articles) {
            article.metadata().outlet().ifPresent(outlets::add);
            store.origin(article.id()).ifPresent(origin -> copies.add(article.id()));
        }
        StringBuilder out = new StringBuilder();
        Wrapped wrapped = new Wrapped(Math.min(console.width(), 100));
        out.append(wrapped.lines(
                "",
                "",
                counts.articles() + " articles of " + outlets.size() + " outlets (" + copies.size()
                        + " are copies of others), " + counts.statements() + " statements, in " + Math.max(1, seconds)
                        + (seconds > 1 ? " seconds" : " second") + ". All people, places and outlets are invented."));
        out.append("\nThe most disputed claims:\n\n");
        ClaimSheet sheet = new ClaimSheet(Style.of(Style.When.auto, console), wrapped.width());
        int number = 0;
        for (ClaimSummary claim : store.claims(ClaimQuery.all(SHOWN))) {
            out.append(sheet.brief(++number, claim));
        }
        String where = " --store " + quoted(StoreOption.shown(address));
        out.append("\nTry next:\n\n");
        for (String line : List.of(
                "claims bridge inspection" + where,
                "claims --disputed --speaker Pryce" + where,
                "compare --event bridge --outlets Northwire,'The Lantern'" + where,
                "who --about inspection" + where)) {
            out.append("  onrecord ").append(line).append("\n");
        }
        return out.toString();
    }

    private static String quoted(String name) {
        return name.matches("[A-Za-z0-9_./-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
    }
}
