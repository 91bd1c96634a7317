/** Pages: what is shown, as HTML. */
@NullMarked
package io.onrecord.server.page;

import org.jspecify.annotations.NullMarked;
