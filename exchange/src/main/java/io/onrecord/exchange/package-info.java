/**
 * Records to files and back. {@link io.onrecord.exchange.RecordJson} writes and reads the JSON format
 * {@code onrecord/1}. Nothing of the JSON library shows in a public signature.
 */
@NullMarked
package io.onrecord.exchange;

import org.jspecify.annotations.NullMarked;
