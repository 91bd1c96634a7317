package io.onrecord.spark;

import io.onrecord.spark.ReadUnit.Piece;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/**
 * A Parquet file of articles as JSON Lines, one row in memory at a time: columns are fields of the same names, those that articles do
 * not have are left out. Days and times are written as ISO 8601, lists of strings as lists.
 */
final class ParquetLines extends InputStream {

    private static final List<String> FIELDS =
            List.of("id", "url", "text", "title", "outlet", "published", "language", "authors");

    private static final JsonFactory JSON = new JsonFactory();

    private final ParquetReader<Group> rows;
    private byte[] line = new byte[0];
    private int at;
    private boolean ended;
    private long before = -1;

    ParquetLines(Path file, Piece piece, Configuration hadoop) throws IOException {
        rows = ParquetReader.builder(new GroupReadSupport(), file)
                .withConf(hadoop)
                .withFileRange(piece.from(), piece.to())
                .build();
    }

    /** Rows of the file before the first one that was read. */
    long before() {
        return Math.max(0, before);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == line.length && !next()) {
            return -1;
        }
        int read = Math.min(length, line.length - at);
        System.arraycopy(line, at, bytes, offset, read);
        at += read;
        return read;
    }

    private boolean next() throws IOException {
        try {
            Group row = ended ? null : rows.read();
            if (row == null) {
                ended = true;
                return false;
            }
            before = before < 0 ? rows.getCurrentRowIndex() : before;
            line = line(row);
            at = 0;
            return true;
        } catch (RuntimeException e) {
            // The library says so where a file is damaged.
            throw new IOException("no Parquet file, or a damaged one: " + Said.why(e), e);
        }
    }

    private static byte[] line(Group row) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            GroupType type = row.getType();
            for (String field : FIELDS) {
                if (type.containsField(field) && row.getFieldRepetitionCount(field) > 0) {
                    json.writeName(field);
                    write(row, type.getFieldIndex(field), json);
                }
            }
            json.writeEndObject();
        }
        out.write('\n');
        return out.toByteArray();
    }

    private static void write(Group row, int field, JsonGenerator json) {
        Type type = row.getType().getType(field);
        boolean list = !type.isPrimitive() || type.isRepetition(Type.Repetition.REPEATED);
        if (!list) {
            value(row, field, 0, json);
            return;
        }
        json.writeStartArray();
        for (int i = 0; i < row.getFieldRepetitionCount(field); i++) {
            if (type.isPrimitive()) {
                value(row, field, i, json);
            } else {
                elements(row.getGroup(field, i), json);
            }
        }
        json.writeEndArray();
    }

    /** The values below a group, however lists are written in it. */
    private static void elements(Group group, JsonGenerator json) {
        for (int field = 0; field < group.getType().getFieldCount(); field++) {
            for (int i = 0; i < group.getFieldRepetitionCount(field); i++) {
                if (group.getType().getType(field).isPrimitive()) {
                    value(group, field, i, json);
                } else {
                    elements(group.getGroup(field, i), json);
                }
            }
        }
    }

    private static void value(Group row, int field, int index, JsonGenerator json) {
        Type type = row.getType().getType(field);
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        PrimitiveTypeName plain = type.asPrimitiveType().getPrimitiveTypeName();
        if (logical instanceof DateLogicalTypeAnnotation) {
            json.writeString(LocalDate.ofEpochDay(row.getInteger(field, index)).toString());
        } else if (logical instanceof TimestampLogicalTypeAnnotation time) {
            json.writeString(time(row.getLong(field, index), time));
        } else if (plain == PrimitiveTypeName.INT32) {
            json.writeNumber(row.getInteger(field, index));
        } else if (plain == PrimitiveTypeName.INT64) {
            json.writeNumber(row.getLong(field, index));
        } else if (plain == PrimitiveTypeName.INT96) {
            json.writeString(old(row.getInt96(field, index).getBytes()));
        } else if (plain == PrimitiveTypeName.BINARY) {
            // As it is, whether it is UTF-8 or not: what is not, is said of its line.
            byte[] words = row.getBinary(field, index).getBytes();
            json.writeUTF8String(words, 0, words.length);
        } else {
            json.writeString(row.getValueToString(field, index));
        }
    }

    private static String time(long value, TimestampLogicalTypeAnnotation type) {
        long second = switch (type.getUnit()) {
            case MILLIS -> 1_000L;
            case MICROS -> 1_000_000L;
            case NANOS -> 1_000_000_000L;
        };
        return Instant.ofEpochSecond(
                        Math.floorDiv(value, second), Math.floorMod(value, second) * (1_000_000_000L / second))
                .toString();
    }

    /** Nanoseconds of a day and the number of the day as astronomers count, as Spark and Hive wrote times long ago. */
    private static String old(byte[] bytes) {
        byte[] turned = new byte[12];
        for (int i = 0; i < 12; i++) {
            turned[i] = bytes[11 - i];
        }
        long day = new BigInteger(java.util.Arrays.copyOfRange(turned, 0, 4)).longValue();
        long nanos = new BigInteger(java.util.Arrays.copyOfRange(turned, 4, 12)).longValue();
        return Instant.ofEpochSecond((day - 2_440_588) * 86_400L, nanos).toString();
    }

    @Override
    public void close() throws IOException {
        ended = true;
        rows.close();
    }
}
