package io.onrecord.reading.table;

import io.onrecord.reading.item.Wording;
import io.onrecord.reading.xml.XmlPull;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet as strings: of a formula the value it had when the workbook was saved, of a date ISO 8601, of an
 * error nothing. Of merged cells the first holds the value.
 */
final class SheetRows implements Rows {

    /** The last column of a sheet, XFD. */
    private static final int COLUMNS = 16_384;

    /** The last row of a sheet. */
    private static final int ROWS = 1_048_576;

    /** A row may be this many times longer than the longest article. */
    private static final int ROW = 4;

    private static final int LONGEST_NUMBER = 400;

    private final XmlPull xml;
    private final SharedStrings strings;
    private final Styles styles;
    private final boolean from1904;
    private final int longest;
    private boolean inData;
    private long number;

    SheetRows(XmlPull xml, SharedStrings strings, Styles styles, boolean from1904, int longest) {
        this.xml = xml;
        this.strings = strings;
        this.styles = styles;
        this.from1904 = from1904;
        this.longest = longest;
    }

    @Override
    public @Nullable Row next() throws IOException {
        for (XmlPull.Event event = xml.next(); event != XmlPull.Event.DONE; event = xml.next()) {
            if (event == XmlPull.Event.START) {
                if (xml.name().equals("sheetData")) {
                    inData = true;
                } else if (inData && xml.name().equals("row")) {
                    return row();
                } else if (xml.depth() > 1) {
                    xml.skip();
                }
            } else if (event == XmlPull.Event.END && xml.name().equals("sheetData")) {
                return null;
            }
        }
        return null;
    }

    @Override
    public boolean wide() {
        return false;
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }

    private Row row() throws IOException {
        number = xml.attribute("r")
                .filter(value -> value.matches("\\d{1,7}"))
                .map(Long::parseLong)
                .orElse(number + 1);
        if (number > ROWS) {
            throw new IOException("a broken workbook: a row beyond " + ROWS);
        }
        List<String> cells = new ArrayList<>();
        long room = (long) ROW * longest;
        int outer = xml.depth() - 1;
        int column = -1;
        while (xml.depth() > outer) {
            XmlPull.Event event = xml.next();
            if (event == XmlPull.Event.DONE) {
                break;
            }
            if (event != XmlPull.Event.START) {
                continue;
            }
            if (!xml.name().equals("c")) {
                xml.skip();
                continue;
            }
            column = xml.attribute("r").map(SheetRows::column).orElse(column + 1);
            if (column < 0 || column >= COLUMNS) {
                throw new IOException("a broken workbook: row " + number + " has a cell beyond column XFD");
            }
            String value = cell();
            room -= value.length();
            if (room < 0) {
                return overlong(outer);
            }
            set(cells, column, value);
        }
        return new Row(number, cells);
    }

    private Row overlong(int outer) throws IOException {
        XmlPull.Event event = XmlPull.Event.TEXT;
        while (xml.depth() > outer && event != XmlPull.Event.DONE) {
            event = xml.next();
        }
        return Row.faulty(number, "cells of more than " + Wording.bytes((long) ROW * longest) + " together: split it");
    }

    private static void set(List<String> cells, int column, String value) {
        if (value.isEmpty()) {
            return;
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, value);
    }

    /** From the letters of a reference such as {@code AB12}, from 0; -1 if it is none. */
    private static int column(String reference) {
        int column = 0;
        int i = 0;
        while (i < reference.length() && i < 4 && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z') {
            column = 26 * column + reference.charAt(i) - 'A' + 1;
            i++;
        }
        return column - 1;
    }

    private String cell() throws IOException {
        String type = xml.attribute("t").orElse("n");
        int style = xml.attribute("s")
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
        String value = "";
        int outer = xml.depth() - 1;
        while (xml.depth() > outer) {
            XmlPull.Event event = xml.next();
            if (event == XmlPull.Event.DONE) {
                break;
            }
            if (event != XmlPull.Event.START) {
                continue;
            }
            switch (xml.name()) {
                case "v" -> value = xml.textWithin(type.equals("str") ? longest : LONGEST_NUMBER);
                case "is" -> value = SharedStrings.richText(xml, longest);
                default -> xml.skip();
            }
        }
        return shown(type, style, value);
    }

    private String shown(String type, int style, String value) throws IOException {
        return switch (type) {
            case "s" -> value.strip().matches("\\d{1,9}") ? strings.get(Long.parseLong(value.strip())) : "";
            case "str" -> Escapes.undone(value);
            case "inlineStr", "d" -> value;
            case "b" ->
                value.strip().equals("1") || value.strip().equals("true") ? "TRUE" : value.isBlank() ? "" : "FALSE";
            case "e" -> "";
            default -> {
                Optional<String> date = styles.isDate(style) ? Serials.date(value.strip(), from1904) : Optional.empty();
                yield date.orElseGet(() -> Serials.number(value.strip()));
            }
        };
    }
}
