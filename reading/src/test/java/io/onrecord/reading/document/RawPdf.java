package io.onrecord.reading.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/** A PDF written object by object, for what no library would write. Object 1 is the catalogue. */
final class RawPdf {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Integer> places = new ArrayList<>();

    RawPdf() {
        write("%PDF-1.7\n");
    }

    RawPdf object(String content) {
        places.add(bytes.size());
        write(places.size() + " 0 obj\n" + content + "\nendobj\n");
        return this;
    }

    RawPdf stream(String entries, byte[] content) {
        places.add(bytes.size());
        write(places.size() + " 0 obj\n<<" + entries + " /Length " + content.length + ">>\nstream\n");
        bytes.writeBytes(content);
        write("\nendstream\nendobj\n");
        return this;
    }

    byte[] done() {
        int table = bytes.size();
        StringBuilder end = new StringBuilder("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
        for (int place : places) {
            String digits = "0000000000" + place;
            end.append(digits.substring(digits.length() - 10)).append(" 00000 n \n");
        }
        write(end + "trailer\n<</Size " + (places.size() + 1) + " /Root 1 0 R>>\nstartxref\n" + table + "\n%%EOF\n");
        return bytes.toByteArray();
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** So many megabytes of spaces, packed. */
    static byte[] packedSpaces(int megabytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 20];
        java.util.Arrays.fill(block, (byte) ' ');
        byte[] out = new byte[1 << 16];
        for (int i = 0; i <= megabytes; i++) {
            if (i == megabytes) {
                deflater.finish();
            } else {
                deflater.setInput(block);
            }
            int count = deflater.deflate(out);
            while (count > 0) {
                packed.write(out, 0, count);
                count = deflater.deflate(out);
            }
        }
        deflater.end();
        return packed.toByteArray();
    }
}
