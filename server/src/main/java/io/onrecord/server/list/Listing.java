package io.onrecord.server.list;

import io.onrecord.exchange.export.ExportFormat;
import io.onrecord.exchange.export.Subject;
import io.onrecord.exchange.export.TableFormat;
import io.onrecord.exchange.parquet.ParquetRows;
import io.onrecord.export.ExportFormats;
import io.onrecord.server.http.Request;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A list of the desk, as the address of its page narrows and sorts it. The page and its JSON twin show a part of it; as a file it is whole, in the same order. What is
 * read is read while it is written, so that no list is ever in memory but for ids. Safe to share between threads.
 */
public sealed interface Listing {

    /** All formats that there are. */
    ExportFormats FORMATS = ExportFormats.with(List.of(new ParquetRows()));

    /** What its rows are, in the plural, as its twin calls them. */
    String name();

    /** The formats that can hold it, by the names that addresses give them, in the order of the docs. */
    List<Named> formats();

    /**
     * A format of a list.
     *
     * @param name in addresses: that of the format, or {@code records} for whole records
     * @param subject what it holds
     */
    record Named(String name, Subject subject, ExportFormat format) {}

    /**
     * Gives what a list has, all of it.
     *
     * @param <T> what that is
     */
    @FunctionalInterface
    interface Source<T> {

        /**
         * All, one by one; those of an address that does not say where in the list to begin.
         *
         * @throws io.onrecord.server.problem.Problem if what is asked for makes no sense
         */
        Iterator<T> open(Request request);
    }

    /**
     * Gives a part of a list, as a page shows it.
     *
     * @param <V> what pages show
     */
    @FunctionalInterface
    interface Part<V> {
        V of(Request request);
    }

    /**
     * Rows that are no statements.
     *
     * @param type of a row, as the twin has it
     * @param source of the rows
     * @param <T> the type
     */
    record Rows<T extends Record>(String name, Class<T> type, Source<T> source) implements Listing {

        @Override
        public List<Named> formats() {
            return FORMATS.all().stream()
                    .filter(TableFormat.class::isInstance)
                    .map(format -> new Named(format.name(), Subject.STATEMENTS, format))
                    .toList();
        }
    }

    /**
     * Statements, which have formats of their own.
     *
     * @param type what the list says of each beside the statement itself
     * @param source of the statements, in the order of the list
     * @param together of the same, those of one article one behind the other; empty where that takes a sort
     * @param <E> the type
     */
    record Statements<E extends Record>(
            String name, Class<E> type, Source<Ref<E>> source, Optional<Source<Ref<E>>> together) implements Listing {

        @Override
        public List<Named> formats() {
            List<Named> formats = new ArrayList<>();
            FORMATS.all().stream()
                    .filter(format -> format.subjects().contains(Subject.STATEMENTS))
                    .forEach(format -> formats.add(new Named(format.name(), Subject.STATEMENTS, format)));
            FORMATS.named("jsonl", Subject.RECORDS)
                    .ifPresent(records -> formats.add(new Named("records", Subject.RECORDS, records)));
            return formats;
        }
    }

    /**
     * A statement of a list.
     *
     * @param article id of its article
     * @param statement its id, in the record as people put it right
     * @param own what the list says of it
     */
    record Ref<E extends Record>(String article, String statement, E own) {

        /** Of a list that says nothing more. */
        public static Ref<Nothing> of(String article, String statement) {
            return new Ref<>(article, statement, Nothing.MORE);
        }
    }

    /** What a list of statements says of each that says nothing of its own. */
    record Nothing() {
        private static final Nothing MORE = new Nothing();
    }

    /** Rows that a page shows whole. */
    static <V, T extends Record> Rows<T> whole(String name, Class<T> type, Part<V> part, Function<V, List<T>> rows) {
        return new Rows<>(
                name,
                type,
                request -> rows.apply(part.of(request.with(Walk.CURSOR, "").with("limit", "")))
                        .iterator());
    }

    /**
     * Rows that a page shows part by part.
     *
     * @param most how many a part may have
     * @param next the cursor of the part behind one, alone or in an address
     */
    static <V, T extends Record> Rows<T> parts(
            String name,
            Class<T> type,
            int most,
            Part<V> part,
            Function<V, List<T>> rows,
            Function<V, Optional<String>> next) {
        return new Rows<>(name, type, request -> Walk.of(request, most, part, rows, next));
    }

    /** Statements; those of one article are brought together where a format asks for it. */
    static <E extends Record> Statements<E> statements(String name, Class<E> type, Source<Ref<E>> source) {
        return new Statements<>(name, type, source, Optional.empty());
    }

    /** One thing made of each of others, when its turn comes. */
    static <A, B> Iterator<B> each(Iterator<A> all, Function<A, B> made) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public B next() {
                return made.apply(all.next());
            }
        };
    }
}
