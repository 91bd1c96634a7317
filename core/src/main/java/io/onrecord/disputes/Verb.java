package io.onrecord.disputes;

import io.onrecord.model.Dispute;
import io.onrecord.text.WordLists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a word of a cue does with what has been stated ({@code acts.txt}).
 *
 * @param kind what it does
 * @param negated whether it does so only where it is negated: {@code does not share}
 * @param own whether the source's own statement is meant: {@code withdrew}
 * @param phrases one of them must follow; empty where nothing must
 * @param unless none of them may follow
 */
record Verb(Dispute.Kind kind, boolean negated, boolean own, List<List<String>> phrases, List<List<String>> unless) {

    private static final Map<String, List<Verb>> FORMS = read();

    Verb {
        phrases = List.copyOf(phrases);
        unless = List.copyOf(unless);
    }

    /** All that a form may do, the most particular first. */
    static List<Verb> of(String form) {
        return FORMS.getOrDefault(form, List.of());
    }

    private static Map<String, List<Verb>> read() {
        Map<String, List<Verb>> forms = new HashMap<>();
        List<String> heading = List.of();
        for (String line : WordLists.lines(Verb.class, "acts.txt")) {
            if (line.startsWith("[")) {
                heading = WordLists.words(line.substring(1, line.length() - 1));
                continue;
            }
            String[] sides = line.split(":", 2);
            Verb verb = verb(heading, sides.length == 2 ? sides[1] : "");
            for (String form : WordLists.words(sides[0])) {
                List<Verb> all = forms.computeIfAbsent(form, key -> new ArrayList<>());
                // What asks for certain words is tried before what takes any.
                all.add(verb.phrases().isEmpty() ? all.size() : firstOpen(all), verb);
            }
        }
        return forms;
    }

    private static int firstOpen(List<Verb> verbs) {
        int at = 0;
        while (at < verbs.size() && !verbs.get(at).phrases().isEmpty()) {
            at++;
        }
        return at;
    }

    private static Verb verb(List<String> heading, String follows) {
        List<List<String>> phrases = new ArrayList<>();
        List<List<String>> unless = new ArrayList<>();
        boolean not = follows.strip().startsWith("not ") && !follows.strip().startsWith("not guilty");
        String list = not ? follows.strip().substring("not ".length()) : follows;
        for (String phrase : list.split(",", -1)) {
            if (!phrase.isBlank()) {
                (not ? unless : phrases).add(WordLists.words(phrase));
            }
        }
        return new Verb(
                Dispute.Kind.valueOf(heading.get(0)),
                heading.contains("negated"),
                heading.contains("own"),
                phrases,
                unless);
    }
}
