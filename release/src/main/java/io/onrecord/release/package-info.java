/** Tools of the build of a release; nothing of it ships. */
@NullMarked
package io.onrecord.release;

import org.jspecify.annotations.NullMarked;
