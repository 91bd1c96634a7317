package io.onrecord.speakers;

import io.onrecord.model.Role;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.text.WordLists;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one or more appearances that are surely of one say of somebody, folded once so that two can be compared quickly. Immutable
 * once it is made.
 */
final class Profile {

    private static final WordLists LISTS = WordLists.of(Profile.class, "profile.txt");

    private static final Pattern AGE = Pattern.compile("\\b(\\d{1,3})[- ]year[- ]old|\\baged (\\d{1,3})\\b");
    private static final Pattern BORN =
            Pattern.compile("\\b(?:née|nee|born|formerly|formerly known as)\\s+(\\p{Lu}[\\p{L}'’-]+)\\s*$");
    private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}[\\p{Lu}\\d.&-]{1,8}");
    private static final Set<String> SMALL =
            Set.of("the", "of", "and", "for", "in", "on", "to", "de", "la", "du", "des", "a");
    private static final Set<String> LEGAL = LISTS.kind("legal");
    /** Words that the names of bodies of many places are made of, beside those of the vocabulary. */
    private static final Set<String> TOPICS = LISTS.kind("topic");

    private static final Pattern GOVERNMENT = Pattern.compile(
            "(?i)^the\\s+|\\b(?:government|administration|authorities|regime)\\s+(?:of|in)\\s+|\\s+(?:government|administration|authorities|regime)$");
    private static final int STEM = 5;
    private static final int LEAST = 4;

    final List<Appearance> members;
    final EnumSet<SpeakerKind> kinds = EnumSet.noneOf(SpeakerKind.class);
    /** Of a person: with first names, where there is one. */
    final List<PersonName> names;
    /** Of all else: the names, each as its words in the order of characters. */
    final Set<String> bags = new LinkedHashSet<>();

    final Set<String> acronyms = new LinkedHashSet<>();
    /** What the names would be cut to. */
    final Set<String> initials = new HashSet<>();

    final Set<String> states = new LinkedHashSet<>();
    final List<Post> posts;
    final Set<String> stems = new HashSet<>();
    final Map<String, String> external;
    /** Days since 1970 of the articles that have one. */
    final TreeSet<Long> days = new TreeSet<>();

    final Set<String> events = new HashSet<>();
    final Set<String> outlets = new HashSet<>();
    final Set<String> articles = new HashSet<>();
    /** Earliest and latest year of birth that the ages told allow; from above to where none is told. */
    private int bornFrom = Integer.MIN_VALUE;

    private int bornTo = Integer.MAX_VALUE;
    private boolean generic = true;

    /** @param members at least one, in their order */
    Profile(List<Appearance> members, Map<String, String> external) {
        this.members = List.copyOf(members);
        this.external = new TreeMap<>(external);
        Set<PersonName> all = new LinkedHashSet<>();
        Set<Post> held = new LinkedHashSet<>();
        Set<Speaker> seen = new HashSet<>();
        for (Appearance member : members) {
            kinds.add(member.speaker().kind());
            articles.add(member.articleId());
            member.published().ifPresent(day -> days.add(day.toEpochDay()));
            member.outlet().ifPresent(outlets::add);
            member.event().ifPresent(events::add);
            if (seen.add(member.speaker())) {
                names(member.speaker(), all);
                posts(member.speaker(), held);
            }
            describe(member);
        }
        this.names = longest(all);
        this.posts = List.copyOf(held);
    }

    private void names(Speaker speaker, Set<PersonName> all) {
        List<String> written = new ArrayList<>();
        written.add(speaker.name());
        speaker.aliases().stream().filter(Profile::isName).forEach(written::add);
        if (speaker.kind() == SpeakerKind.PERSON) {
            for (String name : written) {
                PersonName parsed = PersonName.of(name);
                all.add(parsed);
                born(speaker, parsed).ifPresent(all::add);
            }
            return;
        }
        for (String name : written) {
            if (speaker.kind() == SpeakerKind.STATE) {
                state(name);
            }
            body(name);
        }
    }

    /** {@code Carol Denby, née Marsh} was Carol Marsh. */
    private static Optional<PersonName> born(Speaker speaker, PersonName name) {
        for (String description : speaker.descriptions()) {
            Matcher found = BORN.matcher(description);
            if (name.isFull() && found.find()) {
                return Optional.of(PersonName.of(name.given() + " " + found.group(1)));
            }
        }
        return Optional.empty();
    }

    private static boolean isName(String alias) {
        String bare = alias.replaceFirst("^the\\s+", "");
        return !bare.isEmpty()
                && (Character.isUpperCase(bare.codePointAt(0)) || !Character.isLetter(bare.codePointAt(0)));
    }

    private void state(String name) {
        String place = GOVERNMENT.matcher(name.strip()).replaceAll("").strip();
        place = GOVERNMENT.matcher(place).replaceAll("").strip();
        if (place.isEmpty()) {
            return;
        }
        Optional<Countries.Country> country = Countries.withCapital(place);
        states.add(country.isPresent() ? "=" + country.get().code() : Post.key(place));
    }

    private void body(String name) {
        if (ACRONYM.matcher(name.strip().replaceFirst("^[Tt]he\\s+", "")).matches()) {
            acronyms.add(Folding.fold(name.replaceFirst("^[Tt]he\\s+", "")).replaceAll("[^\\p{L}\\p{N}]", ""));
            return;
        }
        List<String> words = new ArrayList<>();
        StringBuilder large = new StringBuilder();
        StringBuilder every = new StringBuilder();
        for (String word : Folding.words(name)) {
            every.append(word, 0, 1);
            if (!SMALL.contains(word)) {
                large.append(word, 0, 1);
                words.add(Folding.number(word));
            }
        }
        List<String> proper = new ArrayList<>(words);
        if (words.stream().anyMatch(word -> !LEGAL.contains(word))) {
            proper.removeAll(LEGAL);
        }
        proper.sort(null);
        if (proper.isEmpty()) {
            return;
        }
        bags.add(String.join(" ", proper));
        if (words.size() > 1) {
            initials.add(large.toString());
            initials.add(every.toString());
        }
        generic &= proper.stream()
                .allMatch(word -> TOPICS.contains(word)
                        || Vocabulary.ORGANISATION.contains(word)
                        || Vocabulary.ORGANISATION_NOUNS.contains(word));
        words.forEach(this::stem);
    }

    private void posts(Speaker speaker, Set<Post> held) {
        for (Role role : speaker.roles()) {
            held.add(Post.of(role));
        }
        if (speaker.roles().isEmpty() && speaker.kind() == SpeakerKind.PERSON) {
            speaker.descriptions().forEach(description -> held.addAll(trades(description)));
        }
        if (speaker.roles().isEmpty() && speaker.kind() == SpeakerKind.OFFICE) {
            held.add(office(speaker.name()));
        }
    }

    /** {@code the president of Avenia}, {@code Avenia's president}, {@code Avenian president}. */
    private static Post office(String name) {
        String bare = name.strip().replaceFirst("^[Tt]he\\s+", "");
        int of = bare.indexOf(" of ");
        if (of > 0) {
            return Post.of(new Role(
                    bare.substring(0, of),
                    Optional.of(bare.substring(of + " of ".length()).strip())));
        }
        int space = bare.indexOf(' ');
        if (space > 0 && Character.isUpperCase(bare.codePointAt(0))) {
            String place = bare.substring(0, space).replaceFirst("['’]s?$", "");
            return Post.of(new Role(bare.substring(space + 1), Optional.of(place)));
        }
        return Post.of(new Role(bare, Optional.empty()));
    }

    /** The first trade that a description names, as a post; with the people it begins with, {@code Avenian politician}. */
    static List<Post> trades(String description) {
        String first = description.strip().split("\\s+", -1)[0];
        Optional<String> of = Countries.ofPeople(first).isPresent() ? Optional.of(first) : Optional.empty();
        for (String word : Folding.words(description)) {
            if (Set.of("of", "who", "from", "by", "for", "at", "in", "with").contains(word)) {
                break;
            }
            if (Post.isTrade(word)) {
                return List.of(Post.of(new Role(word, of)));
            }
        }
        return List.of();
    }

    private void describe(Appearance member) {
        for (String description : member.speaker().descriptions()) {
            Folding.words(description).forEach(this::stem);
            Matcher age = AGE.matcher(description);
            if (age.find() && member.published().isPresent()) {
                int years = Integer.parseInt(age.group(1) == null ? age.group(2) : age.group(1));
                int year = member.published().get().getYear();
                bornFrom = Math.max(bornFrom, year - years - 1);
                bornTo = Math.min(bornTo, year - years);
            }
        }
    }

    private void stem(String word) {
        if (word.length() >= LEAST
                && !Vocabulary.FUNCTION.contains(word)
                && !Vocabulary.PERSON_NOUNS.contains(word)
                && !SMALL.contains(word)) {
            stems.add(word.substring(0, Math.min(STEM, word.length())));
        }
    }

    /** Names with a first name written out, else with an initial, else what there is. */
    private static List<PersonName> longest(Set<PersonName> all) {
        List<PersonName> full = all.stream().filter(PersonName::isFull).toList();
        List<PersonName> initials = all.stream().filter(PersonName::hasGiven).toList();
        Gender told = all.stream()
                .filter(PersonName::addressed)
                .map(PersonName::gender)
                .findFirst()
                .orElse(Gender.UNKNOWN);
        List<PersonName> longest = !full.isEmpty() ? full : !initials.isEmpty() ? initials : List.copyOf(all);
        return longest.stream().map(name -> name.told(told)).distinct().toList();
    }

    boolean is(SpeakerKind kind) {
        return kinds.contains(kind);
    }

    boolean isFull() {
        return !names.isEmpty() && names.get(0).isFull();
    }

    /** Whether its names are those of bodies in many places, or letters alone. */
    boolean isGeneric() {
        return generic;
    }

    boolean agesFit(Profile other) {
        return bornFrom <= other.bornTo + 1L && other.bornFrom <= bornTo + 1L;
    }

    boolean hasAge() {
        return bornTo != Integer.MAX_VALUE;
    }

    /** Days between the nearest two articles; many where no day is known. */
    long daysTo(Profile other) {
        long least = Long.MAX_VALUE;
        boolean fewer = days.size() < other.days.size();
        TreeSet<Long> few = fewer ? days : other.days;
        TreeSet<Long> many = fewer ? other.days : days;
        for (Long day : few) {
            Long before = many.floor(day);
            Long after = many.ceiling(day);
            least = Math.min(least, before == null ? Long.MAX_VALUE : day - before);
            least = Math.min(least, after == null ? Long.MAX_VALUE : after - day);
        }
        return least;
    }

    static <T> boolean meet(Set<T> some, Set<T> others) {
        boolean fewer = some.size() < others.size();
        Set<T> few = fewer ? some : others;
        Set<T> many = fewer ? others : some;
        for (T one : few) {
            if (many.contains(one)) {
                return true;
            }
        }
        return false;
    }
}
