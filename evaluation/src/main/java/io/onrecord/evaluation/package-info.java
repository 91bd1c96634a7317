/**
 * The {@code evaluate} tasks: each runs the engine on a gold file and gives figures, with the counts behind them. Tasks
 * see an {@link io.onrecord.evaluation.Engine}, never the network or the command line.
 */
@NullMarked
package io.onrecord.evaluation;

import org.jspecify.annotations.NullMarked;
