package io.onrecord.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
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
            return switch (value.length()) {
                case 4 ->
                    first
                            ? Year.parse(value).atDay(1)
                            : Year.parse(value).atMonth(12).atEndOfMonth();
                case 7 ->
                    first
                            ? YearMonth.parse(value).atDay(1)
                            : YearMonth.parse(value).atEndOfMonth();
                default -> LocalDate.parse(value);
            };
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "'" + Sanitized.line(value) + "' is no date: give 2024-05-16, 2024-05 or 2024");
        }
    }
}
