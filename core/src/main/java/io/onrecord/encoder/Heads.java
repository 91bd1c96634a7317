package io.onrecord.encoder;

import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * How the heads of one layer of a network look from the pronouns of a window at its names: by head, the product of the
 * query of the one and the key of the other, of which attention makes its shares. Kept for pieces that are pronouns, and
 * for those of words with capitals, alone; nothing is kept of a window that is written in capitals. Immutable.
 */
public final class Heads {

    /** Of a network that does not tell. */
    public static final Heads NONE = new Heads(0, new int[0], new int[0], new float[0], new float[0], 0);

    /** Where more pieces of a window have capitals, these tell no names, and a long text of such windows would fill the memory. */
    private static final int MOST_KEYS = 100;

    private static final Set<String> PRONOUNS = Set.of("he", "him", "his", "himself", "she", "her", "hers", "herself");

    private final int count;
    /** Row of each piece in the vectors, or -1. */
    private final int[] queryRows;

    private final int[] keyRows;
    private final float[] queries;
    private final float[] keys;
    private final int width;

    private Heads(int count, int[] queryRows, int[] keyRows, float[] queries, float[] keys, int width) {
        this.count = count;
        this.queryRows = queryRows;
        this.keyRows = keyRows;
        this.queries = queries;
        this.keys = keys;
        this.width = width;
    }

    /** The ids of a vocabulary that are pronouns of the third person, singular and with a gender. */
    public static BitSet pronouns(List<String> vocabulary) {
        BitSet ids = new BitSet();
        for (int id = 0; id < vocabulary.size(); id++) {
            if (PRONOUNS.contains(vocabulary.get(id))) {
                ids.set(id);
            }
        }
        return ids;
    }

    /**
     * What is kept of a window.
     *
     * @param row its pieces, the special ones included
     * @param pronouns ids of the vocabulary that are some
     * @param count of heads
     * @param vectors a row for each piece that is not special, its heads side by side
     * @throws IllegalArgumentException if the sizes do not fit or a vector that is kept holds what is no number
     */
    public static Heads of(WindowRow row, BitSet pronouns, int count, PointerVectors vectors) {
        int size = row.length() - 2;
        int width = vectors.width(size);
        if (count < 1 || width % count != 0) {
            throw new IllegalArgumentException(width + " values do not fit " + count + " heads");
        }
        int[] queryRows = new int[size];
        int[] keyRows = new int[size];
        int queries = 0;
        int keys = 0;
        for (int i = 0; i < size; i++) {
            queryRows[i] = pronouns.get(row.id(i + 1)) ? queries++ : -1;
            keyRows[i] = Surfaces.hasCapital(row.surface(i + 1)) ? keys++ : -1;
        }
        if (queries == 0 || keys > MOST_KEYS) {
            return NONE;
        }
        float[] keptQueries = vectors.queries(queryRows, queries, width);
        float[] keptKeys = vectors.keys(keyRows, keys, width);
        PointerVectors.expectNumbers(keptQueries);
        PointerVectors.expectNumbers(keptKeys);
        return new Heads(count, queryRows, keyRows, keptQueries, keptKeys, width);
    }

    /** By head, how a piece looks at another; empty if the one is no pronoun or the other has no capitals. */
    double[] scores(int from, int to) {
        if (count == 0 || queryRows[from] < 0 || keyRows[to] < 0) {
            return new double[0];
        }
        double[] scores = new double[count];
        int deep = width / count;
        int query = queryRows[from] * width;
        int key = keyRows[to] * width;
        for (int k = 0; k < width; k++) {
            scores[k / deep] += (double) queries[query + k] * keys[key + k];
        }
        return scores;
    }
}
