package io.onrecord.claims;

/** Whether a proposition says what is, or what should or will be. */
public enum Mood {
    /** It is or was so. */
    IS,
    /** It will be so, or somebody will do it. */
    WILL,
    /** Somebody should do it. */
    SHOULD,
    /** It may be so. */
    MAY
}
