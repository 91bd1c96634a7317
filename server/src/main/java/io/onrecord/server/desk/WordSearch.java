package io.onrecord.server.desk;

import io.onrecord.model.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Places of words that a person copied out of a text; for those who cannot point at them. White space may differ. Throws
 * {@link IllegalArgumentException}, in words for that person, where the words do not tell a place.
 */
public final class WordSearch {

    private static final int LONGEST = 20_000;

    private final String text;

    public WordSearch(String text) {
        this.text = text;
    }

    /** The one place that has the words. */
    public Span only(String words) {
        Matcher matcher = pattern(words).matcher(text);
        if (!matcher.find()) {
            throw missing(words);
        }
        Span found = new Span(matcher.start(), matcher.end());
        if (matcher.find()) {
            throw new IllegalArgumentException("the article has '" + Words.shown(words)
                    + "' more than once: copy more of the words, or select them in the text");
        }
        return found;
    }

    /** The place that is nearest to another, which it does not overlap; none where no words are given. */
    public List<Span> nearest(Optional<String> words, Span to) {
        if (words.isEmpty()) {
            return List.of();
        }
        Matcher matcher = pattern(words.get()).matcher(text);
        Optional<Span> best = Optional.empty();
        while (matcher.find()) {
            Span found = new Span(matcher.start(), matcher.end());
            if (!found.overlaps(to) && (best.isEmpty() || distance(found, to) < distance(best.get(), to))) {
                best = Optional.of(found);
            }
        }
        return List.of(best.orElseThrow(() -> missing(words.get())));
    }

    private static int distance(Span one, Span other) {
        return Math.max(one.start(), other.start()) - Math.min(one.end(), other.end());
    }

    private static Pattern pattern(String words) {
        if (words.isBlank() || words.length() > LONGEST) {
            throw new IllegalArgumentException("copy the words out of the article, at most " + LONGEST + " characters");
        }
        return Pattern.compile(Arrays.stream(words.strip().split("\\s+", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("\\s+")));
    }

    private static IllegalArgumentException missing(String words) {
        return new IllegalArgumentException(
                "the article does not have the words '" + Words.shown(words) + "': copy them as they stand there");
    }
}
