package io.onrecord.speakers;

import io.onrecord.model.SpeakerKind;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys that a profile is found by. People are found by family name and the beginning of the first name, or by family name
 * alone where one lacks the first; the others by name, letters, country, or post.
 */
final class ProfileKeys {

    /** Takes the keys. */
    interface Sink {
        /**
         * Takes one.
         *
         * @param partial whether the key brings together only those of whom one lacks a name
         */
        void take(String key, boolean partial);
    }

    private ProfileKeys() {}

    static void of(Profile profile, Sink sink) {
        profile.external.forEach((base, id) -> sink.take("id " + base + " " + id, false));
        for (PersonName name : profile.names) {
            sink.take(name.sounds().familyConsonants(), true);
            if (name.hasGiven()) {
                given(name, sink);
            }
        }
        profile.bags.forEach(bag -> sink.take("body " + bag, false));
        profile.acronyms.forEach(letters -> sink.take("letters " + letters, false));
        profile.initials.forEach(letters -> sink.take("letters " + letters, false));
        profile.states.forEach(state -> sink.take("state " + state, false));
        if (profile.is(SpeakerKind.PERSON) || profile.is(SpeakerKind.OFFICE)) {
            for (Post post : profile.posts) {
                if (!post.former()) {
                    sink.take("office " + post.title() + " of " + post.of(), true);
                }
            }
        }
    }

    private static void given(PersonName name, Sink sink) {
        for (String given : name.longer()) {
            sink.take("name " + name.sounds().familyConsonants() + " " + beginning(given), false);
            for (String part : name.family().split("-", -1)) {
                sink.take("name " + Folding.consonants(part) + " " + beginning(given), false);
            }
        }
        if (name.isFull()) {
            // In some languages, and some newspapers, the family name comes first.
            sink.take(
                    "both " + Stream.of(name.given(), name.family()).sorted().collect(Collectors.joining(" ")), false);
        }
        name.middle().stream()
                .filter(middle -> middle.length() > 1)
                .forEach(middle ->
                        sink.take("name " + name.sounds().familyConsonants() + " " + beginning(middle), false));
    }

    /** Vowels are written in many ways. */
    private static String beginning(String word) {
        String consonants = Folding.consonants(word);
        return consonants.isEmpty() ? "" : consonants.substring(0, 1);
    }

    /** A person without a first name, or a post without a person. */
    static boolean lacks(Profile profile) {
        return profile.names.isEmpty() || profile.names.stream().noneMatch(PersonName::hasGiven);
    }
}
