package io.onrecord.reading.table;

import io.onrecord.reading.item.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which column holds what.
 *
 * @param above how many rows stand above the table and are no part of it
 * @param header whether the first row of the table names the columns
 * @param names of the columns, by number
 * @param of column of each role that has one, from 0
 * @param notice how that was told, if anything was guessed
 */
record Columns(int above, boolean header, List<String> names, Map<Role, Integer> of, Optional<String> notice) {

    /** Without a header that says so, a column with shorter cells than this on average holds no articles. */
    private static final int SHORTEST_TEXT = 80;

    /** A header that may mean it, such as "abstract", gives way to cells that are this many times longer. */
    private static final int MUCH_LONGER = 3;

    /** Headers that say so for sure. */
    private static final int SURE = 50;

    /** Headers that may say so. */
    private static final int MAYBE = 30;

    private static final int MOST_ABOVE = 20;

    private static final int LONGEST_HEADER = 60;

    /** Why a table gives no articles; for the person who exported it. */
    static final class NoColumnException extends Exception {

        private static final long serialVersionUID = 1L;

        NoColumnException(String why) {
            super(why);
        }
    }

    String name(int column) {
        return column < names.size() ? names.get(column) : "column " + (column + 1);
    }

    /**
     * Looks at the first rows.
     *
     * @throws NoColumnException if a column that was asked for is not there, or none looks like text
     */
    static Columns of(List<Row> rows, TableOptions options) throws NoColumnException {
        return new Finder(rows, options).columns();
    }

    private static final class Finder {

        private final TableOptions options;
        private final int above;
        private final List<Row> rows;
        private final List<String> first;
        private final boolean header;
        private final int width;
        private final Map<Role, Integer> of = new EnumMap<>(Role.class);
        private final Set<Integer> taken = new HashSet<>();
        private final List<Role> guessed = new ArrayList<>();

        Finder(List<Row> all, TableOptions options) {
            this.options = options;
            this.above = above(all);
            this.rows = all.subList(above, all.size());
            this.first = rows.get(0).cells();
            this.width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
            this.header = isHeader();
        }

        Columns columns() throws NoColumnException {
            for (Role role : Role.values()) {
                Optional<String> given = options.column(role);
                if (given.isPresent()) {
                    take(role, find(role, given.get()));
                }
            }
            // What is sure first, so that "source url" is taken by the address before the outlet asks.
            for (Role role : Role.values()) {
                if (role != Role.TEXT) {
                    byHeader(role);
                }
            }
            if (!of.containsKey(Role.TEXT)) {
                take(Role.TEXT, text());
                guessed.add(0, Role.TEXT);
            }
            return new Columns(above, header, names(), of, notice());
        }

        /** Exports begin with what was searched for, when and where; the headers stand below. */
        private static int above(List<Row> all) {
            for (int i = 0; i < Math.min(all.size(), MOST_ABOVE); i++) {
                List<String> cells = all.get(i).cells();
                long known = Arrays.stream(Role.values())
                        .filter(role -> cells.stream().anyMatch(cell -> HeaderNames.ALL.score(cell, role) >= SURE))
                        .count();
                if (known >= 2) {
                    return i;
                }
            }
            return 0;
        }

        private void take(Role role, int column) {
            of.put(role, column);
            taken.add(column);
        }

        private int find(Role role, String given) throws NoColumnException {
            String wanted = given.strip();
            for (int i = 0; header && i < first.size(); i++) {
                if (first.get(i).strip().equalsIgnoreCase(wanted)) {
                    return i;
                }
            }
            if (wanted.matches("\\d{1,5}")) {
                int number = Integer.parseInt(wanted);
                if (number >= 1 && number <= width) {
                    return number - 1;
                }
            }
            throw new NoColumnException(
                    "no column '" + Wording.shown(given) + "', which " + role.option() + " asks for: "
                            + (header ? "there are " + listed() : "there are " + width + " columns without names"));
        }

        private void byHeader(Role role) {
            if (of.containsKey(role) || !header) {
                return;
            }
            int best = -1;
            int most = 0;
            for (int i = 0; i < first.size(); i++) {
                int score = taken.contains(i) ? 0 : HeaderNames.ALL.score(first.get(i), role);
                if (score > most && score >= otherScore(i, role)) {
                    best = i;
                    most = score;
                }
            }
            if (best >= 0) {
                take(role, best);
                guessed.add(role);
            }
        }

