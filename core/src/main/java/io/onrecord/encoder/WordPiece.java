package io.onrecord.encoder;

import io.onrecord.model.Span;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The uncased WordPiece of BERT (Devlin et al. 2019; Wu et al. 2016): text is cleaned, lower-cased, stripped of accents,
 * cut at white space and punctuation, and each word into the longest pieces the vocabulary has. Every character carries
 * its place in the text from the first step, so nothing is searched for afterwards. Immutable and thread-safe.
 */
public final class WordPiece {

    /** Longer words are one unknown piece, as in BERT. */
    private static final int MAX_WORD = 100;

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int first;
    private final int last;
    /** UTF-16 units of the longest entry: no piece is longer. */
    private final int longest;

    /**
     * @param vocabulary entry by id
     * @throws IllegalArgumentException if the vocabulary lacks {@code [CLS]}, {@code [SEP]} or {@code [UNK]}
     */
    public WordPiece(List<String> vocabulary) {
        this.vocabulary = new HashMap<>(vocabulary.size() * 2);
        for (int id = 0; id < vocabulary.size(); id++) {
            this.vocabulary.putIfAbsent(vocabulary.get(id), id);
        }
        longest = vocabulary.stream().mapToInt(String::length).max().orElse(0);
        unknown = special("[UNK]");
        first = special("[CLS]");
        last = special("[SEP]");
    }

    private int special(String entry) {
        Integer id = vocabulary.get(entry);
        if (id == null) {
            throw new IllegalArgumentException("the vocabulary of " + vocabulary.size() + " entries lacks " + entry);
        }
        return id;
    }

    /** Id of the piece before a window. */
    public int first() {
        return first;
    }

    /** Id of the piece after a window. */
    public int last() {
        return last;
    }

    /** The pieces of a whole string. */
    public Pieces pieces(String text) {
        Pieces.Builder out = new Pieces.Builder();
        if (!text.isEmpty()) {
            addPieces(text, new Span(0, text.length()), out);
        }
        return out.build();
    }

    /**
     * What a network reads of a string: the ids of its first pieces between the two special ones.
     *
     * @param longest how many ids at most, the special ones counted
     * @throws IllegalArgumentException if there is no room for a piece
     */
    public int[] ids(String text, int longest) {
        if (longest < 3) {
            throw new IllegalArgumentException(longest + " ids have no room for a piece between the special ones");
        }
        Pieces pieces = pieces(text);
        int[] ids = new int[Math.min(pieces.size(), longest - 2) + 2];
        ids[0] = first;
        for (int i = 1; i < ids.length - 1; i++) {
            ids[i] = pieces.id(i - 1);
        }
        ids[ids.length - 1] = last;
        return ids;
    }

    /** Adds the pieces of a range of the text. */
    void addPieces(String text, Span range, Pieces.Builder out) {
        Word word = new Word();
        int width;
        for (int at = range.start(); at < range.end(); at += width) {
            int c = text.codePointAt(at);
            width = Character.charCount(c);
            int end = at + width;
            if (c < 0x80) {
                addAscii((char) c, at, word, out);
            } else if (isMark(c) || isEmojiTag(c)) {
                // An accent of its own belongs to the letter before it, so that no span cuts the two apart.
                if (!word.extend(at, end)) {
                    out.extend(at, end);
                }
            } else if (Character.isSpaceChar(c)) {
                flush(word, out);
            } else if (!isDropped(c)) {
                addFolded(c, at, end, word, out);
            }
        }
        flush(word, out);
    }

