/** Measures speed; nothing here ships. */
@NullMarked
package io.onrecord.bench;

import org.jspecify.annotations.NullMarked;
