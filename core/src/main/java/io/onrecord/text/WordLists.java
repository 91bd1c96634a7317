package io.onrecord.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lists of words by their kinds, from a file beside a class: UTF-8, a line for each kind with its name, a colon, and words
 * with white space between them. Empty lines and those that begin with {@code #} are no part of such a file, nor of the
 * other files that {@link #lines} and {@link #rows} read. Immutable.
 *
 * @param file what the file is called, for messages
 */
public record WordLists(String file, Map<String, Set<String>> kinds) {

    public WordLists {
        kinds = Map.copyOf(kinds);
    }

    /**
     * Reads a file of kinds.
     *
     * @throws IllegalStateException if there is none, if a line has no colon, or if a kind has two lines
     */
    public static WordLists of(Class<?> beside, String file) {
        Map<String, Set<String>> kinds = new HashMap<>();
        for (String line : lines(beside, file)) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IllegalStateException(file + ": no colon in '" + line + "'");
            }
            Set<String> words = Set.copyOf(words(line.substring(colon + 1)));
            if (kinds.put(line.substring(0, colon), words) != null) {
                throw new IllegalStateException(file + " has the kind " + line.substring(0, colon) + " twice");
            }
        }
        return new WordLists(file, kinds);
    }

    /**
     * The words of a kind.
     *
     * @throws IllegalStateException if the file has no such kind
     */
    public Set<String> kind(String name) {
        Set<String> words = kinds.get(name);
        if (words == null) {
            throw new IllegalStateException(file + " lacks the words of the kind " + name);
        }
        return words;
    }

    /**
     * The lines of any file of this sort, without white space around them.
     *
     * @throws IllegalStateException if there is no such file beside the class
     */
    public static List<String> lines(Class<?> beside, String file) {
        return raw(beside, file).stream().map(String::strip).toList();
    }

    /**
     * The lines of a table, cut at each tab.
     *
     * @throws IllegalStateException if there is no such file beside the class
     */
    public static List<List<String>> rows(Class<?> beside, String file) {
        return raw(beside, file).stream()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    /** The words of a line, with white space between them. */
    public static List<String> words(String line) {
        return line.isBlank() ? List.of() : List.of(line.strip().split("\\s+", -1));
    }

    private static List<String> raw(Class<?> beside, String file) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + file);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
