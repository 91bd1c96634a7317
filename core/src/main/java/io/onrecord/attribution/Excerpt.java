package io.onrecord.attribution;

import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.text.Quotations;
import io.onrecord.text.Sentences;
import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a statement contains, cut out as a text of its own: spans joined, the quotation marks around it and the {@code
 * that} before it left off, each sentence a paragraph that ends with a full stop. Knows where each character is from. For
 * one thread.
 */
final class Excerpt {

    /** Of a character that the original does not have. */
    private static final int ADDED = -1;

    private static final String MARKS = "\"＂“”‟„«»‹›'‘’‚‛`";
    private static final String TRAILING = ",;:.– —";
    private static final String SENTENCE_ENDS = ".!?…";

    private final Text text;
    private final int[] origins;
    private final List<Words> sentences;
    private @Nullable Quotations quotations;

    private Excerpt(Text text, int[] origins) {
        this.text = text;
        this.origins = origins;
        this.sentences = text.paragraphs().stream()
                .map(sentence -> Words.of(text.value(), sentence))
                .toList();
    }

    /**
     * Cuts content out.
     *
     * @param original the text that the spans refer to
     * @param content in order
     */
    static Excerpt of(String original, List<Span> content) {
        Builder builder = new Builder(original);
        for (Span span : content) {
            builder.add(unmarked(original, span));
        }
        return builder.build();
    }

    /** Without the marks at its ends, but for those of a quotation that stands inside it. */
    private static Span unmarked(String original, Span span) {
        List<Span> pairs = Quotations.of(Text.line(span.of(original))).pairs();
        int start = span.start();
        int end = span.end();
        if (pairs.stream().noneMatch(pair -> pair.start() == 0 && pair.end() < span.length())) {
            start += marks(original, start, end - 1, 1);
        }
        if (pairs.stream().noneMatch(pair -> pair.end() == span.length() && pair.start() > 0)) {
            end -= marks(original, end - 1, start, -1);
        }
        return new Span(start, end);
    }

    /** How many units of one quotation mark stand at an offset; the mark may be doubled. */
    private static int marks(String original, int at, int limit, int step) {
        int count = 0;
        while (count < 2
                && (at + count * step) * step < limit * step
                && isMark(original.charAt(at + count * step))
                && original.charAt(at) == original.charAt(at + count * step)) {
            count++;
        }
        return count;
    }

    private static boolean isMark(char c) {
        return MARKS.indexOf(c) >= 0;
    }

    /** The excerpt as a text. */
    Text text() {
        return text;
    }

    /** Its own quotation marks; those around the whole are left off. */
    Quotations quotations() {
        if (quotations == null) {
            quotations = Quotations.of(text);
        }
        return quotations;
    }

    /** The words of each sentence. */
    List<Words> sentences() {
        return sentences;
    }

    /** The words of the sentence that a span stands in. */
    Words sentence(Span span) {
        for (int i = 0; i < sentences.size(); i++) {
            if (text.paragraphs().get(i).overlaps(span)) {
                return sentences.get(i);
            }
        }
        throw new IllegalArgumentException(span + " stands in no sentence of " + text);
    }

    /** The same text with spaces in place of all sentences but some. */
    Text only(Predicate<Words> wanted) {
        StringBuilder kept = new StringBuilder(" ".repeat(text.length()));
        List<Span> paragraphs = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            if (wanted.test(sentences.get(i))) {
                Span sentence = text.paragraphs().get(i);
                kept.replace(sentence.start(), sentence.end(), sentence.of(text.value()));
                paragraphs.add(sentence);
            }
        }
        return new Text(kept.toString(), paragraphs);
    }

    /** Where some characters of the excerpt stand in the original; may be several spans, or none. */
    List<Span> origin(Span span) {
        List<Span> found = new ArrayList<>();
        int at = span.start();
        while (at < span.end()) {
            if (origins[at] == ADDED) {
                at++;
                continue;
            }
            int from = at;
            while (at + 1 < span.end() && origins[at + 1] == origins[at] + 1) {
                at++;
            }
            found.add(new Span(origins[from], origins[at] + 1));
            at++;
        }
        return found;
    }

    /** Where spans stand in the original. */
    List<Span> origin(List<Span> spans) {
        return spans.stream().flatMap(span -> origin(span).stream()).toList();
    }

    private static final class Builder {
        private final String original;
        private final StringBuilder joined = new StringBuilder();
        private int[] from = new int[64];
        /** Where the last span ends. */
        private int end;

        Builder(String original) {
            this.original = original;
        }

        void add(Span span) {
            if (joined.length() > 0) {
                put(isBreak(end, span.start()) ? '\n' : ' ', ADDED);
            }
            end = span.end();
            for (int i = span.start(); i < span.end(); i++) {
                put(original.charAt(i), i);
            }
        }

        /** Whether a new sentence begins after the words between two spans: {@code , she wrote. "I also …"}. */
        private boolean isBreak(int gap, int next) {
            for (int i = gap; i < next; i++) {
                char c = original.charAt(i);
                if (c == '\n' || SENTENCE_ENDS.indexOf(c) >= 0) {
                    return !Character.isLowerCase(original.charAt(next));
                }
            }
            return false;
        }

        private void put(char c, int origin) {
            if (joined.length() == from.length) {
                from = Arrays.copyOf(from, 2 * from.length);
            }
            from[joined.length()] = origin;
            joined.append(c);
        }

        Excerpt build() {
            String whole = joined.toString();
            int[] wholeFrom = from;
            joined.setLength(0);
            from = new int[64];
            List<Span> paragraphs = new ArrayList<>();
            for (Span sentence : sentences(whole)) {
                if (joined.length() > 0) {
                    put('\n', ADDED);
                }
                int start = joined.length();
                for (int i = sentence.start(); i < sentence.end(); i++) {
                    put(whole.charAt(i), wholeFrom[i]);
                }
                if (SENTENCE_ENDS.indexOf(joined.charAt(joined.length() - 1)) < 0) {
                    put('.', ADDED);
                }
                paragraphs.add(new Span(start, joined.length()));
            }
            return new Excerpt(new Text(joined.toString(), paragraphs), Arrays.copyOf(from, joined.length()));
        }

        /** Without what ends them, and without a {@code that} that begins the whole. */
        private static List<Span> sentences(String whole) {
            List<Span> sentences = new ArrayList<>();
            int start = whole.regionMatches(true, 0, "that ", 0, 5) ? 5 : 0;
            while (start < whole.length()) {
                int line = whole.indexOf('\n', start);
                int end = line < 0 ? whole.length() : line;
                if (start < end) {
                    for (Span sentence : Sentences.of(whole, new Span(start, end))) {
                        opened(whole, sentence).ifPresent(sentences::add);
                    }
                }
                start = end + 1;
            }
            return sentences;
        }

        /** A sentence without the marks at its end, if it is more than marks. */
        private static Optional<Span> opened(String whole, Span sentence) {
            int end = sentence.end();
            while (end > sentence.start() && TRAILING.indexOf(whole.charAt(end - 1)) >= 0) {
                end--;
            }
            return end > sentence.start() ? Optional.of(new Span(sentence.start(), end)) : Optional.empty();
        }
    }
}
