package io.onrecord.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.function.LongConsumer;

/** A file that is read here and there, and tells how much of it was. */
final class CountedChannel implements SeekableByteChannel {

    private final SeekableByteChannel file;
    private final LongConsumer count;

    /** @param count is told each time how many bytes were read */
    CountedChannel(SeekableByteChannel file, LongConsumer count) {
        this.file = file;
        this.count = count;
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        int read = file.read(bytes);
        count.accept(Math.max(0, read));
        return read;
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        file.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    @Override
    public int write(ByteBuffer bytes) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }
}
