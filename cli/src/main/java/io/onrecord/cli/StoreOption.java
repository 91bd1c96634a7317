package io.onrecord.cli;

import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which store a command works on: the one option of all of them, and one default. */
final class StoreOption {

    /** In the folder where the command runs. */
    static final String DEFAULT = "onrecord.db";

    private static final String VARIABLE = "ONRECORD_STORE";

    @Option(
            names = "--store",
            paramLabel = "FILE|URL",
            description = "The store: a file (SQLite), or jdbc:postgresql://HOST/DATABASE (" + DEFAULT
                    + " in this folder, or what " + VARIABLE + " names).")
    private Optional<String> told = Optional.empty();

    /** Whether somebody said which; else it is the default. */
    boolean isTold() {
        return told.isPresent() || fromEnvironment().isPresent();
    }

    /** Whether the command line says which. */
    boolean isNamed() {
        return told.isPresent();
    }

    /** The address as a person may see it, without what follows a question mark: there may be a password. */
    String shown() {
        return shown(address());
    }

    static String shown(String address) {
        int query = address.startsWith("jdbc:") ? address.indexOf('?') : -1;
        return Sanitized.line(query < 0 ? address : address.substring(0, query));
    }

    /** The file, where the store is one. */
    Optional<Path> file() {
        try {
            return address().startsWith("jdbc:") ? Optional.empty() : Optional.of(Path.of(address()));
        } catch (InvalidPathException e) {
            // Said when it is opened.
            return Optional.empty();
        }
    }

    String address() {
        return told.or(StoreOption::fromEnvironment).orElse(DEFAULT);
    }

    private static Optional<String> fromEnvironment() {
        return Optional.ofNullable(System.getenv(VARIABLE)).filter(value -> !value.isBlank());
    }

    /**
     * Opens a store that is there.
     *
     * @throws CommandException if there is none, or it cannot be opened
     */
    Store open() {
        if (file().filter(Files::notExists).isPresent()) {
            throw new CommandException("there is no store " + shown() + ": 'onrecord read FILE"
                    + (isTold() ? " --store " + shown() : "")
                    + "' makes it, or name another with --store");
        }
        return make();
    }

    /**
     * Opens a store, which is made where there is none.
     *
     * @throws CommandException if it cannot be opened or made
     */
    Store make() {
        try {
            return Store.open(address());
        } catch (StoreException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }
}
