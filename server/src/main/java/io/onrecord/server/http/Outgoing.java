package io.onrecord.server.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What is sent to whoever asked; it knows whether they went away, since whoever writes to it may wrap what it throws in anything. */
final class Outgoing extends FilterOutputStream {

    private boolean deserted;

    Outgoing(OutputStream out) {
        super(out);
    }

    /** Whether something could not be sent: there is nobody any more who reads. */
    boolean isDeserted() {
        return deserted;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            deserted = true;
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            deserted = true;
            throw e;
        }
    }
}
