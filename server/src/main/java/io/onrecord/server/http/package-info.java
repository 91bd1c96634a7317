/** Requests, responses, routes, and the web server that carries them. Knows nothing of articles. */
@NullMarked
package io.onrecord.server.http;

import org.jspecify.annotations.NullMarked;
