package io.onrecord.search;

import java.util.BitSet;

/**
 * What is known of statements outside of the index, by numbers: which group each speaker of an article belongs to (whoever is the same over
 * articles is one), and which articles are copies of others. Made once by its {@link Builder}; then immutable and safe to share.
 */
public final class Grouping {

    /** Nothing is known. */
    public static final Grouping NONE = new Builder().build();

    private static final int FEWEST = 16;

    /** Hashes of speakers, each at its own place or the next free one; a place without a group is free. */
    private final long[] keys;

    /** Groups by the place of the speaker, from 1; 0 is none. */
    private final int[] groups;

    private final int count;
    private final BitSet copies;

    private Grouping(Builder builder) {
        this.keys = builder.keys;
        this.groups = builder.groups;
        this.count = builder.count;
        this.copies = builder.copies;
    }

    /** How many groups there are. */
    public int groups() {
        return count;
    }

    /** The group of a speaker, from 0; -1 for none. */
    public int group(SpeakerKey speaker) {
        return group(speaker.hash());
    }

    int group(long hash) {
        int at = place(hash, keys.length);
        while (groups[at] != 0) {
            if (keys[at] == hash) {
                return groups[at] - 1;
            }
            at = (at + 1) % keys.length;
        }
        return -1;
    }

    /** Whether an article is a copy of another. */
    public boolean isCopy(int article) {
        return copies.get(article);
    }

    private static int place(long hash, int size) {
        long mixed = hash * 0x9E3779B97F4A7C15L;
        return (int) Long.remainderUnsigned(mixed ^ mixed >>> 32, size);
    }

    /** Takes what is known, bit by bit. For one thread, and for one {@link #build}. */
    public static final class Builder {

        private long[] keys = new long[FEWEST];
        private int[] groups = new int[FEWEST];
        private final BitSet copies = new BitSet();
        private int speakers;
        private int count;

        /**
         * A speaker.
         *
         * @param group from 0
         */
        public Builder speaker(SpeakerKey speaker, int group) {
            if (group < 0) {
                throw new IllegalArgumentException("groups are counted from 0, not from " + group);
            }
            if (2 * ++speakers > keys.length) {
                grow();
            }
            count = Math.max(count, group + 1);
            put(speaker.hash(), group + 1);
            return this;
        }

        /** An article that is a copy. */
        public Builder copy(int article) {
            copies.set(article);
            return this;
        }

        private void grow() {
            long[] oldKeys = keys;
            int[] oldGroups = groups;
            keys = new long[2 * oldKeys.length];
            groups = new int[keys.length];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldGroups[i] != 0) {
                    put(oldKeys[i], oldGroups[i]);
                }
            }
        }

        private void put(long hash, int group) {
            int at = place(hash, keys.length);
            while (groups[at] != 0 && keys[at] != hash) {
                at = (at + 1) % keys.length;
            }
            keys[at] = hash;
            groups[at] = group;
        }

        /** What was taken; nothing more can be. */
        public Grouping build() {
            return new Grouping(this);
        }
    }
}
