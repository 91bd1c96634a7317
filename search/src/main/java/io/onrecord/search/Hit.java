package io.onrecord.search;

import java.util.OptionalDouble;

/**
 * A statement that was found.
 *
 * @param article its number in the store
 * @param statement what tells it from others of the article: {@link #of} its id
 * @param score what it is ranked by; comparable within one answer
 * @param words how well its words fit, by BM25; empty where none of them is there or not among the best
 * @param cosine how near its meaning is, from -1 to 1; empty where it is not among the nearest
 */
public record Hit(int article, long statement, double score, OptionalDouble words, OptionalDouble cosine) {

    /** A statement's id as a number (FNV-1a of 64 bits). */
    public static long of(String statementId) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < statementId.length(); i++) {
            hash = (hash ^ statementId.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
