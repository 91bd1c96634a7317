/** What saved searches find, and whom they tell. */
@NullMarked
package io.onrecord.server.alert;

import org.jspecify.annotations.NullMarked;
