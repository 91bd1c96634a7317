package io.onrecord.cli;

import io.onrecord.exchange.parquet.ParquetRows;
import io.onrecord.export.ExportFormats;
import java.util.List;

/** Every format that there is, in the order in which help and docs name them. */
final class Formats {

    static final ExportFormats ALL = ExportFormats.with(List.of(new ParquetRows()));

    private Formats() {}
}
