package io.onrecord.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.TimeZone;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ZipFolderTest {

    private static byte[] packed(ZipFolder zip, ByteArrayOutputStream bytes) throws IOException {
        try (OutputStream file = zip.file("articles/one.txt")) {
            file.write("one thing".getBytes(StandardCharsets.UTF_8));
        }
        zip.finish();
        return bytes.toByteArray();
    }

    private static byte[] packedIn(String zone) throws IOException {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipFolder zip = new ZipFolder(bytes)) {
                return packed(zip, bytes);
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void isTheSameInEveryTimeZone() throws IOException {
        byte[] bytes = packedIn("UTC");
        assertThat(packedIn("America/New_York")).isEqualTo(bytes);
        assertThat(packedIn("Asia/Tokyo")).isEqualTo(bytes);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            assertThat(in.getNextEntry().getName()).isEqualTo("articles/one.txt");
            assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("one thing");
            assertThat(in.getNextEntry()).isNull();
        }
    }

    @Test
    void closingEndsItAndLeavesTheStreamAsItIs() throws IOException {
        boolean[] closed = new boolean[1];
        ByteArrayOutputStream bytes = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        ZipFolder zip = new ZipFolder(bytes);
        int length = packed(zip, bytes).length;
        zip.close();
        zip.close();
        assertThat(closed[0]).isFalse();
        assertThat(bytes.size()).isEqualTo(length);
        assertThatThrownBy(() -> zip.file("two.txt").write(new byte[9])).isNotNull();
    }
}
