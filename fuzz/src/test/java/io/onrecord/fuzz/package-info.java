/** Hostile input, made up by a fuzzer or kept from one. */
@NullMarked
package io.onrecord.fuzz;

import org.jspecify.annotations.NullMarked;
