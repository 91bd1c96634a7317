package io.onrecord.cli;

import io.onrecord.memory.OutletNames;
import io.onrecord.store.Store;
import java.util.List;
import java.util.stream.Collectors;

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
        OutletNames names = OutletNames.of(store);
        return names.named(name)
                .orElseThrow(() -> new CommandException("no outlet of " + Sanitized.line(store.name()) + " is called '"
                        + Wrapped.cut(name, 80) + "': "
                        + (names.all().isEmpty() ? "its articles name none" : "there are " + near(names, name))));
    }

    private static String near(OutletNames names, String name) {
        List<String> near = names.near(name, NEAR);
        int others = names.all().size() - near.size();
        return near.stream().map(outlet -> "'" + Wrapped.cut(outlet, 80) + "'").collect(Collectors.joining(", "))
                + (others > 0 ? " and " + others + " others" : "");
    }
}
