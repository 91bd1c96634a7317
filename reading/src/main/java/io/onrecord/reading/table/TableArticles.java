package io.onrecord.reading.table;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.model.Published;
import io.onrecord.model.Text;
import io.onrecord.reading.item.ItemArticles;
import io.onrecord.reading.item.Wording;
import io.onrecord.text.Layout;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The articles of one table. The first rows are held until it is clear which column is what. */
final class TableArticles implements ItemArticles {

    /** Rows that are looked at to tell columns and the order of dates; fewer where they are long. */
    private static final int SAMPLE_ROWS = 1000;

    /** What is longer is no address. */
    private static final int LONGEST_ADDRESS = 2048;

    private static final long SAMPLE_CHARACTERS = 4_000_000;

    static final String WITHOUT_ROWS = "empty: there is no row in it";

    private final String address;
    private final Metadata known;
    private final String origin;
    private final Rows rows;
    private final TableOptions options;
    private final int longest;
    private final Consumer<String> notices;
    private final Deque<Row> held = new ArrayDeque<>();

    private @Nullable Columns columns;
    private CellDate.Order order = CellDate.Order.UNKNOWN;
    private boolean saidAmbiguous;
    private boolean saidUnread;
    private @Nullable IOException fault;
    private boolean done;
    private boolean any;

    /**
     * @param origin what dates are said to come from
     * @param longest most bytes of an article
     */
    TableArticles(
            String address,
            Metadata known,
            String origin,
            Rows rows,
            TableOptions options,
            int longest,
            Consumer<String> notices) {
        this.address = address;
        this.known = known;
        this.origin = origin;
        this.rows = rows;
        this.options = options;
        this.longest = longest;
        this.notices = notices;
    }

    @Override
    public @Nullable Outcome<Article> next() throws IOException {
        if (done) {
            return null;
        }
        Columns places = columns;
        if (places == null) {
            sample();
            List<Row> good = held.stream().filter(row -> row.fault().isEmpty()).toList();
            if (good.isEmpty()) {
                if (held.isEmpty() && fault != null) {
                    done = true;
                    throw fault;
                }
                return withoutRows();
            }
            try {
                places = Columns.of(good, options);
            } catch (Columns.NoColumnException e) {
                done = true;
                return Wording.skipped(address, String.valueOf(e.getMessage()));
            }
            columns = places;
            places.notice().ifPresent(notices);
            held.removeAll(good.subList(0, places.above() + (places.header() ? 1 : 0)));
            if (places.above() > 0) {
                notices.accept("rows above the headers in row "
                        + good.get(places.above()).number() + " left out");
            }
            order = order(places);
        }
        for (Row row = row(); row != null; row = row()) {
            if (!row.isBlank()) {
                any = true;
                return outcome(row, places);
            }
        }
        done = true;
        return any ? null : Wording.skipped(address, "empty: there is no row below the headers");
    }