        private int otherScore(int column, Role role) {
            int most = 0;
            for (Role other : Role.values()) {
                most = other == role || of.containsKey(other)
                        ? most
                        : Math.max(most, HeaderNames.ALL.score(first.get(column), other));
            }
            return most;
        }

        private int text() throws NoColumnException {
            int named = -1;
            int empty = -1;
            int most = 0;
            int longest = -1;
            for (int i = 0; i < width; i++) {
                if (taken.contains(i)) {
                    continue;
                }
                int score = header && i < first.size() ? HeaderNames.ALL.score(first.get(i), Role.TEXT) : 0;
                if (score > most && length(i) > 0) {
                    named = i;
                    most = score;
                } else if (score >= SURE && empty < 0) {
                    empty = i;
                }
                longest = longest < 0 || length(i) > length(longest) ? i : longest;
            }
            boolean unsure = most < SURE && longest >= 0 && named >= 0 && length(longest) > MUCH_LONGER * length(named);
            if (named >= 0 && !unsure) {
                return named;
            }
            if (longest >= 0 && length(longest) >= SHORTEST_TEXT) {
                return longest;
            }
            if (empty >= 0) {
                return empty;
            }
            throw new NoColumnException("no column looks like the text of articles"
                    + (header ? ": there are " + listed() : "")
                    + "; say which it is with --text-column NAME, or its number");
        }

        /** Average length of the cells of a column that hold something. */
        private long length(int column) {
            long sum = 0;
            long count = 0;
            for (Row row : rows.subList(header ? 1 : 0, rows.size())) {
                String cell = row.cell(column);
                if (!cell.isBlank()) {
                    sum += cell.length();
                    count++;
                }
            }
            return count == 0 ? 0 : sum / count;
        }

        /**
         * A row of short names, none twice: asked for, known, or at least unlike the rows below, in which some column is
         * much longer.
         */
        private boolean isHeader() {
            Set<String> seen = new HashSet<>();
            int known = 0;
            for (String cell : first) {
                String name = cell.strip().toLowerCase(Locale.ROOT);
                if (name.length() > LONGEST_HEADER || !name.isEmpty() && !seen.add(name)) {
                    return false;
                }
                for (Role role : Role.values()) {
                    boolean asked = options.column(role)
                            .map(given -> given.strip().equalsIgnoreCase(name))
                            .orElse(false);
                    if (asked && !name.matches("\\d*")) {
                        return true;
                    }
                    known = Math.max(known, HeaderNames.ALL.score(cell, role));
                }
            }
            return known >= MAYBE || looksUnlikeOthers();
        }

        /** Words over numbers, dates, or long cells. */
        private boolean looksUnlikeOthers() {
            List<Row> below = rows.subList(1, rows.size());
            for (int i = 0; i < first.size(); i++) {
                int column = i;
                List<String> cells = below.stream()
                        .map(row -> row.cell(column))
                        .filter(cell -> !cell.isBlank())
                        .toList();
                boolean unlike = cells.stream().allMatch(cell -> cell.length() > SHORTEST_TEXT || !isWords(cell));
                if (!first.get(i).isBlank() && !isWords(first.get(i))) {
                    return false;
                }
                if (!cells.isEmpty() && unlike) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isWords(String cell) {
            return cell.length() <= LONGEST_HEADER && cell.strip().matches("[\\p{L}_][\\p{L}\\p{N} _.:()/\\-]*");
        }

        private List<String> names() {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                boolean named = header && i < first.size() && !first.get(i).isBlank();
                names.add(named ? "column '" + Wording.shown(first.get(i).strip()) + "'" : "column " + (i + 1));
            }
            return names;
        }

        private String listed() {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < first.size() && all.length() < 200; i++) {
                all.append(i == 0 ? "" : ", ")
                        .append('\'')
                        .append(Wording.shown(first.get(i).strip()))
                        .append('\'');
            }
            return all.length() < 200 ? all.toString() : all + " …";
        }

        private Optional<String> notice() {
            if (guessed.isEmpty()) {
                return Optional.empty();
            }
            List<String> names = names();
            StringBuilder said = new StringBuilder();
            for (Role role : guessed) {
                Integer column = of.get(role);
                if (column != null) {
                    said.append(said.isEmpty() ? "" : ", ")
                            .append(role.word())
                            .append(" from ")
                            .append(names.get(column));
                }
            }
            return Optional.of(said + (header ? "" : " (no row of headers)") + "; "
                    + guessed.get(0).option() + " and the like say otherwise");
        }
    }
}
