/**
 * The library's door: {@link io.onrecord.Onrecord} reads articles and gives their records. The types of a record are in
 * {@code io.onrecord.model}, files of articles are opened by {@code io.onrecord.reading}, records become JSON in {@code
 * io.onrecord.exchange}.
 */
@NullMarked
package io.onrecord;

import org.jspecify.annotations.NullMarked;
