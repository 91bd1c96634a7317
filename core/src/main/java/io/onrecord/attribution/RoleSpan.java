package io.onrecord.attribution;

/**
 * Some pieces that carry one role.
 *
 * @param role which
 * @param first first piece
 * @param last last piece, inclusive
 * @param probability that exactly these pieces carry exactly this role
 */
record RoleSpan(Role role, int first, int last, double probability) {
    RoleSpan {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("pieces " + first + " to " + last + " are no span");
        }
    }
}
