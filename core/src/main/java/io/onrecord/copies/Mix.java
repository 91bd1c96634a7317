package io.onrecord.copies;

/** Spreads the bits of a number over all 64, one to one (the finalizer of MurmurHash3). */
final class Mix {

    private Mix() {}

    static long of(long value) {
        long z = value;
        z = (z ^ (z >>> 33)) * 0xFF51AFD7ED558CCDL;
        z = (z ^ (z >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return z ^ (z >>> 33);
    }
}
