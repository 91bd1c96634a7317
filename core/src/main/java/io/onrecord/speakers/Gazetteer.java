package io.onrecord.speakers;

import io.onrecord.model.Ids;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A list of known people, states and organisations, with their names and their ids in knowledge bases. Immutable; safe to share
 * between threads.
 */
public final class Gazetteer {

    /** Knows nobody. */
    public static final Gazetteer EMPTY = new Gazetteer(List.of());

    /**
     * Somebody known.
     *
     * @param name the usual name
     * @param aliases other names
     * @param kind what kind of party; empty where the list does not say
     * @param description a few words that tell namesakes apart, such as {@code Avenian politician}
     * @param external ids by the name of the knowledge base, such as {@code wikidata} and {@code Q42}; at least one
     */
    public record Entry(
            String name,
            List<String> aliases,
            Optional<SpeakerKind> kind,
            Optional<String> description,
            Map<String, String> external) {

        public Entry {
            aliases = List.copyOf(aliases);
            external = Collections.unmodifiableMap(new TreeMap<>(external));
            if (name.isBlank() || aliases.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("the names of an entry must not be blank");
            }
            if (external.isEmpty()
                    || external.keySet().stream().anyMatch(String::isBlank)
                    || external.values().stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("the entry '" + name + "' needs an id of a knowledge base");
            }
        }
    }

    private static final int HEXADECIMAL = 16;

    private final Map<String, List<Entry>> byName = new HashMap<>();
    private final int size;
    private final String digest;

    private Gazetteer(Collection<Entry> entries) {
        Set<Entry> distinct = new LinkedHashSet<>(entries);
        for (Entry entry : distinct) {
            Set<String> names = new LinkedHashSet<>();
            names.add(key(entry.name()));
            entry.aliases().forEach(alias -> names.add(key(alias)));
            names.forEach(name ->
                    byName.computeIfAbsent(name, key -> new ArrayList<>()).add(entry));
        }
        size = distinct.size();
        digest = digest(distinct);
    }

    /** A gazetteer of entries; the same entry twice counts once. */
    public static Gazetteer of(Collection<Entry> entries) {
        return new Gazetteer(entries);
    }

    /** How many entries there are. */
    public int size() {
        return size;
    }

    /**
     * The entry for a speaker: the only one with their name whose kind and description say nothing against it, or of several
     * the only one whose description fits their roles. Looks for the name first, then for aliases of more than one word or in
     * capitals; empty where nothing, or more than one, fits.
     */
    public Optional<Entry> find(Speaker speaker) {
        if (size == 0) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>(List.of(speaker.name()));
        for (String alias : speaker.aliases()) {
            if (alias.strip().contains(" ") || alias.equals(alias.toUpperCase(Locale.ROOT))) {
                names.add(alias);
            }
        }
        for (String name : names) {
            List<Entry> fitting = byName.getOrDefault(key(name), List.of()).stream()
                    .filter(entry -> entry.kind().isEmpty() || entry.kind().get() == speaker.kind())
                    .filter(entry -> fit(entry, speaker) != Post.Fit.APART)
                    .toList();
            if (fitting.size() > 1) {
                fitting = fitting.stream()
                        .filter(entry -> fit(entry, speaker).compareTo(Post.Fit.SAME_TITLE) <= 0)
                        .toList();
            }
            if (!fitting.isEmpty()) {
                return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * A speaker with what the list knows of it: ids, the usual name and the aliases, and the kind where the article tells it by a
     * capital alone. The name stays as the article has it; a speaker without an entry stays as it is.
     */
    public Speaker complete(Speaker speaker) {
        Optional<Entry> found = size == 0 || !isNamed(speaker)
                ? Optional.empty()
                : find(speaker).or(() -> guessed(speaker));
        if (found.isEmpty()) {
            return speaker;
        }
        Entry entry = found.get();
        Set<String> aliases = new LinkedHashSet<>(speaker.aliases());
        aliases.add(entry.name());
        aliases.addAll(entry.aliases());
        aliases.remove(speaker.name());
        Map<String, String> ids = new TreeMap<>(entry.external());
        ids.putAll(speaker.external());
        return speaker.with(speaker.name(), entry.kind().orElse(speaker.kind()), List.copyOf(aliases), ids);
    }

    private static boolean isNamed(Speaker speaker) {
        return speaker.kind() != SpeakerKind.UNNAMED
                && speaker.kind() != SpeakerKind.DOCUMENT
                && !(speaker.kind() == SpeakerKind.GROUP
                        && !speaker.descriptions().isEmpty());
    }

    /** Of a name that is a person's for want of anything that says otherwise, the only entry, whatever its kind. */
    private Optional<Entry> guessed(Speaker speaker) {
        if (speaker.kind() != SpeakerKind.PERSON
                || !speaker.roles().isEmpty()
                || !speaker.descriptions().isEmpty()
                || FirstNames.has(
                        Folding.words(speaker.name()).stream().findFirst().orElse(""))) {
            return Optional.empty();
        }
        List<Entry> named = byName.getOrDefault(key(speaker.name()), List.of());
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /** What tells this list from others: 16 hexadecimal digits, the same for the same entries in any order. */
    public String digest() {
        return digest;
    }

    private static String digest(Set<Entry> entries) {
        long sum = 0;
        for (Entry entry : entries) {
            // The order of the file says nothing, so the ids of the entries are added.
            sum += Long.parseUnsignedLong(Ids.entry(entry.toString()), HEXADECIMAL);
        }
        return HexFormat.of().toHexDigits(sum);
    }

    /** The description as a role: its trade and the place it begins with. */
    private static Post.Fit fit(Entry entry, Speaker speaker) {
        if (entry.description().isEmpty() || speaker.roles().isEmpty()) {
            return Post.Fit.OPEN;
        }
        List<Post> described = Profile.trades(entry.description().get());
        return Post.fit(described, speaker.roles().stream().map(Post::of).toList());
    }

    private static String key(String name) {
        return String.join(" ", Folding.words(name.replaceFirst("^[Tt]he\\s+", "")));
    }
}
