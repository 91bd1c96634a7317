/**
 * Which statement of an article disputes or backs which, as far as its own words say so: {@code denied it}, {@code dismissed those
 * claims}. Pure functions, safe to call from any thread; offsets count UTF-16 units. Contradictions that only the meaning of two
 * statements shows are found elsewhere.
 */
@NullMarked
package io.onrecord.disputes;

import org.jspecify.annotations.NullMarked;
