package io.onrecord.reading;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The mark that some files start with; it is not part of the text. */
enum ByteOrderMark {
    // Before UTF-16LE, whose mark this one starts with.
    UTF_32LE("fffe0000", Charset.forName("UTF-32LE")),
    UTF_32BE("0000feff", Charset.forName("UTF-32BE")),
    UTF_16LE("fffe", StandardCharsets.UTF_16LE),
    UTF_16BE("feff", StandardCharsets.UTF_16BE),
    UTF_8("efbbbf", StandardCharsets.UTF_8);

    private final byte[] bytes;
    private final Charset charset;

    ByteOrderMark(String hex, Charset charset) {
        this.bytes = HexFormat.of().parseHex(hex);
        this.charset = charset;
    }

    static Optional<ByteOrderMark> of(byte[] head) {
        return Arrays.stream(values()).filter(mark -> mark.starts(head)).findFirst();
    }

    Charset charset() {
        return charset;
    }

    int length() {
        return bytes.length;
    }

    private boolean starts(byte[] head) {
        return head.length >= bytes.length && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
    }
}
