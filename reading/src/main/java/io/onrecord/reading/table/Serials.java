package io.onrecord.reading.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Numbers of a sheet: days since an epoch, and others as people write them (ECMA-376, part 1, 18.17.4.1). */
final class Serials {

    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

    /** Day 1 is 1 January 1900. */
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 31);

    /** 29 February 1900, which never was but has a number. */
    private static final long NEVER_WAS = 60;

    /** 31 December 9999. */
    private static final long LAST = 2_958_465;

    private static final int SECONDS = 86_400;

    /** Digits before or after the point beyond which a number is left as it is written. */
    private static final int DIGITS = 40;

    private static final int LONGEST = 60;

    private Serials() {}

    /** A date, with its time of day where it has one, in ISO 8601; empty if there is no such day. */
    static Optional<String> date(String serial, boolean from1904) {
        Optional<BigDecimal> value = decimal(serial);
        if (value.isEmpty() || value.get().signum() < 0 || value.get().compareTo(BigDecimal.valueOf(LAST + 1)) >= 0) {
            return Optional.empty();
        }
        long seconds = Math.round(value.get().doubleValue() * SECONDS);
        long day = seconds / SECONDS;
        if (day > LAST || !from1904 && (day == NEVER_WAS || day == 0)) {
            return Optional.empty();
        }
        LocalDate date = from1904 ? EPOCH_1904.plusDays(day) : EPOCH_1900.plusDays(day > NEVER_WAS ? day - 1 : day);
        long time = seconds % SECONDS;
        return Optional.of(
                time == 0
                        ? date.toString()
                        : DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT)
                                .format(LocalDateTime.of(date, LocalTime.ofSecondOfDay(time))));
    }

    /** Without an exponent and zeros at the end, so that an id is what the sheet shows. */
    static String number(String value) {
        return decimal(value)
                .map(BigDecimal::stripTrailingZeros)
                .filter(number -> Math.abs(number.scale()) <= DIGITS && number.precision() <= DIGITS)
                .map(BigDecimal::toPlainString)
                .orElse(value);
    }

    private static Optional<BigDecimal> decimal(String value) {
        if (value.isEmpty() || value.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(value);
            return Math.abs((long) number.scale()) > 400 ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
