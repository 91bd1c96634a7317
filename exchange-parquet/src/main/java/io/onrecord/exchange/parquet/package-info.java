/** Tables as Parquet. Nothing of its library shows in a public signature. */
@NullMarked
package io.onrecord.exchange.parquet;

import org.jspecify.annotations.NullMarked;
