/** The templates, which the build compiles. */
@NullMarked
package io.onrecord.server.page.html;

import org.jspecify.annotations.NullMarked;
