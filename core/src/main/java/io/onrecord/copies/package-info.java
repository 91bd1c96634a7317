/**
 * Texts that are copies of one another, and which of them is the origin: signatures, candidates by key, links, groups. Pure
 * functions: the same texts give the same links and groups, in whatever order they come.
 */
@NullMarked
package io.onrecord.copies;

import org.jspecify.annotations.NullMarked;
