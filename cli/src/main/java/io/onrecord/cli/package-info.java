/** The command line: options in, records out. The only place that writes to the standard streams or ends the process. */
@NullMarked
package io.onrecord.cli;

import org.jspecify.annotations.NullMarked;
