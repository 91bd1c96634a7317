/** What passes between the readers of kinds of input: bytes with what is known of them, and the articles in them. */
@NullMarked
package io.onrecord.reading.item;

import org.jspecify.annotations.NullMarked;
