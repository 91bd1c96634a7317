package io.onrecord.exchange;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Records as JSON, format {@code onrecord/1}: one object on one line, its shape fixed by {@link #schema()}. Writing and
 * reading back loses nothing. Immutable; one instance may be used by any number of threads.
 *
 * <p>The order of the fields is fixed and numbers are written in their shortest form, so the same record gives the same
 * characters on every machine. Characters are escaped only where JSON demands it. Spans are written with the words they
 * cover, and reading holds those words against the text.
 *
 * <p>Limits of reading: strings of 100 million characters, names of 50,000, numbers of 1,000 digits, a depth of 500.
 */
public final class RecordJson {

    /** The value of the field {@code format}. */
    public static final String FORMAT = "onrecord/1";

    private static final String SCHEMA = "onrecord-1.schema.json";

    /** What {@code start}, {@code end} and {@code length} count. */
    public enum Offsets {
        /** Unicode code points, as Python, R and W3C text-position selectors count. */
        CODE_POINT("codepoint"),
        /** UTF-16 units, as Java and JavaScript count. */
        UTF16("utf16");

        private final String code;

        Offsets(String code) {
            this.code = code;
        }

        /** The value of the field {@code offsets}. */
        public String code() {
            return code;
        }
    }

    /**
     * How to write.
     *
     * @param withText whether the article's text and paragraphs are written, too
     * @param offsets what offsets count
     */
    public record Options(boolean withText, Offsets offsets) {
        /** Without the text, in code points. */
        public static final Options DEFAULT = new Options(false, Offsets.CODE_POINT);
    }

    private final Options options;

    public RecordJson(Options options) {
        this.options = options;
    }

    /**
     * One line of JSON, without a line break at its end.
     *
     * @throws RecordFormatException if a string of the record is not valid Unicode (a lone surrogate), or a span or
     *     paragraph cuts a surrogate pair: such a record cannot be written
     */
    public String write(ArticleRecord record) {
        return RecordWriter.write(record, options);
    }

    /**
     * Reads a record that was written with its text, in either unit of offsets.
     *
     * @param json one record
     * @throws RecordFormatException if it is not a record of this format, or lacks its text
     */
    public static ArticleRecord read(String json) {
        return RecordReader.read(json, Optional.empty());
    }

    /**
     * Reads a record that was written without its text. That the text is the one the record was made of is verified by
     * its length, by the article's id and by the words of every span.
     *
     * @param json one record; if it has its text all the same, that must equal the text given
     * @param text the text the record was made of
     * @throws RecordFormatException if it is not a record of this format, or was made of another text
     */
    public static ArticleRecord read(String json, Text text) {
        return RecordReader.read(json, Optional.of(text));
    }

    /** The JSON Schema (2020-12) of one record. */
    public static String schema() {
        try (InputStream in = RecordJson.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("the jar of Onrecord lacks " + SCHEMA);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SCHEMA + " from the jar of Onrecord", e);
        }
    }
}
