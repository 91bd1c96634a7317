package io.onrecord.speakers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which profiles are worth comparing: those that share a key. People are found by family name and the beginning of the first
 * name, or by family name alone where one lacks the first; the others by name, letters, country, or post.
 */
final class Candidates {

    /** Takes two numbers of profiles, the smaller first. A pair may come more than once. */
    interface Pairs {
        void take(int first, int second);
    }

    /** So many neighbours in the order of the profiles are compared in a block; blocks are seldom as large. */
    private static final int NEIGHBOURS = 6000;

    private final Map<String, List<Integer>> blocks = new TreeMap<>();
    private final Map<String, List<Integer>> partial = new TreeMap<>();
    private final List<Profile> profiles;

    Candidates(List<Profile> profiles) {
        this.profiles = profiles;
        for (int i = 0; i < profiles.size(); i++) {
            keys(i, profiles.get(i));
        }
    }

    private void keys(int at, Profile profile) {
        ProfileKeys.of(profile, (key, partial) -> put(partial ? this.partial : blocks, key, at));
    }

    private static void put(Map<String, List<Integer>> map, String key, int at) {
        List<Integer> block = map.computeIfAbsent(key, none -> new ArrayList<>());
        if (block.isEmpty() || block.get(block.size() - 1) != at) {
            block.add(at);
        }
    }

    void forEach(Pairs pairs) {
        for (List<Integer> block : blocks.values()) {
            for (int i = 0; i < block.size(); i++) {
                for (int j = i + 1; j < Math.min(block.size(), i + NEIGHBOURS); j++) {
                    pairs.take(block.get(i), block.get(j));
                }
            }
        }
        for (List<Integer> block : partial.values()) {
            List<Integer> less = block.stream().filter(this::lacks).toList();
            for (int one : less) {
                int from = Math.max(0, block.indexOf(one) - NEIGHBOURS);
                for (int j = from; j < Math.min(block.size(), from + 2 * NEIGHBOURS); j++) {
                    int other = block.get(j);
                    if (other != one && !(lacks(other) && other < one)) {
                        pairs.take(Math.min(one, other), Math.max(one, other));
                    }
                }
            }
        }
    }

    private boolean lacks(int at) {
        return ProfileKeys.lacks(profiles.get(at));
    }
}
