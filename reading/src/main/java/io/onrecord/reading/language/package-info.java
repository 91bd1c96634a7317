/** In which language an article is written, told offline from a bounded piece of its text. */
@NullMarked
package io.onrecord.reading.language;

import org.jspecify.annotations.NullMarked;
