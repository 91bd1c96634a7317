/** What the desk answers where it cannot do what was asked: known to every room of it, whoever speaks HTTP or not. */
@NullMarked
package io.onrecord.server.problem;

import org.jspecify.annotations.NullMarked;