    private void addAscii(char c, int at, Word word, Pieces.Builder out) {
        if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
            word.add(c, at, at + 1);
        } else if (c >= 'A' && c <= 'Z') {
            word.add((char) (c + 32), at, at + 1);
        } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            flush(word, out);
        } else if (c > ' ' && c < 0x7f) {
            alone(c, at, at + 1, word, out);
        }
    }

    private void addFolded(int c, int at, int end, Word word, Pieces.Builder out) {
        String folded = Normalizer.normalize(Character.toString(c).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        int width;
        for (int i = 0; i < folded.length(); i += width) {
            int part = folded.codePointAt(i);
            width = Character.charCount(part);
            if (isMark(part)) {
                continue;
            }
            if (isPunctuation(part) || isIdeograph(part)) {
                alone(part, at, end, word, out);
            } else {
                word.add(part, at, end);
            }
        }
    }

    private void alone(int c, int start, int end, Word word, Pieces.Builder out) {
        flush(word, out);
        word.add(c, start, end);
        flush(word, out);
    }

    /** Cuts a word greedily into the longest pieces; one unknown piece if that fails. */
    private void flush(Word word, Pieces.Builder out) {
        int n = word.size;
        if (n == 0) {
            return;
        }
        int[] cuts = new int[n + 1];
        int[] found = new int[n];
        int count = n > MAX_WORD ? 0 : cut(word, cuts, found);
        if (count == 0) {
            out.add(unknown, word.starts[0], word.ends[n - 1], true);
        }
        for (int i = 0; i < count; i++) {
            out.add(found[i], word.starts[cuts[i]], word.ends[cuts[i + 1] - 1], i == 0);
        }
        word.clear();
    }

    /** @return how many pieces, or 0 if the word cannot be cut */
    private int cut(Word word, int[] cuts, int[] found) {
        String letters = word.letters();
        int count = 0;
        int at = 0;
        while (at < letters.length()) {
            int end = Math.min(letters.length(), at + longest);
            if (end < letters.length() && Character.isLowSurrogate(letters.charAt(end))) {
                end--;
            }
            Integer id = null;
            while (end > at && (id = vocabulary.get(piece(letters, at, end))) == null) {
                end = letters.offsetByCodePoints(end, -1);
            }
            if (id == null) {
                return 0;
            }
            found[count++] = id;
            cuts[count] = cuts[count - 1] + letters.codePointCount(at, end);
            at = end;
        }
        return count;
    }

    private static String piece(String letters, int start, int end) {
        return start == 0 ? letters.substring(0, end) : "##" + letters.substring(start, end);
    }

    /**
     * Control, format and broken characters. An unassigned one is kept: which ones those are depends on the Java
     * version, and the pieces must not.
     */
    private static boolean isDropped(int c) {
        if (c == 0xFFFD) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static boolean isMark(int c) {
        return c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** What makes the flag of a region of a black flag; invisible by itself. */
    private static boolean isEmojiTag(int c) {
        return c >= 0xE0020 && c <= 0xE007F;
    }

    private static boolean isPunctuation(int c) {
        if (c < 0x80) {
            return !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** The blocks that BERT cuts into single characters. */
    private static boolean isIdeograph(int c) {
        return c >= 0x4E00 && c <= 0x9FFF
                || c >= 0x3400 && c <= 0x4DBF
                || c >= 0x20000 && c <= 0x2A6DF
                || c >= 0x2A700 && c <= 0x2B73F
                || c >= 0x2B740 && c <= 0x2B81F
                || c >= 0x2B820 && c <= 0x2CEAF
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0x2F800 && c <= 0x2FA1F;
    }

    /** The word being read: its folded code points and where each came from. */
    private static final class Word {
        private int size;
        private int[] letters = new int[32];
        private int[] starts = new int[32];
        private int[] ends = new int[32];

        void add(int letter, int start, int end) {
            if (size == letters.length) {
                letters = Arrays.copyOf(letters, 2 * size);
                starts = Arrays.copyOf(starts, 2 * size);
                ends = Arrays.copyOf(ends, 2 * size);
            }
            letters[size] = letter;
            starts[size] = start;
            ends[size++] = end;
        }

        boolean extend(int start, int end) {
            if (size == 0 || ends[size - 1] != start) {
                return false;
            }
            ends[size - 1] = end;
            return true;
        }

        String letters() {
            return new String(letters, 0, size);
        }

        void clear() {
            size = 0;
        }
    }
}
