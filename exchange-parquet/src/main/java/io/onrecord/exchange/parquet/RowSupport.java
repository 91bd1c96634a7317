package io.onrecord.exchange.parquet;

import io.onrecord.exchange.export.Cell;
import io.onrecord.exchange.export.Row;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Hands the cells of rows to the library. */
final class RowSupport extends WriteSupport<Row> {

    private final MessageType schema;
    private @Nullable RecordConsumer consumer;

    RowSupport(MessageType schema) {
        this.schema = schema;
    }

    /** Abstract, and so to be there; the other one is called. */
    @Override
    @Deprecated
    public WriteContext init(Configuration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer prepared) {
        this.consumer = prepared;
    }

    @Override
    public void write(Row row) {
        RecordConsumer out = Objects.requireNonNull(consumer, "the library prepares before it writes");
        out.startMessage();
        List<Cell> cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            if (!(cells.get(i) instanceof Cell.Absent)) {
                String name = schema.getFieldName(i);
                out.startField(name, i);
                write(out, cells.get(i));
                out.endField(name, i);
            }
        }
        out.endMessage();
    }

    private static void write(RecordConsumer out, Cell cell) {
        if (cell instanceof Cell.Text text) {
            out.addBinary(Binary.fromString(text.value()));
        } else if (cell instanceof Cell.Whole whole) {
            out.addLong(whole.value());
        } else if (cell instanceof Cell.Real real) {
            out.addDouble(real.value());
        } else if (cell instanceof Cell.Flag flag) {
            out.addBoolean(flag.value());
        }
    }
}
