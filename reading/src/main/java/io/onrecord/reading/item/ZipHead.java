package io.onrecord.reading.item;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The first entries of a ZIP file, by which documents and workbooks are told from archives. Stateless. */
public final class ZipHead {

    private static final String ENTRY = "PK\u0003\u0004";

    /** Of an entry's header, up to its name; sizes and flags stand in it. */
    private static final int HEADER = 30;

    private static final int FLAGS = 6;
    private static final int PACKED_SIZE = 18;
    private static final int NAME_LENGTH = 26;
    private static final int EXTRA_LENGTH = 28;

    /** Set where the size stands behind the data only. */
    private static final int SIZE_FOLLOWS = 8;

    private ZipHead() {}

    /**
     * Names of the entries whose headers stand whole in some first bytes. What is packed within an entry is none of them,
     * even if it is a ZIP file that is stored as it is.
     *
     * @param head first bytes of a file, of any kind
     * @return in the order of the file; none if it is no ZIP file
     */
    public static List<String> names(byte[] head) {
        String bytes = new String(head, StandardCharsets.ISO_8859_1);
        List<String> names = new ArrayList<>();
        int at = bytes.startsWith(ENTRY) ? 0 : -1;
        while (at >= 0 && at + HEADER <= bytes.length() && bytes.startsWith(ENTRY, at)) {
            int data = at + HEADER + number(bytes, at + NAME_LENGTH, 2);
            if (data > bytes.length()) {
                break;
            }
            names.add(bytes.substring(at + HEADER, data));
            long next = (number(bytes, at + FLAGS, 2) & SIZE_FOLLOWS) == 0
                    ? (long) data
                            + number(bytes, at + EXTRA_LENGTH, 2)
                            + (number(bytes, at + PACKED_SIZE, 4) & 0xFFFFFFFFL)
                    : bytes.indexOf(ENTRY, data);
            at = next > bytes.length() ? -1 : (int) next;
        }
        return names;
    }

    /** Little-endian. */
    private static int number(String bytes, int at, int length) {
        int number = 0;
        for (int i = length - 1; i >= 0; i--) {
            number = number << 8 | bytes.charAt(at + i);
        }
        return number;
    }
}
