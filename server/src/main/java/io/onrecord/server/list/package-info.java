/** Lists of the desk: what a page and its JSON twin show a part of, and files hold whole. */
@NullMarked
package io.onrecord.server.list;

import org.jspecify.annotations.NullMarked;
