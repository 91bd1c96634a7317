package io.onrecord.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables as a database has them, and as the docs describe them. */
final class Tables {

    private static final Pattern HEADING = Pattern.compile("^#+ `([a-z_]+)`.*");
    private static final Pattern COLUMN = Pattern.compile("^\\| `([a-z_]+)` \\|.*");

    private Tables() {}

    /** Names of the tables. */
    static List<String> of(Database database) {
        return named(database, "table", "BASE TABLE");
    }

    private static List<String> named(Database database, String sqlite, String standard) {
        String sql = database.dialect() == Dialect.SQLITE
                ? "SELECT name FROM sqlite_schema WHERE type = '" + sqlite
                        + "' AND name NOT LIKE 'sqlite%' ORDER BY name"
                : "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
                        + " AND table_type = '" + standard + "' ORDER BY table_name";
        return database.read(session -> session.texts(sql));
    }

    /** Names of a table's columns. */
    static List<String> columns(Database database, String table) {
        String sql = database.dialect() == Dialect.SQLITE
                ? "SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid"
                : "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema()"
                        + " AND table_name = '" + table + "' ORDER BY ordinal_position";
        return database.read(session -> session.texts(sql));
    }

    /** Tables and views with their columns. */
    static Map<String, List<String>> described(Database database) {
        List<String> all = new ArrayList<>(of(database));
        all.addAll(named(database, "view", "VIEW"));
        Map<String, List<String>> described = new TreeMap<>();
        all.forEach(table -> described.put(table, columns(database, table)));
        return described;
    }

    /** The same, from the headings and tables of the docs. */
    static Map<String, List<String>> documented() throws IOException {
        Path page = Path.of(System.getProperty("onrecord.root", "..")).resolve("docs/design/store.md");
        Map<String, List<String>> documented = new TreeMap<>();
        String table = "";
        for (String line : Files.readAllLines(page)) {
            Matcher heading = HEADING.matcher(line);
            Matcher column = COLUMN.matcher(line);
            if (heading.matches()) {
                table = heading.group(1);
                documented.put(table, new ArrayList<>());
            } else if (line.startsWith("#")) {
                table = "";
            } else if (column.matches() && !table.isEmpty()) {
                documented.computeIfAbsent(table, name -> new ArrayList<>()).add(column.group(1));
            }
        }
        return documented;
    }
}
