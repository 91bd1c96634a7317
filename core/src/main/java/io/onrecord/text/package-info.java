/**
 * What plain text looks like: where paragraphs end, whether a title is said again. Pure functions of their arguments,
 * safe to call from any thread; offsets count UTF-16 units.
 */
@NullMarked
package io.onrecord.text;

import org.jspecify.annotations.NullMarked;
