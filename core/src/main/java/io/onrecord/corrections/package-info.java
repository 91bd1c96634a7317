/**
 * What people put right in records: corrections, where they belong after an article was read again, and records with them. Pure
 * functions of their arguments, safe to call from any thread; offsets count UTF-16 units.
 */
@NullMarked
package io.onrecord.corrections;

import org.jspecify.annotations.NullMarked;
