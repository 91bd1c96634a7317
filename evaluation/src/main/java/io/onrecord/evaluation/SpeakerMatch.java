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

    /** Posts whose holders are officials. */
    private static final Set<String> OFFICIALS = Set.of(
            "official",
            "attorney",
            "minister",
            "secretary",
            "sheriff",
            "governor",
            "gov",
            "mayor",
            "commissioner",
            "spokesman",
            "spokeswoman",
            "director");

    private static final Set<String> OF_THE_HOUSE = Set.of("representative", "rep", "congressman", "congresswoman");
    private static final Set<String> OF_THE_SENATE = Set.of("senator", "sen");

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

    /** Shorter words are told apart by each letter. */
    private static final int LONG_ENOUGH = 4;

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
        addIf(known, LAWMAKERS, "lawmaker");
        addIf(known, OFFICIALS, "official");
        if (speaker.kind() == SpeakerKind.ORGANISATION || speaker.kind() == SpeakerKind.STATE) {
            known.add("official");
        }
        addIf(known, OF_THE_HOUSE, "house");
        addIf(known, OF_THE_SENATE, "senate");
        List<String> wanted = words(gold);
        return !wanted.isEmpty() && wanted.stream().allMatch(word -> has(known, word));
    }

    private static void addIf(Set<String> known, Set<String> posts, String word) {
        if (known.stream().anyMatch(posts::contains)) {
            known.add(word);
        }
    }

    /** Whether it is the family name alone of the person that the gold names. */
    static boolean isFamilyName(String gold, String name) {
        List<String> wanted = words(gold);
        return isPerson(gold) && words(name).equals(wanted.subList(wanted.size() - 1, wanted.size()));
    }

    /** Whether it is the gold's name of a person but for one letter, or for the end of a word. */
    static boolean isSpeltAlike(String gold, String name) {
        List<String> wanted = words(gold);
        List<String> found = words(name);
        return isPerson(gold)
                && found.size() > 1
                && alike(wanted.get(0), found.get(0))
                && alike(wanted.get(wanted.size() - 1), found.get(found.size() - 1));
    }

    private static boolean alike(String one, String other) {
        String shorter = one.length() <= other.length() ? one : other;
        String longer = shorter.equals(one) ? other : one;
        if (shorter.length() < LONG_ENOUGH || longer.length() > shorter.length() + 2) {
            return one.equals(other);
        }
        if (longer.startsWith(shorter)) {
            return true;
        }
        int same = 0;
        while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
            same++;
        }
        int skipped = longer.length() > shorter.length() ? 0 : 1;
        return shorter.substring(Math.min(same + skipped, shorter.length()))
                .equals(longer.substring(Math.min(same + 1, longer.length())));
    }

    private static boolean has(Set<String> known, String word) {
        String stem = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        if (known.contains(word) || known.contains(stem) || known.contains(word + "s")) {
            return true;
        }
        if (word.startsWith("democrat")) {
            return known.stream().anyMatch(other -> other.startsWith("democrat") || other.equals("dem"));
        }
        return word.startsWith("republican")
                && known.stream().anyMatch(other -> other.startsWith("republican") || other.equals("gop"));
    }

    /** Whether a speaker is somebody the article names. */
    static boolean isNamed(Speaker speaker) {
        return speaker.kind() != SpeakerKind.UNNAMED
                && speaker.kind() != SpeakerKind.OFFICE
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
