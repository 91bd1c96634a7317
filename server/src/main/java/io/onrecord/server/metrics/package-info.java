/** What machines ask to know whether the desk is well, and what it has to do. */
@NullMarked
package io.onrecord.server.metrics;

import org.jspecify.annotations.NullMarked;
