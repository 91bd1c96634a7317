package io.onrecord.claims;

import io.onrecord.model.Span;
import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * How one wording became another, word by word: what stayed, what went, what came. Case and punctuation do not count for what is the same, but are
 * shown as they stand. A pure function.
 *
 * @param pieces in the order of reading; what went stands before what came in its place. Those that stayed or came are the later wording, with
 *     one space where it has white space; none where neither wording has a word
 * @param shared the share of the words of both that they have in common, from 0 to 1
 */
public record Rewording(List<Piece> pieces, double shared) {

    /** Words of one wording that are compared; the alignment takes room by their square. */
    private static final int MOST_WORDS = 400;

    /** What happened to some words. */
    public enum Change {
        STAYED,
        WENT,
        CAME
    }

    /**
     * Words side by side of which the same is to be said.
     *
     * @param change what happened to them
     * @param words as they stand, with the punctuation behind them
     */
    public record Piece(Change change, String words) {}

    public Rewording {
        pieces = List.copyOf(pieces);
    }

    /** Whether both have the same words. */
    public boolean isVerbatim() {
        return pieces.stream().allMatch(piece -> piece.change() == Change.STAYED);
    }

    /** How an earlier wording became a later one; of very long ones, their beginnings. */
    public static Rewording of(String earlier, String later) {
        Wording before = Wording.of(earlier);
        Wording after = Wording.of(later);
        Alignment alignment = Alignment.of(before.words, after.words);
        Pieces pieces = new Pieces();
        int i = 0;
        int j = 0;
        while (i < before.words.size() || j < after.words.size()) {
            if (i < before.words.size() && !alignment.keepsFirst(i)) {
                pieces.add(Change.WENT, before.shown(i++));
            } else if (j < after.words.size() && !alignment.keepsSecond(j)) {
                pieces.add(Change.CAME, after.shown(j++));
            } else {
                pieces.add(Change.STAYED, after.shown(j++));
                i++;
            }
        }
        int words = before.words.size() + after.words.size();
        return new Rewording(pieces.all(), words == 0 ? 1 : 2.0 * alignment.common() / words);
    }

    /** A wording: its words, and where each stands with what follows it. */
    private record Wording(String text, List<String> words, List<Integer> starts) {

        static Wording of(String text) {
            List<String> words = new ArrayList<>();
            List<Integer> starts = new ArrayList<>();
            if (!text.isEmpty()) {
                Words read = Words.of(text, new Span(0, text.length()));
                int behind = 0;
                for (int i = 0; i < read.size() && words.size() < MOST_WORDS; i++) {
                    if (read.isWord(i)) {
                        // What stands before the first word goes with it.
                        starts.add(
                                words.isEmpty() ? 0 : start(text, read.span(i).start(), behind));
                        words.add(read.at(i));
                        behind = read.span(i).end();
                    }
                }
            }
            return new Wording(text, words, starts);
        }

        /** Where a word begins with the marks that adjoin it, behind the end of the one before. */
        private static int start(String text, int word, int before) {
            int start = word;
            while (start > before && !Character.isWhitespace(text.charAt(start - 1))) {
                start--;
            }
            return start;
        }

        String shown(int index) {
            int end = index + 1 < starts.size() ? starts.get(index + 1) : text.length();
            return text.substring(starts.get(index), end).strip();
        }
    }

    /** Pieces with a space between their words. */
    private static final class Pieces {

        private final List<Piece> pieces = new ArrayList<>();

        void add(Change change, String words) {
            int last = pieces.size() - 1;
            if (last >= 0 && pieces.get(last).change() == change) {
                pieces.set(last, new Piece(change, pieces.get(last).words() + " " + words));
            } else {
                pieces.add(new Piece(change, words));
            }
        }

        List<Piece> all() {
            return pieces;
        }
    }
}
