package io.onrecord.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Stamps as a commit of Lucene carries them. */
final class Stamps {

    private static final String FORMAT = "onrecord.format";
    private static final String STORE = "onrecord.store";
    private static final String SINCE = "onrecord.since";
    private static final String GOAL = "onrecord.goal";
    private static final String AFTER = "onrecord.after";

    private Stamps() {}

    static Map<String, String> written(Stamp stamp) {
        Map<String, String> data = new HashMap<>();
        data.put(FORMAT, Fields.FORMAT);
        data.put(STORE, stamp.store());
        data.put(SINCE, Long.toString(stamp.since()));
        data.put(GOAL, Long.toString(stamp.goal()));
        data.put(AFTER, Integer.toString(stamp.after()));
        return data;
    }

    /** Empty where it is no stamp of this version. */
    static Optional<Stamp> read(Map<String, String> data) {
        if (!Fields.FORMAT.equals(data.get(FORMAT))
                || !data.keySet().containsAll(written(Stamp.none("")).keySet())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Stamp(
                    String.valueOf(data.get(STORE)),
                    Long.parseLong(data.get(SINCE)),
                    Long.parseLong(data.get(GOAL)),
                    Integer.parseInt(data.get(AFTER))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
