package io.onrecord.disputes;

import io.onrecord.text.WordLists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words that judge a statement ({@code judgements.txt}). */
final class Judgements {

    private static final Map<String, List<List<String>>> KINDS = read();

    private Judgements() {}

    /**
     * A judgement among words.
     *
     * @param against whether it goes against what is judged
     * @param first index of its first word
     * @param last index of its last word
     */
    record Verdict(boolean against, int first, int last) {}

    private static Map<String, List<List<String>>> read() {
        Map<String, List<List<String>>> kinds = new HashMap<>();
        List<List<String>> current = new ArrayList<>();
        for (String line : WordLists.lines(Judgements.class, "judgements.txt")) {
            if (line.startsWith("[")) {
                current = kinds.computeIfAbsent(line.substring(1, line.length() - 1), key -> new ArrayList<>());
            } else {
                current.add(WordLists.words(line));
            }
        }
        return kinds;
    }

    /** The first judgement from an index on, of a statement or of a person. */
    static Optional<Verdict> at(Line line, int index, boolean person) {
        String of = person ? " of a person" : "";
        return match(line, index, "against" + of, true).or(() -> match(line, index, "for" + of, false));
    }

    /** A whole answer. */
    static Optional<Verdict> alone(Line line, int index) {
        return match(line, index, "against alone", true).or(() -> match(line, index, "for alone", false));
    }

    private static Optional<Verdict> match(Line line, int index, String kind, boolean against) {
        int longest = 0;
        for (List<String> phrase : KINDS.getOrDefault(kind, List.of())) {
            if (phrase.size() > longest && line.has(index, phrase)) {
                longest = phrase.size();
            }
        }
        return longest == 0 ? Optional.empty() : Optional.of(new Verdict(against, index, index + longest - 1));
    }

    /** Whether some words have one that goes against a statement, and where. */
    static Optional<Verdict> in(Line line, List<Integer> indexes) {
        Set<Integer> there = new HashSet<>(indexes);
        for (int index : indexes) {
            Optional<Verdict> verdict = at(line, index, false);
            if (verdict.isPresent() && there.contains(verdict.get().last())) {
                boolean negated = Grammar.isNegation(line.at(index - 1)) || Grammar.isNegation(line.at(index - 2));
                return Optional.of(
                        negated
                                ? new Verdict(
                                        !verdict.get().against(),
                                        index,
                                        verdict.get().last())
                                : verdict.get());
            }
        }
        return Optional.empty();
    }
}
