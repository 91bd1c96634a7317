/** The interface for programs. */
@NullMarked
package io.onrecord.server.api;

import org.jspecify.annotations.NullMarked;
