/**
 * From a text to scores for each of its word pieces: the one heavy step. {@link io.onrecord.encoder.Encoder} is what the
 * rest of Onrecord sees; {@link io.onrecord.encoder.Network} is what a runtime implements.
 * Beside it, {@link io.onrecord.encoder.SentenceEncoder}: from a text to one vector of its meaning.
 */
@NullMarked
package io.onrecord.encoder;

import org.jspecify.annotations.NullMarked;
