package io.onrecord.speakers;

import io.onrecord.model.Role;
import io.onrecord.model.SpeakerKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody or something that an article names, with all its names there. Filled by {@link Cast}, which owns it. */
final class Party {

    /** Where governments and their like sit, of which nothing in the name says so. */
    private static final Set<String> SEATS = Set.of(
            "downing street", "whitehall", "capitol hill", "scotland yard", "foggy bottom", "kremlin", "pentagon");

    private final List<Name> names = new ArrayList<>();
    private final Set<Role> roles = new LinkedHashSet<>();
    private final Set<String> descriptions = new LinkedHashSet<>();
    private Name fullest;
    /** Worked out when first asked for, and again after a change: asked for at each of thousands of mentions. */
    private @Nullable Gender addressed;

    private @Nullable Gender gender;
    private @Nullable SpeakerKind kind;
    private boolean place;
    private @Nullable String home;

    Party(Name name) {
        names.add(name);
        fullest = name;
    }

    private void changed() {
        addressed = null;
        gender = null;
        kind = null;
    }

    void add(Name name) {
        names.add(name);
        if (isFuller(name, fullest)) {
            fullest = name;
            changed();
        } else if (!name.address().isEmpty() || name.words().size() > 1) {
            changed();
        } else {
            // A word alone says nothing of the gender, but it may stand without "the".
            kind = null;
        }
    }

    /** More words, none of them an initial alone, say more. */
    private static boolean isFuller(Name name, Name than) {
        if (name.isLatin() != than.isLatin()) {
            return name.isLatin();
        }
        return weight(name) > weight(than);
    }

    private static int weight(Name name) {
        int weight = 0;
        for (String word : name.words()) {
            weight += word.length() <= 2 && word.endsWith(".") ? 1 : 3;
        }
        return weight;
    }

    void addRole(Role role) {
        changed();
        if (roles.stream()
                .noneMatch(known -> known.title().equalsIgnoreCase(role.title())
                        && (known.of().equals(role.of()) || role.of().isEmpty()))) {
            roles.add(role);
        }
    }

    /** Where the person is from, as {@code Avenia's Ilan Serrat} says. */
    Optional<String> home() {
        return Optional.ofNullable(home);
    }

    void isFrom(String place) {
        home = place;
    }

    void addDescription(String description) {
        changed();
        descriptions.add(description);
    }

    void sort() {
        names.sort(
                (a, b) -> a.in() != b.in() ? b.in().compareTo(a.in()) : a.span().compareTo(b.span()));
    }

    /** Where it is named, the title first, then in the order of the text. */
    List<Name> names() {
        return Collections.unmodifiableList(names);
    }

    Name fullest() {
        return fullest;
    }

    String name() {
        return fullest.text();
    }

    Set<Role> roles() {
        return Collections.unmodifiableSet(roles);
    }

    Set<String> descriptions() {
        return Collections.unmodifiableSet(descriptions);
    }

    /** Its other names, as the article writes them. */
    List<String> aliases() {
        Set<String> aliases = new LinkedHashSet<>();
        for (Name name : names) {
            aliases.add(name.text());
        }
        aliases.remove(name());
        return List.copyOf(aliases);
    }

    /** Whether one of its names has the title, not only the {@code Mr}, that stands before another. */
    boolean isAddressedLike(Name other) {
        return other.address().stream()
                .filter(Vocabulary.TITLES::contains)
                .anyMatch(
                        title -> names.stream().anyMatch(name -> name.address().contains(title)));
    }

    boolean isAddressed() {
        return names.stream().anyMatch(name -> !name.address().isEmpty());
    }

    /** What the words that address this person say, and nothing but these. */
    Gender addressedAs() {
        Gender known = addressed;
        if (known == null) {
            known = readAddress();
            addressed = known;
        }
        return known;
    }

    private Gender readAddress() {
        for (Name name : names) {
            if (!name.address().isEmpty() && name.addressGender() != Gender.UNKNOWN) {
                return name.addressGender();
            }
        }
        return Gender.UNKNOWN;
    }

    Gender gender() {
        Gender known = gender;
        if (known == null) {
            known = readGender();
            gender = known;
        }
        return known;
    }

    private Gender readGender() {
        Gender named = Gender.UNKNOWN;
        if (addressedAs() != Gender.UNKNOWN) {
            return addressedAs();
        }
        for (String description : descriptions) {
            String last = description.toLowerCase(Locale.ROOT);
            if (last.endsWith("woman")
                    || last.endsWith("actress")
                    || last.endsWith("wife")
                    || last.endsWith("mother")) {
                return Gender.FEMALE;
            }
        }
        for (Name name : names) {
            if (named == Gender.UNKNOWN) {
                named = name.gender();
            }
        }
        return named == Gender.UNKNOWN && fullest.words().size() == 1 ? FirstNames.of(fullest.first()) : named;
    }

    SpeakerKind kind() {
        SpeakerKind known = kind;
        if (known == null) {
            known = readKind();
            kind = known;
        }
        return known;
    }

    /** The article has a people of this name's. */
    void isPlaceOfPeople() {
        changed();
        place = true;
    }

    private SpeakerKind readKind() {
        if (isAddressed() || !roles.isEmpty()) {
            return SpeakerKind.PERSON;
        }
        if (place
                || Countries.named(name()).isPresent()
                || Countries.withCapital(name()).isPresent()) {
            return SpeakerKind.STATE;
        }
        if (fullest.words().size() == 1 && Countries.ofPeople(name()).isPresent()) {
            return SpeakerKind.GROUP;
        }
        if (SEATS.contains(name().toLowerCase(Locale.ROOT))
                || fullest.isAcronym()
                || fullest.ofOrganisation()
                || names.stream().allMatch(Name::definite)) {
            return SpeakerKind.ORGANISATION;
        }
        if (fullest.words().size() > 1
                && !FirstNames.has(fullest.first())
                && names.stream().anyMatch(Name::isAcronym)) {
            return SpeakerKind.ORGANISATION;
        }
        return fullest.words().size() > 1
                        && !FirstNames.has(fullest.first())
                        && fullest.words().contains("&")
                ? SpeakerKind.ORGANISATION
                : SpeakerKind.PERSON;
    }

    /** Whether nothing says what this is but its capital. */
    boolean isOnlyACapital() {
        return kind() == SpeakerKind.PERSON && fullest.words().size() == 1 && !isSurelyPerson();
    }

    /** Whether there is more than a capital to say that this is a person. */
    boolean isSurelyPerson() {
        return kind() == SpeakerKind.PERSON && (isAddressed() || !roles.isEmpty() || FirstNames.has(fullest.first()));
    }

    @Override
    public String toString() {
        return name() + names;
    }
}
