/** Pages and feeds from the network: asked for politely, never from a private network unless allowed, bounded in time and size. */
@NullMarked
package io.onrecord.reading.web;

import org.jspecify.annotations.NullMarked;
