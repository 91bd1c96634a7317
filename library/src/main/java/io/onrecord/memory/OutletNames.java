package io.onrecord.memory;

import io.onrecord.store.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names of outlets as people write them. Safe to share between threads. */
public final class OutletNames {

    /** Letters of a name that are compared; nothing is called by more. */
    private static final int LONGEST = 200;

    private final List<String> all;

    private OutletNames(List<String> all) {
        this.all = List.copyOf(all);
    }

    /** Those of a store, as they are now. */
    public static OutletNames of(Store store) {
        return new OutletNames(store.outlets());
    }

    /** All of them, those with most articles first. */
    public List<String> all() {
        return all;
    }

    /** The outlet that a name stands for, whatever its case, or the only one that the name is a part of. */
    public Optional<String> named(String name) {
        String folded = folded(name.strip());
        Optional<String> same =
                all.stream().filter(outlet -> folded(outlet).equals(folded)).findFirst();
        if (same.isPresent() || folded.isEmpty()) {
            return same;
        }
        List<String> parts =
                all.stream().filter(outlet -> folded(outlet).contains(folded)).toList();
        return parts.size() == 1 ? Optional.of(parts.get(0)) : Optional.empty();
    }

    /** Those whose names are nearest, the nearest first. */
    public List<String> near(String name, int most) {
        String folded = folded(name.strip());
        String cut = folded.substring(0, Math.min(folded.length(), LONGEST));
        List<String> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingInt((String outlet) -> distance(folded(outlet), cut)));
        return List.copyOf(sorted.subList(0, Math.min(sorted.size(), most)));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Letters that are to be changed to make one of the other; none where one is a part of the other. */
    private static int distance(String name, String asked) {
        return name.contains(asked) || asked.contains(name)
                ? 0
                : Spelling.distance(name.substring(0, Math.min(name.length(), LONGEST)), asked, LONGEST);
    }
}
