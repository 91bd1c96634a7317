package io.onrecord.evaluation;

import io.onrecord.model.Role;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a speaker is the one that the gold names. A person has the right full name when first and last word of the gold's
 * name are in it; another name when all its words are. {@link #isMember} asks less: that what the article says of the speaker
 * has all words of the name, as where gold names the party or the office for the person who speaks for it.
 */
final class SpeakerMatch {

    private static final Set<String> SMALL = Set.of("the", "of", "and", "a", "for", "jr", "sr");
    private static final Set<String> LAWMAKERS = Set.of(
            "senator",
            "sen",
            "representative",
            "rep",
            "congressman",
            "congresswoman",
            "lawmaker",
            "leader",
            "speaker",
            "whip");

    /** What a gold name ends in that is not a person's. */
    private static final Set<String> OTHERS = Set.of(
            "lawmakers",
            "officials",
            "campaign",
            "democrats",
            "republicans",
            "party",
            "companies",
            "plaintiffs",
            "catholics",
            "committee",
            "department",
            "administration",
            "government",
            "supporters",
            "critics",
            "activists",
            "senators");

    private SpeakerMatch() {}

    /** Whether a name is that of a person: several words, the last no word for a party or an office. */
    static boolean isPerson(String gold) {
        List<String> words = words(gold);
        return words.size() > 1 && !OTHERS.contains(words.get(words.size() - 1));
    }

    static boolean isNamed(String gold, String name) {
        List<String> wanted = words(gold);
        List<String> found = words(name);
        if (wanted.isEmpty() || found.isEmpty()) {
            return false;
        }
        if (wanted.equals(found)) {
            return true;
        }
        return wanted.size() > 1 && found.contains(wanted.get(0)) && found.contains(wanted.get(wanted.size() - 1));
    }

    /** Whether the article says that the speaker belongs to whom the gold names: {@code Democratic lawmakers}, a campaign. */
    static boolean isMember(String gold, Speaker speaker) {
        Set<String> known = new HashSet<>(words(speaker.name()));
        speaker.aliases().forEach(alias -> known.addAll(words(alias)));
        speaker.descriptions().forEach(description -> known.addAll(words(description)));
        for (Role role : speaker.roles()) {
            known.addAll(words(role.title()));
            role.of().ifPresent(of -> known.addAll(words(of)));
        }
        if (known.stream().anyMatch(LAWMAKERS::contains)) {
            known.addAll(Set.of("lawmakers", "lawmaker"));
        }
        List<String> wanted = words(gold);
        return !wanted.isEmpty() && wanted.stream().allMatch(word -> has(known, word));
    }

    private static boolean has(Set<String> known, String word) {
        String stem = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        String party = word.startsWith("democrat") ? "democrat" : word.startsWith("republican") ? "republican" : null;
        return known.contains(word)
                || known.contains(stem)
                || known.contains(word + "s")
                || party != null && known.stream().anyMatch(other -> other.startsWith(party));
    }

    /** Whether a speaker is somebody the article names. */
    static boolean isNamed(Speaker speaker) {
        return speaker.kind() != SpeakerKind.UNNAMED
                && speaker.kind() != SpeakerKind.DOCUMENT
                && !(speaker.kind() == SpeakerKind.GROUP
                        && speaker.descriptions().contains(speaker.name()));
    }

    /** In small letters, without accents, possessive endings and small words. */
    static List<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’]s\\b", "")
                .replaceAll("['’]", "");
        List<String> words = new ArrayList<>();
        for (String word : plain.split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty() && !SMALL.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }
}
