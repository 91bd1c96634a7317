package io.onrecord.disputes;

import io.onrecord.model.Attribution;
import io.onrecord.model.Span;
import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a statement among those around it in its paragraph. Indexes count words and other visible characters; outside they are
 * empty. Immutable.
 */
final class Line {

    /** Characters before and behind the cue, or the content where there is no cue, that are looked at. */
    private static final int BEFORE = 500;

    private static final int BEHIND = 900;

    private final Words words;
    private final Attribution attribution;
    private final List<Integer> cue = new ArrayList<>();
    private final List<Integer> content = new ArrayList<>();

    Line(String text, Attribution attribution) {
        this.attribution = attribution;
        List<Span> middle = attribution.cue().isEmpty() ? attribution.content() : attribution.cue();
        int first = middle.get(0).start();
        int last = middle.get(middle.size() - 1).end();
        int start = first;
        while (start > Math.max(0, first - BEFORE) && text.charAt(start - 1) != '\n') {
            start--;
        }
        int end = first;
        while (end < Math.min(text.length(), last + BEHIND) && text.charAt(end) != '\n') {
            end++;
        }
        words = Words.of(text, new Span(start, Math.max(end, start + 1)));
        for (int i = 0; i < words.size(); i++) {
            if (isIn(i, attribution.cue())) {
                cue.add(i);
            } else if (isIn(i, attribution.content())) {
                content.add(i);
            }
        }
    }

    private boolean isIn(int index, List<Span> spans) {
        Span word = words.span(index);
        return spans.stream().anyMatch(span -> span.start() <= word.start() && word.start() < span.end());
    }

    /** Indexes of the words and other characters of the cue. */
    List<Integer> cue() {
        return List.copyOf(cue);
    }

    /** Indexes of the words and other characters of the content. */
    List<Integer> content() {
        return List.copyOf(content);
    }

    String at(int index) {
        return words.at(index);
    }

    boolean isWord(int index) {
        return words.isWord(index);
    }

    boolean isCapital(int index) {
        return words.isCapital(index);
    }

    boolean isSource(int index) {
        return index >= 0 && index < words.size() && isIn(index, attribution.source());
    }

    Span span(int index) {
        return words.span(index);
    }

    /** From one word to another, both included. */
    Span span(int first, int last) {
        return words.span(first, last);
    }

    /** Whether some words stand from an index on. */
    boolean has(int index, List<String> phrase) {
        for (int i = 0; i < phrase.size(); i++) {
            String wanted = phrase.get(i);
            boolean same = wanted.equals("X") || at(index + i).equals(wanted);
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
