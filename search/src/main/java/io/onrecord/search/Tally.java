package io.onrecord.search;

import io.onrecord.model.Form;
import io.onrecord.model.Stance;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.jspecify.annotations.Nullable;

/** Counts statements in each facet where they pass all that is asked of the others. For one thread. */
final class Tally {

    private static final int STANCE = 1;
    private static final int FORM = 2;
    private static final int OUTLET = 4;
    private static final int SPEAKER = 8;
    private static final int ORIGIN = 16;
    private static final int DAY = 32;

    private final Beside beside;
    private final Predicate<String> stances;
    private final Predicate<String> forms;
    private final Predicate<String> outlets;
    private final DayCounts days;

    private final Map<String, Integer> byStance = new HashMap<>();
    private final Map<String, Integer> byForm = new HashMap<>();
    private final Map<String, Integer> byOutlet = new HashMap<>();
    private final int[] byGroup;
    private long independent;
    private long copies;

    Tally(Query query, Beside beside) {
        this.beside = beside;
        this.stances = any(query.stances().stream().map(Stance::name).collect(Collectors.toSet()));
        this.forms = any(query.forms().stream().map(Form::name).collect(Collectors.toSet()));
        Predicate<String> named =
                any(query.outlets().stream().map(Fields::outlet).collect(Collectors.toSet()));
        this.outlets = outlet -> named.test(outlet.isEmpty() ? "" : Fields.outlet(outlet));
        this.days = new DayCounts(query.since(), query.until());
        this.byGroup = new int[beside.known().groups()];
    }

    /** Nothing asked is anything; what has no value is the empty one. */
    private static Predicate<String> any(Set<String> asked) {
        return asked.isEmpty() ? value -> true : asked::contains;
    }

    /** Counts a part of the index. */
    final class Leaf {

        private final Terms stance;
        private final Terms form;
        private final Terms outlet;
        private final @Nullable NumericDocValues speaker;
        private final @Nullable NumericDocValues article;
        private final @Nullable NumericDocValues first;
        private final @Nullable NumericDocValues last;

        private Leaf(LeafReaderContext leaf) throws IOException {
            this.stance = new Terms(leaf, Fields.STANCE, stances, byStance);
            this.form = new Terms(leaf, Fields.FORM, forms, byForm);
            this.outlet = new Terms(leaf, Fields.OUTLET, outlets, byOutlet);
            this.speaker = leaf.reader().getNumericDocValues(Fields.SPEAKER);
            this.article = leaf.reader().getNumericDocValues(Fields.ARTICLE);
            this.first = leaf.reader().getNumericDocValues(Fields.FIRST_DAY);
            this.last = leaf.reader().getNumericDocValues(Fields.DAY);
        }

        /**
         * Counts a statement.
         *
         * @return whether it passes all that is asked
         */
        boolean add(int doc) throws IOException {
            int group = speaker != null && speaker.advanceExact(doc)
                    ? beside.known().group(speaker.longValue())
                    : -1;
            boolean copy = article != null
                    && article.advanceExact(doc)
                    && beside.known().isCopy((int) article.longValue());
            boolean dated = false;
            int begins = 0;
            int ends = 0;
            if (first != null && last != null && first.advanceExact(doc) && last.advanceExact(doc)) {
                dated = true;
                begins = (int) first.longValue();
                ends = (int) last.longValue();
            }
            int fails = stance.at(doc) ? 0 : STANCE;
            fails |= form.at(doc) ? 0 : FORM;
            fails |= outlet.at(doc) ? 0 : OUTLET;
            fails |= beside.groups().isEmpty() || beside.groups().contains(group) ? 0 : SPEAKER;
            fails |= beside.copies().isEmpty() || beside.copies().get() == copy ? 0 : ORIGIN;
            fails |= days.passes(dated, begins, ends) ? 0 : DAY;
            stance.count(fails, STANCE);
            form.count(fails, FORM);
            outlet.count(fails, OUTLET);
            if ((fails & ~SPEAKER) == 0 && group >= 0) {
                byGroup[group]++;
            }
            if ((fails & ~ORIGIN) == 0) {
                count(copy);
            }
            if ((fails & ~DAY) == 0 && dated) {
                days.add(begins, ends);
            }
            return fails == 0;
        }
    }

    private void count(boolean copy) {
        if (copy) {
            copies++;
        } else {
            independent++;
        }
    }

    Leaf leaf(LeafReaderContext leaf) throws IOException {
        return new Leaf(leaf);
    }

    /** One column of words: which values pass, and how many of each there are. */
    private static final class Terms {

        private final @Nullable SortedDocValues values;
        private final boolean[] passing;
        private final boolean withoutPasses;
        private final String[] names;
        private final Map<String, Integer> counts;
        private int at;

        Terms(LeafReaderContext leaf, String field, Predicate<String> passes, Map<String, Integer> counts)
                throws IOException {
            this.values = leaf.reader().getSortedDocValues(field);
            this.counts = counts;
            int size = values == null ? 0 : values.getValueCount();
            this.names = new String[size];
            this.passing = new boolean[size];
            for (int i = 0; i < size && values != null; i++) {
                names[i] = values.lookupOrd(i).utf8ToString();
                passing[i] = passes.test(names[i]);
            }
            this.withoutPasses = passes.test("");
        }

        /** Goes to a statement; whether it passes. */
        boolean at(int doc) throws IOException {
            at = values != null && values.advanceExact(doc) ? values.ordValue() : -1;
            return at < 0 ? withoutPasses : passing[at];
        }

