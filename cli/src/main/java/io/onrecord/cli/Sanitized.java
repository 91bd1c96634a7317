package io.onrecord.cli;

import io.onrecord.text.Foreign;

/** Makes foreign text safe for a terminal: no control characters, no characters that turn the reading direction. */
final class Sanitized {

    private Sanitized() {}

    /** On one line: line breaks and tabs become spaces. */
    static String line(String text) {
        return clean(text, false);
    }

    /** With its line breaks. */
    static String lines(String text) {
        return clean(text, true);
    }

    private static String clean(String text, boolean keepBreaks) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' && keepBreaks) {
                out.append(c);
            } else if (Character.isWhitespace(c)) {
                out.append(' ');
            } else if (Character.isISOControl(c) || Foreign.turnsDirection(c)) {
                out.append('\uFFFD');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
