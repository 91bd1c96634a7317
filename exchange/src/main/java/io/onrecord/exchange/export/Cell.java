package io.onrecord.exchange.export;

import java.util.Optional;
import java.util.OptionalInt;

/** What stands in one column of one row. */
public sealed interface Cell {

    /** Words, or JSON. */
    record Text(String value) implements Cell {}

    /** A whole number. */
    record Whole(long value) implements Cell {}

    /** Any number that is finite. */
    record Real(double value) implements Cell {
        public Real {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a cell holds a finite number, not " + value);
            }
        }
    }

    /** True or false. */
    record Flag(boolean value) implements Cell {}

    /** Not known, which is not the same as empty words. */
    enum Absent implements Cell {
        ABSENT
    }

    static Cell of(String value) {
        return new Text(value);
    }

    static Cell of(long value) {
        return new Whole(value);
    }

    static Cell of(double value) {
        return new Real(value);
    }

    static Cell of(boolean value) {
        return new Flag(value);
    }

    static Cell of(Optional<String> value) {
        return value.isPresent() ? new Text(value.get()) : Absent.ABSENT;
    }

    static Cell ofReal(Optional<Double> value) {
        return value.isPresent() ? new Real(value.get()) : Absent.ABSENT;
    }

    static Cell of(OptionalInt value) {
        return value.isPresent() ? new Whole(value.getAsInt()) : Absent.ABSENT;
    }
}
