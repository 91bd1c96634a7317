package io.onrecord.encoder;

/**
 * What a network reads of one window, the special pieces included: the vocabulary id of each piece, and its surface, which
 * says how the piece looked before it was folded (case of its word × 5 + how it stands to quotation marks; 0 for the
 * special ones). Immutable.
 */
public final class WindowRow {

    private final int[] ids;
    private final int[] surfaces;

    /**
     * @throws IllegalArgumentException if the two differ in length
     */
    public WindowRow(int[] ids, int[] surfaces) {
        if (ids.length != surfaces.length) {
            throw new IllegalArgumentException(surfaces.length + " surfaces do not fit " + ids.length + " pieces");
        }
        this.ids = ids.clone();
        this.surfaces = surfaces.clone();
    }

    /** How many pieces, the special ones included. */
    public int length() {
        return ids.length;
    }

    public int id(int piece) {
        return ids[piece];
    }

    public int surface(int piece) {
        return surfaces[piece];
    }
}
