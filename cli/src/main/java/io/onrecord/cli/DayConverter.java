package io.onrecord.cli;

import io.onrecord.model.Days;
import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Days on the command line: a day, a month or a year, as its first or its last day. */
final class DayConverter {

    private DayConverter() {}

    /** What an interval begins with. */
    static final class First implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String value) {
            return day(value, true);
        }
    }

    /** What an interval ends with. */
    static final class Last implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String value) {
            return day(value, false);
        }
    }

    private static LocalDate day(String value, boolean first) {
        try {
            if (value.indexOf('T') < 0) {
                Days days = Days.of(value);
                return first ? days.first() : days.last();
            }
        } catch (DateTimeException e) {
            // Falls through to the one message for all that is no date.
        }
        throw new TypeConversionException(
                "'" + Sanitized.line(value) + "' is no date: give 2024-05-16, 2024-05 or 2024");
    }
}
