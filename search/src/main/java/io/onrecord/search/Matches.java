package io.onrecord.search;

import io.onrecord.model.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which words of a text are those that somebody looked for. Immutable and thread-safe. */
public final class Matches {

    /** The words as they were typed, by what is left of them. */
    private final Map<String, String> wanted = new LinkedHashMap<>();

    private Matches(Words words) {
        for (English.Term term : English.terms(words.all())) {
            wanted.putIfAbsent(term.term(), words.all().substring(term.start(), term.end()));
        }
    }

    /** Of these words, those in quotation marks included. */
    public static Matches of(Words words) {
        return new Matches(words);
    }

    /** Where they stand in a text, in any of their endings; UTF-16 units. */
    public List<Span> in(String text) {
        List<Span> spans = new ArrayList<>();
        if (!wanted.isEmpty()) {
            for (English.Term term : English.terms(text)) {
                if (wanted.containsKey(term.term())) {
                    spans.add(new Span(term.start(), term.end()));
                }
            }
        }
        return spans;
    }

    /** Which of them stand in some texts, as they were typed and in that order. */
    public List<String> wordsIn(List<String> texts) {
        Set<String> terms = new HashSet<>();
        if (!wanted.isEmpty()) {
            texts.forEach(text -> English.terms(text).forEach(term -> terms.add(term.term())));
        }
        return wanted.entrySet().stream()
                .filter(entry -> terms.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
