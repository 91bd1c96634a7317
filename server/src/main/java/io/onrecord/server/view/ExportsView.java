package io.onrecord.server.view;

import io.onrecord.exchange.export.FolderFormat;
import io.onrecord.server.list.ListFiles;
import io.onrecord.server.list.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The lists of a page as files: all their rows, in each format that can hold them. Pages show it with {@code @template.exports(exports = frame.exports())}.
 *
 * @param lists of the page; none where it has none
 */
public record ExportsView(List<Files> lists) {

    /** Of a page without lists. */
    public static final ExportsView NONE = new ExportsView(List.of());

    public ExportsView {
        lists = List.copyOf(lists);
    }

    /**
     * The files of a list.
     *
     * @param name in words
     * @param formats in the order of the docs
     */
    public record Files(String name, List<Format> formats) {
        public Files {
            formats = List.copyOf(formats);
        }
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
     * The menu of a page.
     *
     * @param address of the page, with all that narrows and sorts its lists
     */
    public static ExportsView of(String address, List<Listing> lists) {
        List<Files> all = new ArrayList<>();
        for (Listing listing : lists) {
            // The first of a page need not be named.
            String list = all.isEmpty() ? "" : listing.name();
            String base = Links.with(Links.with(address, "limit", ""), ListFiles.LIST, list);
            all.add(new Files(
                    listing.name().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT),
                    listing.formats().stream()
                            .map(format -> new Format(
                                    format.name(),
                                    format.format() instanceof FolderFormat
                                            ? format.format().about() + " (ZIP)"
                                            : format.format().about(),
                                    Links.with(base, ListFiles.FORMAT, format.name())))
                            .toList()));
        }
        return new ExportsView(all);
    }
}
