package io.onrecord.exchange.parquet;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A stream of the caller's as a file of the library's, which needs to know how far it is. */
final class Counted implements OutputFile {

    private final OutputStream out;

    Counted(OutputStream out) {
        this.out = out;
    }

    @Override
    public PositionOutputStream create(long blockSize) {
        return new Positions(out);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSize) {
        return new Positions(out);
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    /** The stream, counted. */
    private static final class Positions extends PositionOutputStream {

        private final OutputStream out;
        private long position;

        Positions(OutputStream out) {
            this.out = out;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            position++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            position += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        /** The stream is the caller's. */
        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
