package io.onrecord.search;

import io.onrecord.model.Form;
import io.onrecord.model.Stance;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many statements there are of each kind, those of each sort counted as if nothing were asked of that sort: each number is what choosing that
 * kind alone would give. What has none is left out; those with most come first, days in their order.
 *
 * <p>A statement of which only the month or the year is known counts for each day that it may mean, as it is found by each.
 *
 * @param stances by stance
 * @param forms by form
 * @param outlets by the name of the outlet, in the letters in which it stands most often; no more than {@value #MOST}
 * @param groups by the group of the speaker; no more than {@value #MOST}, besides those that are asked for
 * @param independent how many stand in articles that are no copies
 * @param copies how many stand in copies
 * @param years by year
 * @param months by month, of the year that was asked for or the only one that there is; else empty
 * @param days by day, of the month that was asked for; else empty
 */
public record Counts(
        Map<Stance, Long> stances,
        Map<Form, Long> forms,
        Map<String, Long> outlets,
        Map<Integer, Long> groups,
        long independent,
        long copies,
        Map<Integer, Long> years,
        Map<YearMonth, Long> months,
        Map<LocalDate, Long> days) {

    /** How many are told apart by name. */
    public static final int MOST = 100;

    static final Counts NONE = new Counts(Map.of(), Map.of(), Map.of(), Map.of(), 0, 0, Map.of(), Map.of(), Map.of());

    public Counts {
        stances = inOrder(stances);
        forms = inOrder(forms);
        outlets = inOrder(outlets);
        groups = inOrder(groups);
        years = inOrder(years);
        months = inOrder(months);
        days = inOrder(days);
    }

    private static <K> Map<K, Long> inOrder(Map<K, Long> counts) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }
}
