/** What the build makes of the templates under {@code src/main/jte}. */
@NullMarked
package io.onrecord.exchange.report.page;

import org.jspecify.annotations.NullMarked;
