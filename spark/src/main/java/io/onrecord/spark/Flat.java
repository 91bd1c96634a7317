package io.onrecord.spark;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/** Rows to rows, one at a time. */
final class Flat implements Iterator<Row> {

    private final Iterator<Row> rows;
    private final Function<Row, Iterator<Row>> function;
    private Iterator<Row> made = Collections.emptyIterator();

    Flat(Iterator<Row> rows, Function<Row, Iterator<Row>> function) {
        this.rows = rows;
        this.function = function;
    }

    @Override
    public boolean hasNext() {
        while (!made.hasNext() && rows.hasNext()) {
            made = function.apply(rows.next());
        }
        return made.hasNext();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all rows have been given");
        }
        return made.next();
    }
}
