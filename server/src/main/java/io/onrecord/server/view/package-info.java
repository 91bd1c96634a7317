/** What pages and their JSON twins show, read from the store. */
@NullMarked
package io.onrecord.server.view;

import org.jspecify.annotations.NullMarked;
