package io.onrecord.fuzz;

import io.onrecord.reading.table.TableKind;
import io.onrecord.reading.table.TableOptions;
import io.onrecord.reading.table.Tables;
import java.io.IOException;

/** CSV, TSV, and workbooks as parcels. */
final class TableTarget {

    private static final int LONGEST = 1 << 16;

    private TableTarget() {}

    static void read(byte[] bytes) throws IOException {
        if (Parcel.is(bytes)) {
            read(TableKind.XLSX, Parcel.zip(bytes));
        } else if (bytes.length > 1 && (bytes[0] == 'P' || bytes[0] == (byte) 0xD0)) {
            read(TableKind.XLSX, bytes);
        } else {
            read(TableKind.CSV, bytes);
            read(TableKind.TSV, bytes);
        }
    }

    private static void read(TableKind kind, byte[] bytes) throws IOException {
        try {
            Kept.all(Tables.open(Kept.item("table", bytes), kind, TableOptions.GUESSED, LONGEST, notice -> {}));
        } catch (IOException e) {
            Kept.told(e.getMessage());
        }
    }
}
