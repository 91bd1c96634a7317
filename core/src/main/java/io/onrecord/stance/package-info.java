/**
 * What a cue does with its content, and whom the words were told: lists of words as data, and the grammar around the cue.
 * Pure functions of a text and an attribution, safe to call from any thread; offsets count UTF-16 units.
 */
@NullMarked
package io.onrecord.stance;

import org.jspecify.annotations.NullMarked;
