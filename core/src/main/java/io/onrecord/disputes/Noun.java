package io.onrecord.disputes;

import io.onrecord.model.Stance;
import io.onrecord.text.WordLists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A noun that names something stated ({@code nouns.txt}): {@code allegation}, {@code the figure}.
 *
 * @param stances of what it names, the likeliest first
 * @param number whether what it names has a number in it
 * @param stems beginnings of the words that a cue has where it was stated
 */
record Noun(List<Stance> stances, boolean number, List<String> stems) {

    private static final String NUMBER = "number";

    private static final Map<String, Noun> FORMS = read();

    Noun {
        stances = List.copyOf(stances);
        stems = List.copyOf(stems);
    }

    static Optional<Noun> of(String form) {
        return Optional.ofNullable(FORMS.get(form));
    }

    /** How well a stance fits: 0 for the likeliest; empty where it does not. */
    Optional<Integer> rank(Stance stance) {
        int index = stances.indexOf(stance);
        return index < 0 ? Optional.empty() : Optional.of(index);
    }

    private static Map<String, Noun> read() {
        Map<String, Noun> forms = new HashMap<>();
        for (String line : WordLists.lines(Noun.class, "nouns.txt")) {
            String[] parts = line.split(":", -1);
            if (parts.length != 3) {
                throw new IllegalStateException("nouns.txt: '" + line + "' has not three parts");
            }
            List<Stance> stances = new ArrayList<>();
            boolean number = false;
            for (String word : WordLists.words(parts[1])) {
                if (word.equals(NUMBER)) {
                    number = true;
                } else {
                    stances.add(Stance.valueOf(word));
                }
            }
            Noun noun = new Noun(stances, number, WordLists.words(parts[2]));
            for (String form : WordLists.words(parts[0])) {
                if (forms.putIfAbsent(form, noun) != null) {
                    throw new IllegalStateException("nouns.txt has '" + form + "' twice");
                }
            }
        }
        return forms;
    }
}
