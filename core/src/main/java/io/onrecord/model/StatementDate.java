package io.onrecord.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When a statement was made, as far as the article tells.
 *
 * @param value ISO 8601 to the precision: {@code 2024}, {@code 2024-05} or {@code 2024-05-16}
 * @param precision how much of the value is known
 * @param basis whether words of the article give the date, or its publication does
 * @param text the words that give it
 */
public record StatementDate(String value, Precision precision, Basis basis, Optional<String> text) {

    /** How exact a date is. */
    public enum Precision {
        DAY("\\d{4}-\\d{2}-\\d{2}"),
        MONTH("\\d{4}-\\d{2}"),
        YEAR("\\d{4}");

        private final Pattern form;

        Precision(String form) {
            this.form = Pattern.compile(form);
        }
    }

    /** Where a date comes from. */
    public enum Basis {
        /** Words of the article. */
        ON_TEXT,
        /** The article's own date. */
        PUBLISHED
    }

    public StatementDate {
        if (!precision.form.matcher(value).matches() || !Published.isIso(value)) {
            throw new IllegalArgumentException(
                    "date '" + Check.shown(value) + "' is not an ISO 8601 date of the precision " + precision);
        }
    }
}
