/**
 * Generated texts and their edited copies, for {@code evaluate copies} and its benchmark. What is generated is a function of
 * the seed alone, the same with every version of Java.
 */
@NullMarked
package io.onrecord.evaluation.copies;

import org.jspecify.annotations.NullMarked;
