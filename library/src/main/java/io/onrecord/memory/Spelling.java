package io.onrecord.memory;

/** How far two spellings are apart. */
final class Spelling {

    private Spelling() {}

    /**
     * How many letters have to be put in, left out, changed, or changed places with their neighbour (optimal string alignment).
     *
     * @param most what is more than this need not be counted to its end
     */
    static int distance(String first, String second, int most) {
        int[] a = first.codePoints().toArray();
        int[] b = second.codePoints().toArray();
        int[] before = new int[b.length + 1];
        int[] above = new int[b.length + 1];
        int[] row = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            row[0] = i;
            int least = row[0];
            for (int j = 1; j <= b.length; j++) {
                int change = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.min(Math.min(above[j], row[j - 1]) + 1, above[j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return least;
            }
            int[] free = before;
            before = above;
            above = row;
            row = free;
        }
        return above[b.length];
    }
}
