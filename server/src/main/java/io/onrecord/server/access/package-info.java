/** Who may use a shared desk: users and their tokens, links for reading, signing in. */
@NullMarked
package io.onrecord.server.access;

import org.jspecify.annotations.NullMarked;
