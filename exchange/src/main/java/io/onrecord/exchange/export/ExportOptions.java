package io.onrecord.exchange.export;

import io.onrecord.exchange.RecordJson.Offsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How to export.
 *
 * @param offsets what offsets count, where the format leaves the choice
 * @param withText whether texts of articles are written, too
 * @param spreadsheetSafe whether CSV keeps a spreadsheet from taking words for a formula
 * @param byteOrderMark whether CSV begins with a byte order mark
 * @param origin what the export is made of
 */
public record ExportOptions(
        Offsets offsets, boolean withText, boolean spreadsheetSafe, boolean byteOrderMark, Origin origin) {

    /** Code points, no texts, nothing for spreadsheets. */
    public static final ExportOptions DEFAULT =
            new ExportOptions(Offsets.CODE_POINT, false, false, false, new Origin("unknown", List.of(), Map.of()));

    /**
     * What an export is made of; formats that have a place for it say so in the file.
     *
     * @param version of Onrecord
     * @param sources the store or the files, by their names
     * @param filters what was asked for, by the name of the option; empty for everything
     */
    public record Origin(String version, List<String> sources, Map<String, String> filters) {
        public Origin {
            sources = List.copyOf(sources);
            filters = Collections.unmodifiableMap(new TreeMap<>(filters));
        }
    }
}
