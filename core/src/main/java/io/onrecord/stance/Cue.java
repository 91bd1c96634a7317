package io.onrecord.stance;

import io.onrecord.model.Attribution;
import io.onrecord.model.Span;
import io.onrecord.text.Sentences;
import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A cue among the words around it. Indexes count the words of a stretch of its line that holds the whole cue; outside it
 * words are empty. Immutable.
 */
final class Cue {

    /** Characters before and behind the cue that are looked at, so that a line without end costs no more than another. */
    private static final int BEFORE = 400;

    private static final int BEHIND = 600;

    private final Words words;
    private final List<Part> parts = new ArrayList<>();
    private final List<Integer> indexes = new ArrayList<>();
    /** Indexes of the last characters of sentences. */
    private final Set<Integer> ends = new HashSet<>();

    private final boolean unsourced;

    private enum Part {
        SOURCE,
        CUE,
        CONTENT,
        NONE
    }

    /**
     * @param text of the attribution
     * @param attribution with a cue
     */
    Cue(String text, Attribution attribution) {
        unsourced = attribution.source().isEmpty();
        List<Span> cue = attribution.cue();
        int first = cue.get(0).start();
        int last = cue.get(cue.size() - 1).end();
        int start = first;
        while (start > Math.max(0, first - BEFORE) && text.charAt(start - 1) != '\n') {
            start--;
        }
        int end = last;
        while (end < Math.min(text.length(), last + BEHIND) && text.charAt(end) != '\n') {
            end++;
        }
        Span around = new Span(start, end);
        words = Words.of(text, around);
        Sentences.of(text, around).forEach(sentence -> ends.add(words.firstAfter(sentence.end() - 1)));
        for (int i = 0; i < words.size(); i++) {
            Part part = part(words.span(i), attribution);
            parts.add(part);
            if (part == Part.CUE && words.isWord(i)) {
                indexes.add(i);
            }
        }
    }

    private static Part part(Span word, Attribution attribution) {
        if (isIn(word, attribution.cue())) {
            return Part.CUE;
        }
        if (isIn(word, attribution.source())) {
            return Part.SOURCE;
        }
        return isIn(word, attribution.content()) ? Part.CONTENT : Part.NONE;
    }

    /** By where the word begins: {@code Ito's} is of the source where the cue begins with its {@code 's}. */
    private static boolean isIn(Span word, List<Span> spans) {
        for (Span span : spans) {
            if (span.start() <= word.start() && word.start() < span.end()) {
                return true;
            }
        }
        return false;
    }

    /** The words of the cue itself, without other characters; empty for a colon. */
    List<Integer> indexes() {
        return Collections.unmodifiableList(indexes);
    }

    /** Whether the content begins with a quotation mark. */
    boolean isQuoted() {
        List<Integer> first = content(1);
        return !first.isEmpty() && "\"“‘«„'`".contains(at(first.get(0)));
    }

    /** The words of the source. */
    List<Integer> source() {
        List<Integer> source = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (isSource(i)) {
                source.add(i);
            }
        }
        return source;
    }

    /** Whether nobody is named who states it. */
    boolean isUnsourced() {
        return unsourced;
    }

    /** A word in small letters; empty outside. */
    String at(int index) {
        return words.at(index);
    }

    boolean isOneOf(int index, Set<String> some) {
        return words.isOneOf(index, some);
    }

    /** Whether it is a word, not another character, nor outside. */
    boolean isWord(int index) {
        return words.isWord(index);
    }

    boolean isCapital(int index) {
        return words.isCapital(index);
    }

    boolean isCue(int index) {
        return is(index, Part.CUE);
    }

    boolean isSource(int index) {
        return is(index, Part.SOURCE);
    }

    boolean isContent(int index) {
        return is(index, Part.CONTENT);
    }

    /** Whether a word belongs to no part of the attribution. */
    boolean isFree(int index) {
        return is(index, Part.NONE);
    }

    private boolean is(int index, Part part) {
        return index >= 0 && index < parts.size() && parts.get(index) == part;
    }

    /** How many words and other characters there are. */
    int size() {
        return words.size();
    }

    /** From one word to another, both included, in units of the text. */
    Span span(int first, int last) {
        return words.span(first, last);
    }

    /** Whether a sentence ends with a character, or here, outside. */
    boolean isEnd(int index) {
        return words.at(index).isEmpty() || words.at(index).equals(";") || ends.contains(index) && !words.isWord(index);
    }

    /** The words and other characters behind a word to the end of its sentence, without those of the source; at most so many. */
    List<Integer> behind(int index, int most) {
        List<Integer> behind = new ArrayList<>();
        for (int i = index + 1; !isEnd(i) && behind.size() < most; i++) {
            if (!isSource(i)) {
                behind.add(i);
            }
        }
        return behind;
    }

    /** The first words of the content, wherever it stands; at most so many. */
    List<Integer> content(int most) {
        List<Integer> content = new ArrayList<>();
        for (int i = 0; i < parts.size() && content.size() < most; i++) {
            if (isContent(i)) {
                content.add(i);
            }
        }
        return content;
    }

    /** Index of the first word of the source that stands before the cue's first word in its sentence; the cue's if none does. */
    int subject() {
        int first = indexes.get(0);
        int subject = first;
        for (int i = first - 1; i >= 0 && !isEnd(i); i--) {
            if (isSource(i)) {
                subject = i;
            }
        }
        return subject;
    }
}
