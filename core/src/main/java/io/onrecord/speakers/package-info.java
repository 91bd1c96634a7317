/**
 * Whom the sources of an article's statements stand for: names, pronouns, titles, descriptions and places to speakers, each
 * with the rule that found it and a sentence that says why. Pure functions of an article and its statements; safe to call
 * from any thread; offsets count UTF-16 units.
 */
@NullMarked
package io.onrecord.speakers;

import org.jspecify.annotations.NullMarked;
