/** The desk: the record in a browser, and over HTTP. */
@NullMarked
package io.onrecord.server;

import org.jspecify.annotations.NullMarked;
