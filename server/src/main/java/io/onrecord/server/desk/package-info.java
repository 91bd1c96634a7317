/** What the desk stands on: the store, its search index, the engine, and the work that goes on behind the pages. */
@NullMarked
package io.onrecord.server.desk;

import org.jspecify.annotations.NullMarked;
