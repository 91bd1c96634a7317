package io.onrecord.spark;

import java.util.regex.Pattern;

/** Names of files and folders as they were given. */
final class Places {

    /** Spark takes names with these for patterns when it reads. */
    private static final Pattern SIGNS = Pattern.compile("[*?\\[\\]{}\\\\]");

    /** A number and a slash behind the colon are a port, and a sign behind that is one of a name. */
    private static final Pattern CREDENTIALS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^/@:]*:(?!\\d+/)[^@]*@.*");

    private Places() {}

    /**
     * A folder for tables, without the slash at its end.
     *
     * @throws ClusterException if Spark could not read there what it has written, or it holds a password
     */
    static String folder(String given) {
        open(given);
        String folder = given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
        if (folder.isBlank()) {
            throw new ClusterException("the folder '" + Said.shown(given) + "' can hold no tables: name another");
        }
        if (SIGNS.matcher(folder).find()) {
            throw new ClusterException(Said.shown(folder)
                    + ": a folder for tables has none of * ? [ ] { } \\ in its name, which Spark takes for a pattern");
        }
        return folder;
    }

    /**
     * What may stand in tables, manifests and messages.
     *
     * @throws ClusterException if there is a password in it
     */
    static String open(String given) {
        if (CREDENTIALS.matcher(given).matches()) {
            throw new ClusterException(Said.shown(given.substring(0, given.indexOf("://")))
                    + "://…: a password in an address would stand in"
                    + " tables and messages: put it into Hadoop's settings");
        }
        return given;
    }
}
