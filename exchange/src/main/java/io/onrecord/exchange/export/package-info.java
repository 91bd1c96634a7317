/**
 * Records to the formats of other programs and of people. {@link io.onrecord.exchange.export.ExportFormat} says what a format is;
 * {@link io.onrecord.exchange.export.RecordTable} makes rows of records, which every format of tables writes.
 */
@NullMarked
package io.onrecord.exchange.export;

import org.jspecify.annotations.NullMarked;
