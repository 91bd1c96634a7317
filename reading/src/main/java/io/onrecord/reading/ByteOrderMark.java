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

    private final String hex;
    private final Charset charset;

    ByteOrderMark(String hex, Charset charset) {
        this.hex = hex;
        this.charset = charset;
    }

    static Optional<ByteOrderMark> of(byte[] head) {
        return Arrays.stream(values()).filter(mark -> mark.starts(head)).findFirst();
    }

    Charset charset() {
        return charset;
    }

    int length() {
        return hex.length() / 2;
    }

    private boolean starts(byte[] head) {
        return HexFormat.of()
                .formatHex(head, 0, Math.min(head.length, length()))
                .equals(hex);
    }
}
