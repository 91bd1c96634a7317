package io.onrecord.copies;

import java.util.List;

/**
 * Many signed texts by number, in memory or in a file. Reading one must always give the same; {@link Copies} reads from one
 * thread, each of them several times, and keeps none.
 */
public interface Signatures {

    /** How many there are. */
    int size();

    /**
     * One of them.
     *
     * @param index from 0 to {@link #size} - 1
     */
    Signed get(int index);

    /** The signature of one of them; to be overridden where it can be had without the rest. */
    default Signature signature(int index) {
        return get(index).signature();
    }

    /** Those of a list, by their places in it. */
    static Signatures of(List<Signed> signed) {
        List<Signed> all = List.copyOf(signed);
        return new Signatures() {
            @Override
            public int size() {
                return all.size();
            }

            @Override
            public Signed get(int index) {
                return all.get(index);
            }
        };
    }
}
