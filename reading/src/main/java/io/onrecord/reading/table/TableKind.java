package io.onrecord.reading.table;

import io.onrecord.reading.item.Known;
import io.onrecord.reading.item.ZipHead;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Kinds of tables that are read. */
public enum TableKind {
    /** Cells parted by a comma, a semicolon, a tab or a bar. */
    CSV,
    /** Cells parted by tabs. */
    TSV,
    /** A workbook of Office Open XML; one that is encrypted, or older, is taken for it and skipped with that reason. */
    XLSX;

    private static final Map<String, TableKind> EXTENSIONS =
            Map.of("csv", CSV, "tsv", TSV, "tab", TSV, "xlsx", XLSX, "xlsm", XLSX, "xltx", XLSX, "xls", XLSX);

    private static final Map<String, TableKind> MEDIA_TYPES = Map.of(
            "text/csv", CSV,
            "application/csv", CSV,
            "text/tab-separated-values", TSV,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", XLSX,
            "application/vnd.ms-excel.sheet.macroenabled.12", XLSX,
            "application/vnd.ms-excel", XLSX);

    /**
     * The kind that a name or media type says, if the first bytes do not contradict. By its bytes alone a workbook is
     * known and no other table, since any text may be one.
     */
    public static Optional<TableKind> of(Known known, byte[] head) {
        Optional<TableKind> kind = known.name()
                .map(TableKind::extension)
                .map(EXTENSIONS::get)
                .or(() -> known.mediaType().map(MEDIA_TYPES::get))
                .or(() -> isWorkbook(head) ? Optional.of(XLSX) : Optional.empty());
        boolean container = Signature.ZIP.starts(head) || Signature.OLE.starts(head);
        // Servers call CSV by Excel's name, and so do browsers that send it.
        return kind.flatMap(said ->
                said == XLSX ? Optional.of(container ? XLSX : CSV) : container ? Optional.empty() : Optional.of(said));
    }

    private static boolean isWorkbook(byte[] head) {
        return ZipHead.names(head).stream()
                .anyMatch(name -> name.startsWith("xl/") && (name.endsWith(".xml") || name.endsWith(".rels")));
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
