/** Tables to articles, one a row: CSV, TSV and XLSX, read as streams. */
@NullMarked
package io.onrecord.reading.table;

import org.jspecify.annotations.NullMarked;
