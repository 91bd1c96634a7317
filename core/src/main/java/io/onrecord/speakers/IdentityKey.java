package io.onrecord.speakers;

import io.onrecord.model.Speaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@link Identities} finds candidates by. Speakers that hang together by keys, over however many others, and by decisions, are
 * a group of their own: identities of the whole are those of its groups, so that a store need not look at more than the groups that
 * have changed. A pure function of the speaker.
 *
 * @param hash of the key; two keys may have one, which makes groups larger than they must be and changes nothing
 * @param kind with whom it brings a speaker together
 */
public record IdentityKey(long hash, Kind kind) {

    /** With whom a key brings a speaker together: with all that have it, but two that are both {@link #PARTIAL}. */
    public enum Kind {
        /** With all that have it as {@code WHOLE}. */
        WHOLE,
        /** With those that have it as {@code LACKING}. */
        PARTIAL,
        /** Lacks a name, or a first name: with those that have it as {@code PARTIAL} or {@code LACKING}. */
        LACKING
    }

    /** As many bits as a key proposes with; six bytes in SQLite. */
    private static final int BITS = 47;

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    /** All keys of a speaker, at least one, each hash once for partial and once for whole keys. */
    public static List<IdentityKey> of(Speaker speaker) {
        Profile profile = new Profile(
                List.of(new Appearance("-", Optional.empty(), Optional.empty(), Optional.empty(), speaker)),
                speaker.external());
        Kind incomplete = ProfileKeys.lacks(profile) ? Kind.LACKING : Kind.PARTIAL;
        Map<Long, Kind> keys = new TreeMap<>();
        // Those without any key are one where they differ in nothing.
        keys.put(hash("same " + speaker.kind() + " " + speaker.name()), Kind.WHOLE);
        ProfileKeys.of(
                profile,
                (key, partial) -> keys.put(hash((partial ? "partial " : "") + key), partial ? incomplete : Kind.WHOLE));
        List<IdentityKey> all = new ArrayList<>();
        keys.forEach((hash, kind) -> all.add(new IdentityKey(hash, kind)));
        return all;
    }

    /** FNV-1a over UTF-16 units, stirred once more. */
    private static long hash(String key) {
        long hash = BASIS;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * PRIME;
        }
        hash ^= hash >>> 32;
        hash *= 0x9E3779B97F4A7C15L;
        return hash >>> Long.SIZE - BITS;
    }
}
