package io.onrecord.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The commands that copy a store in PostgreSQL and put it back. {@code pg_dump} copies a schema in one snapshot while it is used, and knows
 * every version of the server; a copy of our own would know less, and be slower. A password is never in a command: the tools ask for
 * it, or take it from {@code PGPASSFILE}.
 */
public final class PostgresTools {

    private static final String LOCAL = "localhost";
    private static final String PORT = "5432";

    /** For several hosts, for instance, or what is left to the driver: whoever wrote that knows how to write it for the tools. */
    private static final List<String> UNKNOWN = List.of("--dbname=DATABASE");

    private PostgresTools() {}

    /**
     * The command that copies a store, for a shell.
     *
     * @param address {@code jdbc:postgresql://…}
     * @param file where the copy goes
     */
    public static String backup(String address, Path file) {
        List<String> words = new ArrayList<>(
                List.of("pg_dump", "--format=custom", "--no-owner", "--schema=" + PostgresDatabase.schema(address)));
        words.addAll(connection(address));
        words.add("--file=" + file);
        return quoted(words);
    }

    /**
     * The commands that put a copy back into a database in which its schema is not, for a shell. The store is another then, as {@code Backup}'s is: what was
     * derived from it elsewhere knows changes that it has not, and this server may count its transactions from another number.
     *
     * @param address {@code jdbc:postgresql://…}
     * @param file the copy
     */
    public static String restore(String address, Path file) {
        List<String> words =
                new ArrayList<>(List.of("pg_restore", "--no-owner", "--exit-on-error", "--single-transaction"));
        words.addAll(connection(address));
        words.add(file.toString());
        String schema = PostgresDatabase.schema(address);
        List<String> another = new ArrayList<>(List.of("psql", "--quiet"));
        another.addAll(connection(address));
        another.add(Dialect.POSTGRESQL.sql("--command=UPDATE " + schema + ".store SET id = {random}; UPDATE " + schema
                + ".change SET number = txid_current()"));
        return quoted(words) + " && " + quoted(another);
    }

    private static List<String> connection(String address) {
        Map<String, String> parts = new LinkedHashMap<>();
        try {
            URI uri = new URI(address.substring("jdbc:".length()));
            @Nullable String host = uri.getHost();
            String database = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
            if (host == null && uri.getRawAuthority() != null || database.isEmpty()) {
                return UNKNOWN;
            }
            // The tools know an address of IPv6 without its brackets.
            parts.put("--host", host == null ? LOCAL : host.replaceAll("[\\[\\]]", ""));
            parts.put("--port", uri.getPort() < 0 ? PORT : String.valueOf(uri.getPort()));
            parts.put("--dbname", database);
            for (String one : String.valueOf(uri.getQuery()).split("&", -1)) {
                if (one.startsWith("user=")) {
                    parts.put("--username", one.substring("user=".length()));
                }
            }
        } catch (URISyntaxException e) {
            return UNKNOWN;
        }
        parts.values().removeIf(String::isEmpty);
        return parts.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .toList();
    }

    private static String quoted(List<String> words) {
        return String.join(" ", words.stream().map(PostgresTools::quoted).toList());
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=@+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
