package io.onrecord.memory;

import io.onrecord.speakers.NameWords;
import io.onrecord.store.Somebody;
import io.onrecord.store.Store;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds identities by what somebody calls them. Thread-safe as the store is. */
public final class People {

    /** So many of one name are told apart. */
    public static final int MOST = 50;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    /** Words of a name that count; nobody has more. */
    private static final int MOST_WORDS = 8;

    private static final int SUGGESTED = 5;

    private final Store store;

    public People(Store store) {
        this.store = store;
    }

    /**
     * Who is called so, those of whom most articles tell first. Where somebody has the name and nothing more, whoever only has its words
     * among others is left out: of Ilan Serrat, Mara Serrat and the Serrat Bank, {@code Serrat} finds those two whom articles call that.
     *
     * @param name in any case, with or without accents; or the id of an identity
     */
    public List<Somebody> called(String name) {
        if (ID.matcher(name.strip()).matches()) {
            Optional<Somebody> one = store.identity(name.strip());
            if (one.isPresent()) {
                return List.of(one.get());
            }
        }
        List<String> words = words(name);
        List<String> different = List.copyOf(new HashSet<>(words));
        List<Somebody> all = store.called(different, MOST);
        Predicate<Somebody> named = one -> names(one).anyMatch(words::equals);
        // Behind those of whom most articles tell may come somebody with just this name.
        List<Somebody> exact =
                all.size() < MOST ? all.stream().filter(named).toList() : store.called(different, named, MOST);
        return exact.isEmpty() ? all : exact;
    }

    private static Stream<List<String>> names(Somebody somebody) {
        return Stream.concat(Stream.of(somebody.name()), somebody.aliases().stream())
                .map(People::words);
    }

    private static List<String> words(String name) {
        List<String> words = NameWords.of(name);
        return words.subList(0, Math.min(words.size(), MOST_WORDS));
    }

    /** Whom somebody may have meant by a name that nobody has: those whose names are spelt or sound nearly so, or share a word. */
    public List<Somebody> like(String name) {
        List<String> words = words(name);
        Map<String, Set<String>> near = new LinkedHashMap<>();
        words.forEach(word -> near.put(word, near(word)));
        List<Somebody> found = new ArrayList<>();
        List<String> best = new ArrayList<>();
        near.forEach((word, others) -> others.stream().findFirst().ifPresent(best::add));
        // All words first, each put right; then whoever has one of them, the last first, which is often the family's.
        add(found, store.called(best, SUGGESTED));
        for (int i = words.size() - 1; i >= 0; i--) {
            for (String other : near.getOrDefault(words.get(i), Set.of())) {
                add(found, store.called(List.of(other), SUGGESTED));
            }
        }
        return found.subList(0, Math.min(found.size(), SUGGESTED));
    }

    private static void add(List<Somebody> found, List<Somebody> more) {
        more.stream().filter(one -> !found.contains(one)).forEach(found::add);
    }

    /** Words of names that are nearly this one, the nearest first. */
    private Set<String> near(String word) {
        int length = word.codePointCount(0, word.length());
        if (length < 3) {
            return Set.of();
        }
        int slips = length < 5 ? 1 : 2;
        Map<String, Integer> near = new LinkedHashMap<>();
        for (String other : store.nameWords(length - slips, length + slips)) {
            int distance = Spelling.distance(word, other, slips);
            if (distance <= slips) {
                near.put(other, 2 * distance);
            } else if (NameWords.soundAlike(word, other)) {
                near.put(other, 3);
            }
        }
        return near.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .limit(SUGGESTED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
