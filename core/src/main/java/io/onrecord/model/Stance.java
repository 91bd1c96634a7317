package io.onrecord.model;

/** What a cue does with its content. */
public enum Stance {
    /** Neutral: said, told, according to, added. */
    SAYS,
    /** The writer keeps a distance: claimed, alleged, insisted, maintained. */
    CLAIMS,
    /** Says that something said of the source is not so. */
    DENIES,
    /** Dismisses or disputes what someone else stated. */
    REJECTS,
    /** Lays a wrong at someone's door. */
    ACCUSES,
    /** Confirmed, admitted, acknowledged. */
    CONFIRMS,
    /** Agreed, backed, welcomed. */
    SUPPORTS,
    /** Warned, cautioned. */
    WARNS,
    /** Promised, vowed, pledged. */
    PROMISES,
    /** Urged, called for, ordered. */
    DEMANDS,
    /** Asked, wondered. */
    ASKS,
    /** Thinks, hopes, fears. */
    BELIEVES,
    /** Predicted, expects, forecast. */
    PREDICTS,
    /** Called X "Y", described as. */
    LABELS
}
