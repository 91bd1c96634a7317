package io.onrecord.attribution;

import io.onrecord.attribution.Rejoinders.Answer;
import io.onrecord.text.WordLists;
import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Verbs that answer what has been stated, and nouns that name it: {@code answers.txt} beside this class. Under {@code [verbs]} a line
 * has a verb's finite forms, after a colon its particle or preposition, {@code persons} and {@code gerund}; under {@code [nouns]}
 * stand nouns.
 */
record Answers(Map<String, List<Form>> verbs, Set<String> nouns) {

    /** Words between a verb and its particle: {@code ruled this out}. */
    private static final int PARTICLE_WITHIN = 5;

    record Form(String particle, boolean persons, boolean gerund, boolean parted) {}

    Answers {
        verbs = Map.copyOf(verbs);
        nouns = Set.copyOf(nouns);
    }

    static Answers read() {
        Map<String, List<Form>> verbs = new HashMap<>();
        Set<String> nouns = new HashSet<>();
        boolean isVerbs = true;
        for (String line : WordLists.lines(Answers.class, "answers.txt")) {
            if (line.startsWith("[")) {
                isVerbs = line.equals("[verbs]");
            } else if (isVerbs) {
                String[] sides = line.split(":", 2);
                Form form = form(sides.length == 2 ? sides[1].strip() : "");
                for (String word : sides[0].strip().split(" +", -1)) {
                    verbs.merge(word, List.of(form), (one, other) -> {
                        List<Form> both = new ArrayList<>(one);
                        both.addAll(other);
                        return List.copyOf(both);
                    });
                }
            } else {
                nouns.addAll(List.of(line.split(" +", -1)));
            }
        }
        return new Answers(verbs, nouns);
    }

    private static Form form(String side) {
        String particle = "";
        Set<String> words = side.isEmpty() ? Set.of() : Set.of(side.split(" +", -1));
        for (String word : words) {
            if (!Set.of("persons", "gerund", "parted").contains(word)) {
                particle = word;
            }
        }
        return new Form(particle, words.contains("persons"), words.contains("gerund"), words.contains("parted"));
    }

    Optional<Answer> at(Words words, int index) {
        for (Form form : verbs.getOrDefault(words.at(index), List.of())) {
            int particle = particle(words, index, form);
            if (form.particle().isEmpty() || particle > 0) {
                return Optional.of(new Answer(index, form.particle(), particle, form.persons(), form.gerund()));
            }
        }
        return Optional.empty();
    }

    private static int particle(Words words, int index, Form form) {
        if (form.particle().isEmpty()) {
            return -1;
        }
        int last = form.parted() ? index + PARTICLE_WITHIN : index + 1;
        for (int i = index + 1; i <= last && words.isWord(i); i++) {
            if (words.at(i).equals(form.particle())) {
                return i;
            }
        }
        return -1;
    }
}
