package io.onrecord.server.view;

import io.onrecord.exchange.export.ExportFormat;
import io.onrecord.exchange.export.FolderFormat;
import io.onrecord.exchange.export.Subject;
import io.onrecord.exchange.parquet.ParquetRows;
import io.onrecord.export.ExportFormats;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A list as files: all its rows, in each format that can hold them. Pages show it with {@code @template.exports(exports = …)}.
 *
 * @param formats in the order of the docs
 */
public record ExportsView(List<Format> formats) {

    /** All formats. */
    public static final ExportFormats FORMATS = ExportFormats.with(List.of(new ParquetRows()));

    public ExportsView {
        formats = List.copyOf(formats);
    }

    /**
     * A file.
     *
     * @param name of the format, or {@code records} for whole records
     * @param about what it is and whom it is for
     * @param link where it is, as a path of the desk
     */
    public record Format(String name, String about, String link) {}

    /**
     * The menu of a list.
     *
     * @param what the list is of: {@code search}, {@code statements}, {@code articles}, {@code speakers}, {@code disputes},
     *     {@code identities} or {@code claims}
     * @param filters its filters, as an address has them behind its question mark; may be empty
     */
    public static ExportsView of(String what, String filters) {
        Subject subject = subject(what);
        List<Format> formats = new ArrayList<>();
        for (ExportFormat format : FORMATS.all()) {
            if (format.subjects().contains(subject)) {
                formats.add(format(format, what, filters));
            }
        }
        if (subject == Subject.STATEMENTS) {
            FORMATS.named("jsonl", Subject.RECORDS)
                    .ifPresent(records ->
                            formats.add(new Format("records", records.about(), link(what, "records", filters))));
        }
        return new ExportsView(formats);
    }

    private static Format format(ExportFormat format, String what, String filters) {
        String about = format instanceof FolderFormat ? format.about() + " (ZIP)" : format.about();
        return new Format(format.name(), about, link(what, format.name(), filters));
    }

    private static String link(String what, String format, String filters) {
        return "/export?what=" + what + "&format=" + format + (filters.isEmpty() ? "" : "&" + filters);
    }

    /** The subject of what is exported; what a search finds are statements. */
    static Subject subject(String what) {
        return what.equals("search") ? Subject.STATEMENTS : Subject.valueOf(what.toUpperCase(Locale.ROOT));
    }
}
