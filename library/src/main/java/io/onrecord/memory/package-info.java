/**
 * What is made over all articles of a store: each class brings one part of it up to date, with what came, changed and went since.
 */
@NullMarked
package io.onrecord.memory;

import org.jspecify.annotations.NullMarked;
