package io.onrecord.cli;

import io.onrecord.exchange.RecordFormatException;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.model.Producer;
import io.onrecord.store.Store;
import io.onrecord.store.StoreException;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Whether records are kept in a store, and which. */
final class Keeping {

    @Option(
            names = "--store",
            paramLabel = "FILE|URL",
            description = "Keep the records in a store, too: a file (SQLite), or jdbc:postgresql://HOST/DATABASE.")
    private Optional<String> address = Optional.empty();

    boolean wanted() {
        return address.isPresent();
    }

    /**
     * Opens the store, if one is wanted.
     *
     * @throws CommandException if it cannot be opened
     */
    Kept open() {
        try {
            return new Kept(address.map(Store::open));
        } catch (StoreException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    /** An open store, or none, which keeps nothing. For one thread. */
    static final class Kept implements AutoCloseable {

        private final Optional<Store> store;

        private Kept(Optional<Store> store) {
            this.store = store;
        }

        /**
         * Keeps a record and then writes it: what a reader has seen is in the store, on the disk. One that cannot be put into
         * words of the format, or kept, is skipped like any other bad input.
         *
         * @throws CommandException if nothing can be kept any more
         */
        Outcome<ArticleRecord> writeAfter(ArticleRecord record, RecordOptions.Writer writer, Consumer<String> sink) {
            try {
                String text = writer.of(record);
                store.ifPresent(open -> open.put(record));
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

        private static Outcome<ArticleRecord> skipped(ArticleRecord record, RuntimeException why) {
            return new Outcome.Skipped<>(
                    record.article().address(), Outcome.Stage.WRITING, String.valueOf(why.getMessage()));
        }

        /** Whether the store has a record of an article by this producer. */
        boolean holds(Article article, Producer producer) {
            return store.filter(open -> open.holds(article.id(), producer)).isPresent();
        }

        @Override
        public void close() {
            store.ifPresent(Store::close);
        }
    }
}
