package io.onrecord.speakers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The parts of a person's name, folded.
 *
 * @param given the first name, an initial, or empty
 * @param middle what stands between, each a name or an initial
 * @param family never empty; a name of one word alone counts as one
 * @param particles small words before the family name
 * @param generation {@code jr}, {@code iii}, or empty
 * @param gender that the form of address tells, or else the first name
 * @param addressed whether it is the form of address that tells
 * @param longer what the first name may be short for
 * @param sounds of family name and first name
 */
record PersonName(
        String given,
        List<String> middle,
        String family,
        List<String> particles,
        String generation,
        Gender gender,
        boolean addressed,
        Set<String> longer,
        Sounds sounds) {

    /** How the names sound, worked out once: with their vowels, and by their consonants alone. */
    record Sounds(String family, String familyConsonants, String given, String givenConsonants) {
        static Sounds of(String family, String given) {
            return new Sounds(
                    Folding.sound(family), Folding.consonants(family), Folding.sound(given), Folding.consonants(given));
        }
    }

    /** How two names fit, from the best on. */
    enum Fit {
        /** The same first and family name, and nothing more that differs. */
        SAME,
        /** Short forms, initials, other spellings, another order, part of a double name. */
        VARIANT,
        /** One of them lacks the first name, or has a small word in its place: {@code Ben Orell} for {@code Hedi Ben Orell}. */
        PARTIAL,
        /** Not of one person. */
        APART
    }

    private static final int CONSONANTS = 4;
    /** In a shorter name one letter more makes another name. */
    private static final int LONG = 6;

    private static final Set<String> GENERATIONS = Set.of("jr", "sr", "ii", "iii", "iv");
    private static final Set<String> AFTER = Set.of("mp", "qc", "kc", "phd", "md", "esq", "obe", "mbe", "cbe", "mep");
    private static final Set<String> ADDRESS = Set.of("cllr", "mp", "msgr", "supt", "insp", "pm", "ex-president");

    PersonName {
        middle = List.copyOf(middle);
        particles = List.copyOf(particles);
    }

    static PersonName of(String name) {
        String ordered = name;
        int comma = name.indexOf(',');
        String behind = comma > 0 ? Folding.fold(name.substring(comma + 1)) : "";
        if (comma > 0 && !GENERATIONS.contains(behind) && !AFTER.contains(behind)) {
            ordered = name.substring(comma + 1) + " " + name.substring(0, comma);
        }
        List<String> words = words(ordered);
        Gender gender = Gender.UNKNOWN;
        int from = 0;
        while (from < words.size() - 1 && isAddress(words, from)) {
            Gender told = addressed(words.get(from));
            gender = told == Gender.UNKNOWN ? gender : told;
            from++;
        }
        int to = words.size();
        String generation = "";
        while (to > from + 1 && (GENERATIONS.contains(words.get(to - 1)) || AFTER.contains(words.get(to - 1)))) {
            to--;
            generation = GENERATIONS.contains(words.get(to)) ? words.get(to) : generation;
        }
        return of(words.subList(from, to), generation, gender);
    }

    private static PersonName of(List<String> words, String generation, Gender address) {
        String family = words.get(words.size() - 1);
        List<String> names = new ArrayList<>();
        List<String> particles = new ArrayList<>();
        for (int i = 0; i < words.size() - 1; i++) {
            String word = words.get(i);
            if (Vocabulary.PARTICLES.contains(word) && (i > 0 || !isFirstName(words, address))) {
                particles.add(word);
            } else {
                names.add(word);
            }
        }
        for (String particle : List.of("al-", "el-")) {
            if (family.startsWith(particle) && family.length() > particle.length() + 1) {
                family = family.substring(particle.length());
                particles.add(particle.substring(0, 2));
            }
        }
        // Mrs Ralph Denby is called by her husband's first name.
        if (address == Gender.FEMALE && !names.isEmpty() && FirstNames.of(names.get(0)) == Gender.MALE) {
            names.clear();
        }
        String given = names.isEmpty() ? "" : names.get(0);
        Gender gender = address != Gender.UNKNOWN || given.isEmpty() ? address : ShortNames.gender(given);
        return new PersonName(
                given,
                names.isEmpty() ? List.of() : names.subList(1, names.size()),
                family,
                particles,
                generation,
                gender,
                address != Gender.UNKNOWN,
                ShortNames.of(given),
                Sounds.of(family, given));
    }

    /** Whether a small word at the beginning is a first name all the same. */
    private static boolean isFirstName(List<String> words, Gender address) {
        String word = words.get(0);
        boolean often = Vocabulary.PARTICLES_OR_FIRST_NAMES.contains(word);
        return words.size() == 2
                ? often && address == Gender.UNKNOWN
                : FirstNames.has(word) && (often || !Vocabulary.PARTICLES.contains(words.get(1)));
    }

    /** {@code D.K. Lorne} has two initials. */
    private static List<String> words(String name) {
        List<String> words = Folding.words(name.replaceAll("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)", ". "));
        return words.isEmpty() ? List.of(name.strip()) : words;
    }

    private static boolean isAddress(List<String> words, int at) {
        String word = words.get(at);
        return Vocabulary.isAddress(word)
                || ADDRESS.contains(word)
                || word.equals("the")
                || (Vocabulary.TITLE_ADJECTIVES.contains(word) && isAddress(words, at + 1, words.size() - 1));
    }

    private static boolean isAddress(List<String> words, int at, int end) {
        return at < end && isAddress(words, at);
    }

    private static Gender addressed(String word) {
        if (Vocabulary.HONORIFICS_FEMALE.contains(word)) {
            return Gender.FEMALE;
        }
        return Vocabulary.HONORIFICS_MALE.contains(word) ? Gender.MALE : Gender.UNKNOWN;
    }

    /** The same, where a form of address elsewhere tells the gender. */
    PersonName told(Gender elsewhere) {
        return elsewhere == Gender.UNKNOWN || addressed
                ? this
                : new PersonName(given, middle, family, particles, generation, elsewhere, true, longer, sounds);
    }

    boolean hasGiven() {
        return !given.isEmpty();
    }

    boolean isInitial() {
        return given.length() == 1;
    }

    /** Whether there is a first name written out. */
    boolean isFull() {
        return given.length() > 1;
    }

    Fit fit(PersonName other) {
        if (!generation.isEmpty() && !other.generation.isEmpty() && !generation.equals(other.generation)) {
            return Fit.APART;
        }
        // The small word of the one, which tells no gender, was taken for a first name in the other.
        boolean small = other.particles.contains(given) || particles.contains(other.given);
        if (small && family.equals(other.family)) {
            return addressed && other.addressed && !gender.fits(other.gender) ? Fit.APART : Fit.PARTIAL;
        }
        boolean fits = gender.fits(other.gender) || (given.equals(other.given) && !(addressed && other.addressed));
        if (!fits || clash(middle, other.middle)) {
            return Fit.APART;
        }
        boolean sameFamily = family.equals(other.family);
        if (!sameFamily
                && !near(sounds.family, sounds.familyConsonants, other.sounds.family, other.sounds.familyConsonants)) {
            return swapped(other) || shares(other) ? Fit.VARIANT : Fit.APART;
        }
        if (!hasGiven() || !other.hasGiven()) {
            return sameFamily ? Fit.PARTIAL : Fit.APART;
        }
        boolean sameParticles = particles.equals(other.particles);
        if (given.equals(other.given)) {
            return sameFamily && sameParticles && isFull() && generation.equals(other.generation)
                    ? Fit.SAME
                    : Fit.VARIANT;
        }
        return givenFits(other) || middle.contains(other.given) || other.middle.contains(given)
                ? Fit.VARIANT
                : Fit.APART;
    }

    private boolean givenFits(PersonName other) {
        if (isInitial() || other.isInitial()) {
            return longer.stream().anyMatch(a -> other.longer.stream().anyMatch(b -> a.charAt(0) == b.charAt(0)));
        }
        return !Collections.disjoint(longer, other.longer)
                || isSlip(given, other.given)
                || near(sounds.given, sounds.givenConsonants, other.sounds.given, other.sounds.givenConsonants);
    }

    /** {@code Vincento} and {@code Vicento}: a consonant too many inside a long name. */
    private static boolean isSlip(String one, String other) {
        String longer = one.length() > other.length() ? one : other;
        String shorter = longer.equals(one) ? other : one;
        if (shorter.length() < LONG || longer.length() != shorter.length() + 1) {
            return false;
        }
        int at = 0;
        while (at < shorter.length() && longer.charAt(at) == shorter.charAt(at)) {
            at++;
        }
        return at > 0
                && at < shorter.length()
                && "aeiouy".indexOf(longer.charAt(at)) < 0
                && longer.substring(at + 1).equals(shorter.substring(at));
    }

    /** Family name first, in one of them. */
    private boolean swapped(PersonName other) {
        return isFull()
                && other.isFull()
                && middle.isEmpty()
                && other.middle.isEmpty()
                && given.equals(other.family)
                && family.equals(other.given);
    }

    /** {@code Ana Kell-Moss} is also {@code Ana Kell}. */
    private boolean shares(PersonName other) {
        return isFull()
                && given.equals(other.given)
                && (family.contains("-") || other.family.contains("-"))
                && (List.of(family.split("-", -1)).contains(other.family)
                        || List.of(other.family.split("-", -1)).contains(family));
    }

    private static boolean clash(List<String> a, List<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        return a.stream().noneMatch(x -> b.stream().anyMatch(y -> x.startsWith(y) || y.startsWith(x)));
    }

    /** Other spellings of one sound; short words sound alike too easily. */
    private static boolean near(String sound, String consonants, String otherSound, String otherConsonants) {
        return sound.equals(otherSound) || (consonants.length() >= CONSONANTS && consonants.equals(otherConsonants));
    }
}
