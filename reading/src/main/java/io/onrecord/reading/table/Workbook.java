package io.onrecord.reading.table;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.ItemArticles;
import io.onrecord.reading.item.Wording;
import io.onrecord.reading.xml.XmlPull;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of a workbook, one after another, each a table of its own (ECMA-376, parts 1 and 2). What a workbook says is
 * in a ZIP whose order is free, so it is kept in a temporary file while it is read.
 */
final class Workbook implements ItemArticles {

    private static final int MOST_SHEETS = 1000;

    private final Item item;
    private final TableOptions options;
    private final int longest;
    private final Consumer<String> notices;
    private final OfficeParts parts;
    private final SharedStrings strings;
    private final Styles styles;
    private final boolean from1904;
    private final Iterator<Sheet> sheets;
    private final boolean several;

    private @Nullable TableArticles open;
    private boolean any;

    private record Sheet(String name, String part) {}

    private Workbook(Item item, TableOptions options, int longest, Consumer<String> notices, OfficeParts parts)
            throws IOException {
        this.item = item;
        this.options = options;
        this.longest = longest;
        this.notices = notices;
        this.parts = parts;
        String main = parts.main();
        Map<String, OfficeParts.Target> targets = parts.relations(main);
        Listing listing = new Listing(parts, main);
        this.from1904 = listing.from1904;
        List<Sheet> wanted = wanted(listing, targets);
        this.several = wanted.size() > 1;
        this.sheets = wanted.iterator();
        this.styles = new Styles(parts, OfficeParts.ofType(targets, "styles"));
        this.strings = new SharedStrings(parts, OfficeParts.ofType(targets, "sharedStrings"), longest);
    }

    static ItemArticles open(Item item, TableOptions options, int longest, Consumer<String> notices)
            throws IOException {
        OfficeParts parts = OfficeParts.of(item.bytes());
        try {
            return new Workbook(item, options, longest, notices, parts);
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    @Override
    public @Nullable Outcome<Article> next() throws IOException {
        while (true) {
            if (open == null) {
                if (!sheets.hasNext()) {
                    return end();
                }
                open = articles(sheets.next());
            }
            Outcome<Article> outcome = open.next();
            if (outcome != null && !(several && isEmpty(outcome))) {
                any = true;
                return outcome;
            }
            if (outcome == null) {
                open.close();
                open = null;
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (parts;
                strings) {
            if (open != null) {
                open.close();
                open = null;
            }
        }
    }

    /** Programs make three sheets where one is used; those without a row are not told of. */
    private static boolean isEmpty(Outcome<Article> outcome) {
        return outcome instanceof Outcome.Skipped<Article> skipped
                && skipped.why().equals(TableArticles.WITHOUT_ROWS);
    }

    private @Nullable Outcome<Article> end() {
        if (any) {
            return null;
        }
        any = true;
        return Wording.skipped(item.address(), "empty: no visible sheet has a row");
    }

    private TableArticles articles(Sheet sheet) throws IOException {
        String address = several ? item.address() + "!" + sheet.name() : item.address();
        Rows rows = new SheetRows(parts.xml(sheet.part()), strings, styles, from1904, longest);
        Consumer<String> told = several ? notice -> notices.accept("sheet '" + shown(sheet) + "': " + notice) : notices;
        return new TableArticles(address, item.known().metadata(), "xlsx", rows, options, longest, told);
    }

    private static String shown(Sheet sheet) {
        return Wording.shown(sheet.name());
    }

    private List<Sheet> wanted(Listing listing, Map<String, OfficeParts.Target> targets) throws IOException {
        Optional<String> asked = options.sheet().map(String::strip);
        List<Sheet> wanted = new ArrayList<>();
        int number = 0;
        for (Listed listed : listing.sheets) {
            number++;
            boolean named = asked.isPresent()
                    && (listed.name().equalsIgnoreCase(asked.get())
                            || asked.get().equals(String.valueOf(number)) && !listing.has(asked.get()));
            OfficeParts.Target target = targets.get(listed.relation());
            if (target != null && (named || asked.isEmpty() && listed.visible())) {
                wanted.add(new Sheet(listed.name(), target.part()));
            }
        }
        if (wanted.isEmpty()) {
            throw new IOException(asked.map(name ->
                            "no sheet '" + Wording.shown(name) + "', which --sheet asks for: " + listing.names())
                    .orElse("a workbook without a visible sheet: show one, or ask for it with --sheet NAME"));
        }
        return wanted;
    }

    private record Listed(String name, String relation, boolean visible) {}

    /** What the main part lists. */
    private static final class Listing {

        private final List<Listed> sheets = new ArrayList<>();
        private boolean from1904;

        Listing(OfficeParts parts, String main) throws IOException {
            try (XmlPull xml = parts.xml(main)) {
                for (XmlPull.Event event = xml.next(); event != XmlPull.Event.DONE; event = xml.next()) {
                    if (event == XmlPull.Event.START) {
                        start(xml);
                    }
                }
            }
        }

        private void start(XmlPull xml) {
            if (xml.name().equals("workbookPr")) {
                from1904 = xml.attribute("date1904")
                        .map(value -> value.equals("1") || value.equals("true"))
                        .orElse(false);
            } else if (xml.name().equals("sheet") && sheets.size() < MOST_SHEETS) {
                sheets.add(new Listed(
                        xml.attribute("name").filter(name -> !name.isBlank()).orElse("sheet " + (sheets.size() + 1)),
                        xml.attribute("id").orElse(""),
                        !xml.attribute("state")
                                .map(state -> state.toLowerCase(Locale.ROOT).contains("hidden"))
                                .orElse(false)));
            }
        }

        boolean has(String name) {
            return sheets.stream().anyMatch(sheet -> sheet.name().equalsIgnoreCase(name));
        }

        String names() {
            StringBuilder all = new StringBuilder("there are ");
            for (int i = 0; i < sheets.size() && all.length() < 200; i++) {
                all.append(i == 0 ? "'" : ", '")
                        .append(Wording.shown(sheets.get(i).name()))
                        .append('\'');
            }
            return sheets.isEmpty() ? "there is none" : all.toString();
        }
    }
}
