package io.onrecord.exchange.parquet;

import io.onrecord.exchange.export.Column;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.export.Row;
import io.onrecord.exchange.export.Table;
import io.onrecord.exchange.export.TableFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * Parquet: a column each, every one optional, compressed with zstd. Text is a string, lists and objects are strings of
 * JSON, whole numbers have 64 bits. What the export is made of stands in the metadata of the file, under {@code onrecord.…}.
 */
public final class ParquetRows implements TableFormat {

    /** Rows are held until so many bytes of them make a group. */
    private static final long GROUP = 32L << 20;

    /** What a column holds before it is compressed; there are some sixty of them. */
    private static final int PAGE = 256 << 10;

    @Override
    public String name() {
        return "parquet";
    }

    @Override
    public String about() {
        return "Parquet, for pandas, R, DuckDB, Spark; lists are JSON";
    }

    @Override
    public List<String> endings() {
        return List.of(".parquet");
    }

    @Override
    public boolean isBinary() {
        return true;
    }

    @Override
    public Rows open(Table table, OutputStream out, ExportOptions options) throws IOException {
        return new Groups(new Builder(new Counted(out), schema(table))
                .withCompressionCodec(CompressionCodecName.ZSTD)
                // What every reader knows.
                .withWriterVersion(WriterVersion.PARQUET_1_0)
                .withRowGroupSize(GROUP)
                .withPageSize(PAGE)
                .withDictionaryPageSize(PAGE)
                .withWriteMode(ParquetFileWriter.Mode.CREATE)
                .withExtraMetaData(metadata(table, options.origin()))
                .build());
    }

    private static MessageType schema(Table table) {
        Type[] columns = table.columns().stream().map(ParquetRows::type).toArray(Type[]::new);
        return new MessageType(table.name(), columns);
    }

    private static Type type(Column column) {
        return switch (column.type()) {
            // Not the logical type JSON, which readers take for bytes.
            case TEXT, JSON ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
            case REAL -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
            case FLAG -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
        };
    }

    private static Map<String, String> metadata(Table table, ExportOptions.Origin origin) {
        Map<String, String> metadata = new TreeMap<>();
        metadata.put("onrecord.table", table.name());
        metadata.put("onrecord.version", origin.version());
        metadata.put("onrecord.sources", String.join(", ", origin.sources()));
        origin.filters().forEach((option, value) -> metadata.put("onrecord.filter" + option, value));
        return metadata;
    }

    /** Rows to groups. */
    private static final class Groups implements Rows {

        private final ParquetWriter<Row> writer;

        Groups(ParquetWriter<Row> writer) {
            this.writer = writer;
        }

        @Override
        public void add(Row row) throws IOException {
            writer.write(row);
        }

        @Override
        public void finish() throws IOException {
            writer.close();
        }

        @Override
        public void close() {
            // The writer would write the end, and without all rows the file is of no use.
        }
    }

    /** Joins the schema and the writer of rows. */
    private static final class Builder extends ParquetWriter.Builder<Row, Builder> {

        private final MessageType schema;

        Builder(Counted out, MessageType schema) {
            super(out);
            this.schema = schema;
        }

        @Override
        protected Builder self() {
            return this;
        }

        /** Abstract, and so to be there; the other one is called. */
        @Override
        @Deprecated
        protected RowSupport getWriteSupport(org.apache.hadoop.conf.Configuration configuration) {
            return new RowSupport(schema);
        }

        @Override
        protected RowSupport getWriteSupport(org.apache.parquet.conf.ParquetConfiguration configuration) {
            return new RowSupport(schema);
        }
    }
}
