/** Scores to statements: pure functions of the text and the scores. */
@NullMarked
package io.onrecord.attribution;

import org.jspecify.annotations.NullMarked;
