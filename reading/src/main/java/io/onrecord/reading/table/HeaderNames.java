package io.onrecord.reading.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a header says of its column, from the table beside this class. Immutable. */
final class HeaderNames {

    static final HeaderNames ALL = read("headers.txt");

    /** A longer cell is no header. */
    private static final int LONGEST = 80;

    private final Map<Role, Map<String, Integer>> names;

    private HeaderNames(Map<Role, Map<String, Integer>> names) {
        this.names = names;
    }

    /** How sure it is, from 0 to 100, that a header names a column of a role. */
    int score(String header, Role role) {
        if (header.length() > LONGEST) {
            return 0;
        }
        Map<String, Integer> known = names.getOrDefault(role, Map.of());
        int whole = known.getOrDefault(folded(header), 0);
        if (whole > 0) {
            return whole;
        }
        // "nyt_headline" and "Story Text" end with what they are.
        String spaced = header.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").strip();
        int last = -1;
        for (int i = 0; i < spaced.length(); i++) {
            last = Character.isLetterOrDigit(spaced.charAt(i)) ? last : i;
        }
        return last < 0 ? 0 : known.getOrDefault(folded(spaced.substring(last + 1)), 0) / 2;
    }

    private static String folded(String header) {
        StringBuilder out = new StringBuilder();
        Normalizer.normalize(header, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private static HeaderNames read(String name) {
        Map<Role, Map<String, Integer>> names = new EnumMap<>(Role.class);
        try (InputStream in = HeaderNames.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks the table " + name);
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(" ", -1))
                    .forEach(parts -> {
                        Map<String, Integer> of = names.computeIfAbsent(
                                Role.valueOf(parts[0].toUpperCase(Locale.ROOT)), role -> new HashMap<>());
                        for (int i = 2; i < parts.length; i++) {
                            of.put(parts[i], Integer.parseInt(parts[1]));
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + name + " cannot be read", e);
        }
        return new HeaderNames(names);
    }
}
