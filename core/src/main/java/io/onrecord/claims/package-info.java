/**
 * Which statements put the same claim, over articles, and which claims cannot be true together: keys (who might be alike),
 * match (two propositions to a link or none), merge (links to claims), and the edges that follow. Pure functions: the same
 * statements give the same claims in whatever order they come, and what one article adds touches only the claims it is linked to.
 */
@NullMarked
package io.onrecord.claims;

import org.jspecify.annotations.NullMarked;
