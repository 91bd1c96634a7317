package io.onrecord.spark;

import java.io.FileInputStream;
import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Files of this machine at addresses that begin with {@code failing:}, of which nothing but the beginning can be read. */
public final class FailingFiles extends RawLocalFileSystem {

    private static final long MOST = 5_000;

    @Override
    public URI getUri() {
        return URI.create("failing:///");
    }

    @Override
    public String getScheme() {
        return "failing";
    }

    @Override
    public FSDataInputStream open(Path path, int buffer) throws IOException {
        return new FSDataInputStream(
                new Beginning(new FileInputStream(path.toUri().getPath())));
    }

    private static final class Beginning extends FSInputStream {

        private final FileInputStream in;

        Beginning(FileInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            if (getPos() >= MOST) {
                throw new IOException("the storage has gone");
            }
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (getPos() >= MOST) {
                throw new IOException("the storage has gone");
            }
            return in.read(bytes, offset, (int) Math.min(length, MOST - getPos()));
        }

        @Override
        public void seek(long place) throws IOException {
            in.getChannel().position(place);
        }

        @Override
        public long getPos() throws IOException {
            return in.getChannel().position();
        }

        @Override
        public boolean seekToNewSource(long place) {
            return false;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
