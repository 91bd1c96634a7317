package io.onrecord.disputes;

import io.onrecord.model.Role;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which speakers of an article some words may stand for: a name, a post, a description, the adjective of a place. */
final class Owners {

    /** Letters that the name of a place and its adjective have in common at least. */
    private static final int COMMON = 4;

    /** Of each word the speakers that have it in a name or description. */
    private final Map<String, Set<String>> byWord = new HashMap<>();

    Owners(List<Speaker> speakers) {
        for (Speaker speaker : speakers) {
            add(speaker.name(), speaker);
            speaker.aliases().forEach(alias -> add(alias, speaker));
            speaker.descriptions().forEach(description -> add(description, speaker));
            for (Role role : speaker.roles()) {
                add(role.title(), speaker);
            }
        }
    }

    private void add(String name, Speaker speaker) {
        if (name.isEmpty()) {
            return;
        }
        Words words = Words.of(name, new Span(0, name.length()));
        for (int i = 0; i < words.size(); i++) {
            if (words.isWord(i) && !Grammar.FUNCTION.contains(words.at(i))) {
                byWord.computeIfAbsent(words.at(i), key -> new LinkedHashSet<>())
                        .add(speaker.id());
            }
        }
    }

    /** The speakers that all words may mean; by the last word alone where none has all. */
    List<String> called(List<String> words) {
        List<String> telling = words.stream()
                .filter(word -> !Grammar.FUNCTION.contains(word)
                        && !word.isEmpty()
                        && Character.isLetterOrDigit(word.charAt(0)))
                .toList();
        if (telling.isEmpty()) {
            return List.of();
        }
        Set<String> all = new HashSet<>();
        for (int i = 0; i < telling.size(); i++) {
            Set<String> some = having(telling.get(i));
            if (i == 0) {
                all.addAll(some);
            } else {
                all.retainAll(some);
            }
        }
        Set<String> found = all.isEmpty() ? having(telling.get(telling.size() - 1)) : all;
        List<String> ids = new ArrayList<>(found);
        ids.sort(Comparator.naturalOrder());
        return ids;
    }

    private Set<String> having(String word) {
        Set<String> exact = byWord.get(word);
        if (exact != null) {
            return exact;
        }
        Set<String> like = new LinkedHashSet<>();
        String plural = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        byWord.forEach((other, ids) -> {
            if (other.equals(plural) || isAdjective(word, other)) {
                like.addAll(ids);
            }
        });
        return like;
    }

    /** {@code Velian} of {@code Velia}. */
    private static boolean isAdjective(String word, String place) {
        int common = 0;
        while (common < Math.min(word.length(), place.length()) && word.charAt(common) == place.charAt(common)) {
            common++;
        }
        return common >= COMMON && place.length() - common <= 2 && word.length() - common <= 4 && word.endsWith("n");
    }
}
