package io.onrecord.reading.item;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts of what is not read, by what it is, in bounded memory whatever names strangers think of. For one thread. */
public final class PassedOver {

    /** More kinds than any report shows. */
    private static final int KINDS = 60;

    private final SortedMap<String, Long> counts = new TreeMap<>();

    /** One more of a kind, such as {@code .png} or {@code hidden files}. */
    public void count(String kind) {
        count(kind, 1);
    }

    /** More of a kind. */
    public void count(String kind, long number) {
        String shown = Wording.shown(kind).strip();
        String name = shown.isEmpty() ? "unnamed" : shown;
        counts.merge(counts.size() < KINDS || counts.containsKey(name) ? name : "other", number, Long::sum);
    }

    /** How many there were of each kind so far, in the order of the kinds. */
    public Map<String, Long> counts() {
        return Collections.unmodifiableSortedMap(counts);
    }

    /** Such as {@code .png (3), hidden files (1)}; empty if there were none. */
    public String inWords() {
        return counts.entrySet().stream()
                .map(kind -> kind.getKey() + " (" + kind.getValue() + ")")
                .collect(Collectors.joining(", "));
    }
}
