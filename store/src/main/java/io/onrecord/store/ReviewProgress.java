package io.onrecord.store;

/**
 * How far a review is.
 *
 * @param waiting how many statements nobody looked at
 * @param accepted how many were found right as they are
 * @param corrected how many were put right
 * @param rejected how many were taken away
 * @param added how many people added
 */
public record ReviewProgress(long waiting, long accepted, long corrected, long rejected, long added) {

    /** How many somebody looked at. */
    public long reviewed() {
        return accepted + corrected + rejected + added;
    }
}
