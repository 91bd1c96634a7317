package io.onrecord.speakers;

import io.onrecord.model.SpeakerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        profile.external.forEach((base, id) -> put(blocks, "id " + base + " " + id, at));
        for (PersonName name : profile.names) {
            put(partial, name.sounds().familyConsonants(), at);
            if (name.hasGiven()) {
                for (String given : name.longer()) {
                    put(blocks, "name " + name.sounds().familyConsonants() + " " + beginning(given), at);
                    for (String part : name.family().split("-", -1)) {
                        put(blocks, "name " + Folding.consonants(part) + " " + beginning(given), at);
                    }
                }
                if (name.isFull()) {
                    // In some languages, and some newspapers, the family name comes first.
                    put(
                            blocks,
                            "both "
                                    + Stream.of(name.given(), name.family())
                                            .sorted()
                                            .collect(Collectors.joining(" ")),
                            at);
                }
                name.middle().stream()
                        .filter(middle -> middle.length() > 1)
                        .forEach(middle ->
                                put(blocks, "name " + name.sounds().familyConsonants() + " " + beginning(middle), at));
            }
        }
        profile.bags.forEach(bag -> put(blocks, "body " + bag, at));
        profile.acronyms.forEach(letters -> put(blocks, "letters " + letters, at));
        profile.initials.forEach(letters -> put(blocks, "letters " + letters, at));
        profile.states.forEach(state -> put(blocks, "state " + state, at));
        if (profile.is(SpeakerKind.PERSON) || profile.is(SpeakerKind.OFFICE)) {
            for (Post post : profile.posts) {
                if (!post.former()) {
                    put(partial, "office " + post.title() + " of " + post.of(), at);
                }
            }
        }
    }

    /** Vowels are written in many ways. */
    private static String beginning(String word) {
        String consonants = Folding.consonants(word);
        return consonants.isEmpty() ? "" : consonants.substring(0, 1);
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

    /** A person without a first name, or a post without a person. */
    private boolean lacks(int at) {
        Profile profile = profiles.get(at);
        return profile.names.isEmpty() || profile.names.stream().noneMatch(PersonName::hasGiven);
    }
}
