package io.onrecord.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Standard output, which says when nobody reads it any more. */
final class ExportPipe extends ExportTarget {

    private final OutputStream out;

    ExportPipe(PrintStream standard) {
        this.out = new Checked(standard);
    }

    @Override
    public OutputStream out() {
        return out;
    }

    @Override
    void finish() throws IOException {
        out.flush();
    }

    @Override
    public void close() {
        // Standard output is the process's own.
    }

    /** A print stream remembers what went wrong and says nothing. */
    private static final class Checked extends OutputStream {

        private final PrintStream standard;

        Checked(PrintStream standard) {
            this.standard = standard;
        }

        @Override
        public void write(int b) throws IOException {
            standard.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            standard.write(bytes, from, length);
            check();
        }

        @Override
        public void flush() throws IOException {
            standard.flush();
            check();
        }

        private void check() throws IOException {
            if (standard.checkError()) {
                throw new IOException("whoever read it has gone");
            }
        }
    }
}
