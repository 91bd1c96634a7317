package io.onrecord.cli;

import io.onrecord.store.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names of outlets as users write them. */
final class Outlets {

    private static final int NEAR = 5;

    private Outlets() {}

    /**
     * The outlet that a name stands for, whatever its case, or the only one that the name is a part of.
     *
     * @throws CommandException if there is none, with the nearest
     */
    static String named(Store store, String name) {
        List<String> all = store.outlets();
        String folded = name.strip().toLowerCase(Locale.ROOT);
        List<String> same =
                all.stream().filter(outlet -> folded(outlet).equals(folded)).toList();
        if (!same.isEmpty()) {
            return same.get(0);
        }
        List<String> parts = folded.isEmpty()
                ? List.of()
                : all.stream().filter(outlet -> folded(outlet).contains(folded)).toList();
        if (parts.size() == 1) {
            return parts.get(0);
        }
        throw new CommandException(
                "no outlet of " + Sanitized.line(store.name()) + " is called '" + Wrapped.cut(name, 80) + "': "
                        + (all.isEmpty() ? "its articles name none" : "there are " + near(all, folded)));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String near(List<String> all, String folded) {
        List<String> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingInt((String outlet) -> distance(folded(outlet), folded)));
        List<String> named = sorted.stream()
                .limit(NEAR)
                .map(outlet -> "'" + Wrapped.cut(outlet, 80) + "'")
                .toList();
        return String.join(", ", named) + (all.size() > NEAR ? " and " + (all.size() - NEAR) + " others" : "");
    }

    /** Letters that are to be changed to make one of the other; fewer where one is a part of the other. */
    private static int distance(String a, String b) {
        if (a.contains(b) || b.contains(a)) {
            return 0;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
                corner = above;
            }
        }
        return row[b.length()];
    }
}
