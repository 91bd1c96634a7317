package io.onrecord.reading.table;

import java.util.HexFormat;

/** The first bytes of containers. */
enum Signature {
    ZIP("504b0304"),
    /** What older Office programs wrote, and what encrypted workbooks are wrapped in. */
    OLE("d0cf11e0a1b11ae1");

    private final String hex;

    Signature(String hex) {
        this.hex = hex;
    }

    int length() {
        return hex.length() / 2;
    }

    boolean starts(byte[] head) {
        return head.length >= length()
                && HexFormat.of().formatHex(head, 0, length()).equals(hex);
    }
}