    /** Faulty rows alone are told of one by one, as elsewhere. */
    private @Nullable Outcome<Article> withoutRows() {
        Row row = held.pollFirst();
        if (row != null) {
            any = true;
            return Wording.skipped(address + ":" + row.number(), row.fault().orElse("empty"));
        }
        done = true;
        return any ? null : Wording.skipped(address, WITHOUT_ROWS);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private void sample() throws IOException {
        long characters = held.stream().mapToLong(Row::size).sum();
        while (held.size() < SAMPLE_ROWS && characters < SAMPLE_CHARACTERS) {
            Row row;
            try {
                row = rows.next();
            } catch (IOException e) {
                // What was read before stands.
                fault = e;
                return;
            }
            if (row == null) {
                return;
            }
            if (!row.isBlank()) {
                held.add(row);
                characters += row.size();
            }
        }
    }

    private @Nullable Row row() throws IOException {
        Row row = held.pollFirst();
        if (row == null && fault != null) {
            done = true;
            throw fault;
        }
        return row != null ? row : rows.next();
    }

    /** The dates of a column are taken to be written alike: one that can be read in one order only tells for all. */
    private CellDate.Order order(Columns places) {
        Integer column = places.of().get(Role.DATE);
        boolean days = false;
        boolean months = false;
        if (column != null) {
            for (Row row : held) {
                CellDate.Order one = CellOrder.of(row.cell(column));
                days |= one == CellDate.Order.DAY_FIRST;
                months |= one == CellDate.Order.MONTH_FIRST;
            }
        }
        return days == months ? CellDate.Order.UNKNOWN : days ? CellDate.Order.DAY_FIRST : CellDate.Order.MONTH_FIRST;
    }

    private Outcome<Article> outcome(Row row, Columns places) {
        String place = address + ":" + row.number();
        if (row.fault().isPresent()) {
            return Wording.skipped(place, row.fault().get());
        }
        int textColumn = places.of().getOrDefault(Role.TEXT, 0);
        String value = row.cell(textColumn);
        if (value.isBlank()) {
            return Wording.skipped(place, "no text: the cell of " + places.name(textColumn) + " is empty");
        }
        if (value.length() > longest) {
            return Wording.skipped(
                    place,
                    "a text of more than " + Wording.bytes(longest)
                            + ", the limit for one article: split what is longer");
        }
        Text text = Layout.of(value).text(value);
        if (text.paragraphs().isEmpty()) {
            return Wording.skipped(place, "no text: the cell of " + places.name(textColumn) + " shows nothing");
        }
        String own = cell(row, places, Role.ADDRESS)
                .or(() -> cell(row, places, Role.ID))
                .filter(cell -> cell.length() <= LONGEST_ADDRESS)
                .orElse(place);
        return new Outcome.Kept<>(
                Article.of(own, text, metadata(row, places, place).orElse(known)));
    }

    private Metadata metadata(Row row, Columns places, String place) {
        return new Metadata(
                cell(row, places, Role.OUTLET),
                cell(row, places, Role.TITLE),
                cell(row, places, Role.AUTHOR).map(TableArticles::authors).orElse(List.of()),
                cell(row, places, Role.DATE).flatMap(cell -> published(cell, places, place)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<String> cell(Row row, Columns places, Role role) {
        Integer column = places.of().get(role);
        return column == null
                ? Optional.empty()
                : Optional.of(row.cell(column).strip()).filter(cell -> !cell.isEmpty() && !isNothing(cell));
    }

    /** What programs write where there is nothing. */
    private static boolean isNothing(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "null", "nan", "none", "n/a", "na", "\\n", "#n/a", "-" -> true;
            default -> false;
        };
    }

    /** Several stand behind one another with a semicolon or bar, or as programs print lists: {@code ['A', 'B']}. */
    private static List<String> authors(String cell) {
        boolean list = cell.startsWith("[") && cell.endsWith("]");
        String inner = list ? cell.substring(1, cell.length() - 1) : cell;
        List<String> authors = new ArrayList<>();
        for (String one : inner.split(list ? "[,;|]" : "[;|]", -1)) {
            String author = list ? one.strip().replaceAll("^['\"]|['\"]$", "").strip() : one.strip();
            if (!author.isEmpty()) {
                authors.add(author);
            }
        }
        return authors;
    }

    private Optional<Published> published(String cell, Columns places, String place) {
        CellDate date = CellDate.of(cell);
        Optional<String> iso = date instanceof CellDate.Sure sure
                ? Optional.of(sure.iso())
                : date instanceof CellDate.Either either ? either.in(order) : Optional.empty();
        if (iso.isEmpty()) {
            tell(cell, date, places, place);
        }
        return iso.map(value -> new Published(value, origin));
    }

    /** Once for a table, not for each of its rows. */
    private void tell(String cell, CellDate date, Columns places, String place) {
        String where = " in " + places.name(places.of().getOrDefault(Role.DATE, 0)) + ", first in row "
                + place.substring(place.lastIndexOf(':') + 1) + ", left out: ";
        if (date instanceof CellDate.Either && !saidAmbiguous) {
            saidAmbiguous = true;
            notices.accept("dates such as '" + Wording.shown(cell) + "'" + where
                    + "nothing tells whether the day or the month stands first; write them as 2024-05-16");
        } else if (date instanceof CellDate.None && !saidUnread) {
            saidUnread = true;
            notices.accept("dates such as '" + Wording.shown(cell) + "'" + where
                    + "write them as 2024-05-16 or 2024-05-16T18:02:00Z");
        }
    }

    /** What one cell tells of the order of its column. */
    private static final class CellOrder {

        private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})([-/])(\\d{1,2})\\2\\d{4}.*");

        static CellDate.Order of(String cell) {
            Matcher matcher = SLASHED.matcher(cell.strip());
            if (!matcher.matches() || !(CellDate.of(cell) instanceof CellDate.Sure)) {
                return CellDate.Order.UNKNOWN;
            }
            int first = Integer.parseInt(matcher.group(1));
            int second = Integer.parseInt(matcher.group(3));
            return first == second
                    ? CellDate.Order.UNKNOWN
                    : first > second ? CellDate.Order.DAY_FIRST : CellDate.Order.MONTH_FIRST;
        }
    }
}
