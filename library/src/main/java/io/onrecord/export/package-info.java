/** Exports of a store: what is taken of it, in which format, and where it goes. */
@NullMarked
package io.onrecord.export;

import org.jspecify.annotations.NullMarked;