        void count(int fails, int own) {
            if ((fails & ~own) == 0 && at >= 0) {
                counts.merge(names[at], 1, Integer::sum);
            }
        }
    }

    Counts counts() {
        return new Counts(
                constants(byStance, Stance::valueOf),
                constants(byForm, Form::valueOf),
                outlets(),
                groups(),
                independent,
                copies,
                days.years(),
                days.months(),
                days.days());
    }

    private static <E extends Enum<E>> Map<E, Long> constants(Map<String, Integer> counts, Function<String, E> type) {
        Map<E, Long> constants = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> type.apply(entry.getKey())))
                .forEach(entry -> constants.put(type.apply(entry.getKey()), (long) entry.getValue()));
        return constants;
    }

    /** Those that differ in the case of letters alone are one. */
    private Map<String, Long> outlets() {
        Map<String, List<Map.Entry<String, Integer>>> spellings = new HashMap<>();
        byOutlet.entrySet()
                .forEach(entry -> spellings
                        .computeIfAbsent(Fields.outlet(entry.getKey()), outlet -> new ArrayList<>())
                        .add(entry));
        Map<String, Long> merged = new HashMap<>();
        spellings.values().forEach(one -> {
            one.sort(
                    Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
            merged.put(
                    one.get(0).getKey(),
                    one.stream().mapToLong(Map.Entry::getValue).sum());
        });
        Map<String, Long> outlets = new LinkedHashMap<>();
        merged.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(Counts.MOST)
                .forEach(entry -> outlets.put(entry.getKey(), entry.getValue()));
        return outlets;
    }

    private Map<Integer, Long> groups() {
        Map<Integer, Long> groups = new LinkedHashMap<>();
        IntStream.range(0, byGroup.length)
                .filter(group -> byGroup[group] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(group -> -byGroup[group])
                        .thenComparing(group -> group))
                .limit(Counts.MOST)
                .forEach(group -> groups.put(group, (long) byGroup[group]));
        for (int group : beside.groups().stream().sorted().toList()) {
            if (group < byGroup.length && byGroup[group] > 0) {
                groups.putIfAbsent(group, (long) byGroup[group]);
            }
        }
        return groups;
    }

    /** Statements by the days that they may mean. */
    private static final class DayCounts {

        private static final int YEARS = 10_000;
        private static final int MONTHS = 12;

        private final int since;
        private final int until;
        private final boolean asked;
        private final Optional<Integer> year;
        private final Optional<YearMonth> month;

        /** At each place how many more there are than at the one before. */
        private final int[] byYear = new int[YEARS + 1];

        private final int[] byMonth = new int[YEARS * MONTHS + 1];
        private final int[] byDay;

        DayCounts(Optional<LocalDate> since, Optional<LocalDate> until) {
            this.asked = since.isPresent() || until.isPresent();
            this.since = since.map(day -> (int) day.toEpochDay()).orElse(Integer.MIN_VALUE);
            this.until = until.map(day -> (int) day.toEpochDay()).orElse(Integer.MAX_VALUE);
            this.year = since.map(LocalDate::getYear)
                    .filter(one -> until.map(LocalDate::getYear).equals(Optional.of(one)));
            this.month = since.map(YearMonth::from)
                    .filter(one -> until.map(YearMonth::from).equals(Optional.of(one)));
            this.byDay = new int[month.map(YearMonth::lengthOfMonth).orElse(0) + 1];
        }

        boolean passes(boolean dated, int first, int last) {
            return !asked || dated && last >= since && first <= until;
        }

        void add(int first, int last) {
            LocalDate begins = LocalDate.ofEpochDay(first);
            LocalDate ends = first == last ? begins : LocalDate.ofEpochDay(last);
            byYear[bounded(begins.getYear())]++;
            byYear[bounded(ends.getYear()) + 1]--;
            byMonth[bounded(begins.getYear()) * MONTHS + begins.getMonthValue() - 1]++;
            byMonth[bounded(ends.getYear()) * MONTHS + ends.getMonthValue()]--;
            if (month.isPresent()) {
                int start = (int) month.get().atDay(1).toEpochDay();
                int length = byDay.length - 1;
                if (last >= start && first < start + length) {
                    byDay[Math.max(0, first - start)]++;
                    byDay[Math.min(length, last - start + 1)]--;
                }
            }
        }

        private static int bounded(int year) {
            return Math.min(Math.max(year, 0), YEARS - 1);
        }

        Map<Integer, Long> years() {
            Map<Integer, Long> years = new LinkedHashMap<>();
            long count = 0;
            for (int i = 0; i < YEARS; i++) {
                count += byYear[i];
                if (count > 0) {
                    years.put(i, count);
                }
            }
            return years;
        }

        Map<YearMonth, Long> months() {
            Set<Integer> all = years().keySet();
            Optional<Integer> of =
                    year.or(() -> all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty());
            Map<YearMonth, Long> months = new LinkedHashMap<>();
            if (of.isPresent()) {
                long count = 0;
                int start = bounded(of.get()) * MONTHS;
                for (int i = 0; i < start + MONTHS; i++) {
                    count += byMonth[i];
                    if (i >= start && count > 0) {
                        months.put(YearMonth.of(of.get(), i - start + 1), count);
                    }
                }
            }
            return months;
        }

        Map<LocalDate, Long> days() {
            Map<LocalDate, Long> days = new LinkedHashMap<>();
            if (month.isPresent()) {
                long count = 0;
                for (int i = 0; i < byDay.length - 1; i++) {
                    count += byDay[i];
                    if (count > 0) {
                        days.put(month.get().atDay(i + 1), count);
                    }
                }
            }
            return days;
        }
    }
}
