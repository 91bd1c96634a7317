package io.onrecord.reading.document;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.io.RandomAccessReadView;

/** The bytes of a PDF; every look at them counts as a step, so that a parser that goes in circles is ended. */
final class PdfFile implements RandomAccessRead {

    private final RandomAccessReadBufferedFile file;
    private final Deadline deadline;

    PdfFile(Path path, Deadline deadline) throws IOException {
        this.file = new RandomAccessReadBufferedFile(path);
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        deadline.step();
        return file.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        deadline.step();
        return file.read(bytes, offset, length);
    }

    @Override
    public void seek(long position) throws IOException {
        deadline.step();
        file.seek(position);
    }

    @Override
    public long getPosition() throws IOException {
        return file.getPosition();
    }

    @Override
    public long length() throws IOException {
        return file.length();
    }

    @Override
    public boolean isClosed() {
        return file.isClosed();
    }

    @Override
    public boolean isEOF() throws IOException {
        return file.isEOF();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) throws IOException {
        return new RandomAccessReadView(this, start, length);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
