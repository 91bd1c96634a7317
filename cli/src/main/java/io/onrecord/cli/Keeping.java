package io.onrecord.cli;

import io.onrecord.exchange.RecordFormatException;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.model.Producer;
import io.onrecord.store.Put;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Whether records are kept in a store, and which. */
final class Keeping {

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Option(names = "--no-store", description = "Keep nothing: print or write the records, and that is all.")
    private boolean none;

    boolean wanted() {
        return !none;
    }

    /** The file that records are kept in, if any. */
    Optional<Path> file() {
        return none ? Optional.empty() : store.file();
    }

    /** Refuses options that contradict each other. */
    void check() {
        if (none && store.isNamed()) {
            throw new ParameterException(spec.commandLine(), "--store and --no-store contradict each other: give one");
        }
    }

    /**
     * Opens the store, if one is wanted. Where nobody named it, reading does not depend on it: if it cannot be used, that is said,
     * and nothing is kept.
     *
     * @param says takes what is to be said
     * @throws CommandException if a store that somebody named cannot be opened
     */
    Kept open(Consumer<String> says) {
        if (none) {
            return new Kept(Optional.empty(), "", true, says);
        }
        try {
            return new Kept(Optional.of(store.make()), store.shown(), store.isTold(), says);
        } catch (CommandException e) {
            if (store.isTold()) {
                throw e;
            }
            says.accept("nothing is kept: " + e.getMessage() + " (--store names another place, --no-store none)");
            return new Kept(Optional.empty(), "", true, says);
        }
    }

    /** An open store, or none, which keeps nothing. For one thread. */
    static final class Kept implements AutoCloseable {

        private Optional<Store> store;
        private final String name;
        private final boolean needed;
        private final Consumer<String> says;
        private final Map<Put, Long> puts = new EnumMap<>(Put.class);

        private Kept(Optional<Store> store, String name, boolean needed, Consumer<String> says) {
            this.store = store;
            this.name = name;
            this.needed = needed;
            this.says = says;
        }

        /**
         * Keeps a record and then writes it: what a reader has seen is in the store, on the disk. One that cannot be put into
         * words of the format, or kept, is skipped like any other bad input.
         *
         * @throws CommandException if nothing can be kept any more in a store that somebody named
         */
        Outcome<ArticleRecord> writeAfter(ArticleRecord record, RecordOptions.Writer writer, Consumer<String> sink) {
            try {
                String text = writer.of(record);
                put(record);
                sink.accept(text);
                return new Outcome.Kept<>(record);
            } catch (RecordFormatException e) {
                return skipped(record, e);
            } catch (StoreException e) {
                if (e.reason() == StoreException.Reason.UNFIT) {
                    return skipped(record, e);
                }
                throw new CommandException(String.valueOf(e.getMessage()), e);
            }
        }

        private void put(ArticleRecord record) {
            if (store.isEmpty()) {
                return;
            }
            try {
                puts.merge(store.get().put(record), 1L, Long::sum);
            } catch (StoreException e) {
                if (needed || e.reason() == StoreException.Reason.UNFIT) {
                    throw e;
                }
                close();
                store = Optional.empty();
                says.accept("from here on nothing is kept: " + e.getMessage());
            }
        }

        private static Outcome<ArticleRecord> skipped(ArticleRecord record, RuntimeException why) {
            return new Outcome.Skipped<>(
                    record.article().address(), Outcome.Stage.WRITING, String.valueOf(why.getMessage()));
        }

        /**
         * Whether the store has a record of an article by this producer.
         *
         * @throws CommandException if the store cannot say
         */
        boolean holds(Article article, Producer producer) {
            try {
                return store.filter(open -> open.holds(article.id(), producer)).isPresent();
            } catch (StoreException e) {
                throw new CommandException(String.valueOf(e.getMessage()), e);
            }
        }

        /** What became of the records, such as {@code kept in onrecord.db: 3 new, 1 unchanged}; empty where none was kept. */
        Optional<String> summary() {
            List<String> parts = new ArrayList<>();
            for (Put put : Put.values()) {
                if (puts.containsKey(put)) {
                    parts.add(puts.get(put) + " " + words(put, puts.get(put)));
                }
            }
            return parts.isEmpty()
                    ? Optional.empty()
                    : Optional.of("kept in " + name + ": " + String.join(", ", parts));
        }

        private static String words(Put put, long count) {
            return switch (put) {
                case NEW -> "new";
                case UNCHANGED -> "unchanged";
                case REPLACED -> "read anew";
                case NEWER_VERSION -> count == 1 ? "newer version" : "newer versions";
            };
        }

        @Override
        public void close() {
            store.ifPresent(Store::close);
        }
    }
}
