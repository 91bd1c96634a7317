package io.onrecord.cli;

import io.onrecord.claims.Constraint;
import io.onrecord.claims.Proposition;
import io.onrecord.memory.Identifying;
import io.onrecord.memory.ProgressListener;
import io.onrecord.speakers.Decision;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says that two are one, or that they are not: {@code merge} and {@code split}, of speakers or of claims. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        synopsisSubcommandLabel = "speakers|claims")
final class DecideCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** @param merge whether it joins */
    static CommandLine line(Console console, boolean merge) {
        CommandLine line = new CommandLine(new DecideCommand())
                .addSubcommand("speakers", new Speakers(console, merge))
                .addSubcommand("claims", new Claims(console, merge));
        line.getCommandSpec().name(merge ? "merge" : "split");
        line.getCommandSpec()
                .usageMessage()
                .header(
                        merge
                                ? "Say that two speakers are one, or that statements put one claim."
                                : "Say that two speakers are not one, or that statements do not put one claim.")
                .description(
                        "",
                        "What you say wins over what Onrecord found, stays when articles are read again, and is kept with your"
                                + " name and the time. A later word wins over an earlier one.",
                        "")
                .footer(
                        "",
                        "Examples:",
                        merge
                                ? "  onrecord merge speakers \"Ilan Serrat\" \"Serrat@harbour-talks.txt\""
                                : "  onrecord split speakers \"Serrat@harbour-talks.txt\" \"Serrat@opera-walkout.txt\"",
                        merge
                                ? "  onrecord merge claims 3f9a2c1b 77d01e42"
                                : "  onrecord split claims 3f9a2c1b 77d01e42");
        line.getSubcommands()
                .forEach((name, sub) -> sub.getCommandSpec().usageMessage().header(header(merge, name)));
        return line;
    }

    private static String header(boolean merge, String what) {
        if (what.equals("speakers")) {
            return merge ? "Say that speakers are one." : "Say that two speakers are not one.";
        }
        return merge ? "Say that statements put one claim." : "Say that two statements do not put one claim.";
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say of what: speakers or claims");
    }

    /** Of speakers. */
    @Command(mixinStandardHelpOptions = true, versionProvider = VersionText.class)
    private static final class Speakers implements Callable<Integer> {

        private final Console console;
        private final boolean merge;

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Parameters(
                paramLabel = "SPEAKER",
                arity = "2..*",
                description =
                        "A name that one alone has, NAME@ARTICLE (the end of its address will do), or the id of an"
                                + " identity.")
        @SuppressWarnings("NullAway.Init")
        private List<String> named;

        @Mixin
        private final Authors authors = new Authors();

        @Mixin
        private final StoreOption stored = new StoreOption();

        Speakers(Console console, boolean merge) {
            this.console = console;
            this.merge = merge;
        }

        @Override
        public Integer call() {
            if (!merge && named.size() > 2) {
                throw new ParameterException(spec.commandLine(), "split takes two speakers, not " + named.size());
            }
            try (Store store = stored.open()) {
                new Identifying().run(store, ProgressListener.NONE);
                SpeakerArgument argument = new SpeakerArgument(store);
                List<SpeakerArgument.Meant> meant = new ArrayList<>();
                named.forEach(name -> meant.add(argument.find(name, !merge)));
                decide(store, meant);
                new Identifying().run(store, ProgressListener.NONE);
                meant.forEach(one -> console.write(line(store, one) + "\n"));
                return ExitCode.OK;
            } catch (StoreException e) {
                throw new CommandException(String.valueOf(e.getMessage()), e);
            }
        }

        private void decide(Store store, List<SpeakerArgument.Meant> meant) {
            Decision.Anchor first = meant.get(0).anchor();
            for (SpeakerArgument.Meant other : meant.subList(1, meant.size())) {
                if (other.anchor().equals(first)) {
                    throw new CommandException("'" + Chosen.shown(meant.get(0).named()) + "' and '"
                            + Chosen.shown(other.named()) + "' are one already: both are "
                            + Sanitized.line(first.name()));
                }
            }
            for (SpeakerArgument.Meant other : meant.subList(1, meant.size())) {
                store.decide(
                        merge ? Decision.merge(first, other.anchor()) : Decision.split(first, other.anchor()),
                        authors.author());
            }
        }

        /** Who a speaker is now. */
        private static String line(Store store, SpeakerArgument.Meant meant) {
            return store.surroundings(meant.anchor().articleId())
                    .flatMap(surroundings -> store.get(meant.anchor().articleId()).stream()
                            .flatMap(record -> record.speakers().stream())
                            .filter(speaker ->
                                    speaker.name().equals(meant.anchor().name()))
                            .flatMap(speaker ->
                                    java.util.Optional.ofNullable(
                                            surroundings.identities().get(speaker.id()))
                                            .stream())
                            .findFirst())
                    .map(known ->
                            Sanitized.line(meant.named()) + " is " + known.id() + " " + Sanitized.line(known.name()))
                    .orElse(Sanitized.line(meant.named()) + " is nobody any more");
        }
    }

    /** Of claims. */
    @Command(mixinStandardHelpOptions = true, versionProvider = VersionText.class)
    private static final class Claims implements Callable<Integer> {

        private final Console console;
        private final boolean merge;

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Parameters(
                paramLabel = "STATEMENT",
                arity = "2..*",
                description =
                        "Statements that put the claims, or (merge) claims: ids or the first digits of them, or ADDRESS:NUMBER as 'onrecord"
                                + " read' lists them.")
        @SuppressWarnings("NullAway.Init")
        private List<String> named;

        @Mixin
        private final Authors authors = new Authors();

        @Mixin
        private final StoreOption stored = new StoreOption();

        Claims(Console console, boolean merge) {
            this.console = console;
            this.merge = merge;
        }

        @Override
        public Integer call() {
            if (!merge && named.size() > 2) {
                throw new ParameterException(spec.commandLine(), "split takes two statements, not " + named.size());
            }
            try (Store store = stored.open()) {
                UpToDate.bring(store, console);
                List<List<String>> found =
                        named.stream().map(name -> propositions(store, name)).toList();
                if (found.subList(1, found.size()).contains(found.get(0))) {
                    throw new CommandException("'" + Chosen.shown(named.get(0)) + "' is named twice");
                }
                // All that a claim has, so that nothing falls out of it when it has become another.
                List<String> all =
                        found.stream().flatMap(List::stream).distinct().toList();
                Constraint.Kind kind = merge ? Constraint.Kind.MERGE : Constraint.Kind.SPLIT;
                store.decide(
                        all.subList(1, all.size()).stream()
                                .map(other -> new Constraint(kind, all.get(0), other))
                                .toList(),
                        authors.author());
                UpToDate.bring(store, console);
                for (int i = 0; i < found.size(); i++) {
                    console.write(Sanitized.line(named.get(i)) + " puts "
                            + claim(store, found.get(i).get(0)) + "\n");
                }
                return ExitCode.OK;
            } catch (StoreException e) {
                throw new CommandException(String.valueOf(e.getMessage()), e);
            }
        }

        /** What a person names: to merge, a claim by its id will do; a split is between two statements of one. */
        private List<String> propositions(Store store, String name) {
            if (merge && name.matches("[0-9a-f]{6,32}")) {
                List<String> claims = store.claimsNamed(name);
                if (claims.size() == 1) {
                    List<Proposition> told = store.propositions(claims.get(0));
                    if (!told.isEmpty()) {
                        return told.stream().map(Proposition::id).toList();
                    }
                }
            }
            return List.of(new Chosen(store).statement(name).statementId());
        }

        private static String claim(Store store, String statementId) {
            return store.claimsOf(List.of(statementId)).stream()
                    .findFirst()
                    .map(claim -> "the claim " + claim.id() + " of "
                            + (claim.statements() == 1 ? "1 statement" : claim.statements() + " statements"))
                    .orElse("no claim");
        }
    }
}
