package io.onrecord.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.onrecord.reading.xml.Prologue;
import io.onrecord.reading.xml.XmlPull;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** XML of strangers, event by event. */
final class XmlTarget {

    private static final int LIMIT = 1 << 16;

    private XmlTarget() {}

    static void read(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 2000), ISO_8859_1);
        Prologue.without(head);
        Prologue.withoutRemarks(head);
        int kind = bytes.length == 0 ? 0 : bytes[bytes.length - 1] & 3;
        try (XmlPull xml = XmlPull.of(new ByteArrayInputStream(bytes), LIMIT)) {
            int elements = 0;
            for (XmlPull.Event event = xml.next(); event != XmlPull.Event.DONE; event = xml.next()) {
                if (event == XmlPull.Event.START && ++elements % 7 == 0) {
                    within(xml, kind);
                }
            }
        } catch (IOException e) {
            Kept.told(e.getMessage());
        }
    }

    private static void within(XmlPull xml, int kind) throws IOException {
        int depth = xml.depth();
        xml.attribute("id");
        if (kind == 1) {
            xml.skip();
        } else if (kind == 2 && xml.textWithin(50).length() > 51) {
            throw new IllegalStateException("more text than was asked for");
        }
        if (kind != 0 && xml.depth() > depth) {
            throw new IllegalStateException("an element was not left");
        }
    }
}
