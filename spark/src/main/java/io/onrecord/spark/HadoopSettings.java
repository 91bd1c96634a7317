package io.onrecord.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;

/** Hadoop's settings on their way to another machine. */
final class HadoopSettings implements Serializable {

    private static final long serialVersionUID = 1L;

    private final byte[] bytes;

    private HadoopSettings(byte[] bytes) {
        this.bytes = bytes;
    }

    static HadoopSettings of(Configuration settings) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            settings.write(new DataOutputStream(out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new HadoopSettings(out.toByteArray());
    }

    Configuration configuration() {
        Configuration settings = new Configuration(false);
        try {
            settings.readFields(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }
}
