package io.onrecord.claims;

import java.util.List;

/** Which words two wordings have in common, in the same order. */
final class Alignment {

    private final boolean[] first;
    private final boolean[] second;
    private final int common;

    private Alignment(boolean[] first, boolean[] second, int common) {
        this.first = first;
        this.second = second;
        this.common = common;
    }

    /**
     * The longest common subsequence (Wagner and Fischer 1974); of several the one that keeps the earliest words. It takes room by the
     * product of the lengths.
     */
    static Alignment of(List<String> a, List<String> b) {
        int[][] longest = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                longest[i][j] = a.get(i).equals(b.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        boolean[] keptA = new boolean[a.size()];
        boolean[] keptB = new boolean[b.size()];
        int i = 0;
        int j = 0;
        while (i < a.size() && j < b.size()) {
            if (a.get(i).equals(b.get(j))) {
                keptA[i++] = true;
                keptB[j++] = true;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return new Alignment(keptA, keptB, longest[0][0]);
    }

    /** How many words they have in common. */
    int common() {
        return common;
    }

    /** Whether a word of the first is one of those. */
    boolean keepsFirst(int index) {
        return first[index];
    }

    /** Whether a word of the second is one of those. */
    boolean keepsSecond(int index) {
        return second[index];
    }
}
