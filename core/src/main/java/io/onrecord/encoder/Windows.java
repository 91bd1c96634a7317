package io.onrecord.encoder;

import java.util.ArrayList;
import java.util.List;

/** Cuts the pieces of a text into windows: whole paragraphs packed together, over-long ones cut with overlap. */
final class Windows {

    private Windows() {}

    /**
     * A range of pieces that the network sees together.
     *
     * @param from first piece
     * @param to piece after the last
     * @param ownFrom first piece whose scores are taken from this window
     * @param ownTo piece after the last such
     */
    record Window(int from, int to, int ownFrom, int ownTo) {
        Window {
            if (from > ownFrom || ownFrom >= ownTo || ownTo > to) {
                throw new IllegalArgumentException(
                        "window [" + from + ", " + to + ") cannot own [" + ownFrom + ", " + ownTo + ")");
            }
        }

        int size() {
            return to - from;
        }
    }

    /**
     * @param bounds first piece of each paragraph, then the count of all pieces
     * @param capacity most pieces in a window
     */
    static List<Window> pack(List<Integer> bounds, int capacity) {
        List<Window> windows = new ArrayList<>();
        int open = 0;
        for (int paragraph = 0; paragraph + 1 < bounds.size(); paragraph++) {
            int from = bounds.get(paragraph);
            int to = bounds.get(paragraph + 1);
            if (to - open <= capacity) {
                continue;
            }
            if (from > open) {
                windows.add(new Window(open, from, open, from));
            }
            open = from;
            if (to - from > capacity) {
                cut(from, to, capacity, windows);
                open = to;
            }
        }
        int end = bounds.get(bounds.size() - 1);
        if (end > open) {
            windows.add(new Window(open, end, open, end));
        }
        return windows;
    }

    /** Windows over one long paragraph, each overlapping the next by a third; a piece is scored where it stands deepest. */
    private static void cut(int from, int to, int capacity, List<Window> windows) {
        int overlap = Math.max(1, capacity / 3);
        int start = from;
        int own = from;
        while (true) {
            int end = Math.min(to, start + capacity);
            if (end == to) {
                // The last window reaches back as far as it can: context costs little and the end reads better.
                int back = Math.max(from, Math.min(start, to - capacity));
                windows.add(new Window(back, end, own, end));
                return;
            }
            int ownEnd = end - overlap / 2;
            windows.add(new Window(start, end, own, ownEnd));
            own = ownEnd;
            start = end - overlap;
        }
    }
}
