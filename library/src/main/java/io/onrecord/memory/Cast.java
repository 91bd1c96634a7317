package io.onrecord.memory;

import io.onrecord.search.Grouping;
import io.onrecord.search.SpeakerKey;
import io.onrecord.store.Parties;
import io.onrecord.store.SpeakerPlace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who all speakers are over articles, and which articles are copies, as of one moment: some thirty bytes a speaker. Immutable. */
final class Cast {

    private final String stamp;
    private final Grouping grouping;
    private final List<String> ids;
    private final List<String> names;
    private final Map<String, Integer> byId;

    private Cast(String stamp, Filling filling) {
        this.stamp = stamp;
        this.grouping = filling.grouping.build();
        this.ids = filling.ids;
        this.names = filling.names;
        this.byId = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            byId.put(ids.get(i), i);
        }
    }

    /** Reads all of a store. */
    static Cast of(Parties parties) {
        // Before the rest: what changes in between is seen the next time.
        String stamp = parties.stamp();
        Filling filling = new Filling();
        parties.read(filling);
        return new Cast(stamp, filling);
    }

    String stamp() {
        return stamp;
    }

    Grouping grouping() {
        return grouping;
    }

    String id(int group) {
        return ids.get(group);
    }

    String name(int group) {
        return names.get(group);
    }

    /** The group of an identity. */
    Optional<Integer> group(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private static final class Filling implements Parties.Reader {

        private final Grouping.Builder grouping = new Grouping.Builder();
        private final List<String> ids = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final Map<Integer, Integer> groups = new HashMap<>();

        @Override
        public void identity(int key, String id, String name) {
            groups.put(key, ids.size());
            ids.add(id);
            names.add(name);
        }

        @Override
        public void member(SpeakerPlace speaker, int identity) {
            Integer group = groups.get(identity);
            if (group != null) {
                grouping.speaker(new SpeakerKey(speaker.article(), speaker.speakerId()), group);
            }
        }

        @Override
        public void copy(int article) {
            grouping.copy(article);
        }
    }
}
