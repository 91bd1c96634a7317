/**
 * Finds statements by words and by meaning. {@link io.onrecord.search.StatementIndex} is a folder of files derived from records,
 * which can be thrown away at any time and made anew.
 */
@NullMarked
package io.onrecord.search;

import org.jspecify.annotations.NullMarked;
