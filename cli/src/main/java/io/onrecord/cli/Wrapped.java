package io.onrecord.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text in lines of so many columns. Foreign text is made safe for a terminal. */
final class Wrapped {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final int width;

    /** @param width columns; at least 40 are taken */
    Wrapped(int width) {
        this.width = Math.max(40, width);
    }

    int width() {
        return width;
    }

    /**
     * Lines with their breaks.
     *
     * @param first stands before the first line
     * @param others stands before the others; columns of both are counted as they stand, without colour
     */
    String lines(String first, String others, String text) {
        StringBuilder out = new StringBuilder();
        List<String> lines = of(text, width - Math.max(first.length(), others.length()));
        for (int i = 0; i < lines.size(); i++) {
            out.append(i == 0 ? first : others).append(lines.get(i)).append('\n');
        }
        return out.toString();
    }

    private static List<String> of(String text, int room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : SPACES.splitAsStream(Sanitized.line(text).strip()).toList()) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** A piece of foreign text in at most so many columns. */
    static String cut(String text, int columns) {
        String clean = Sanitized.line(text).strip();
        return clean.codePointCount(0, clean.length()) <= columns
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, columns - 1)).strip() + "…";
    }
}
