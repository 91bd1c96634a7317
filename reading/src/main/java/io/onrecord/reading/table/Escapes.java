package io.onrecord.reading.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that XML cannot hold as a workbook writes them: {@code _x000D_} (ECMA-376, part 1, 22.9.2.19). */
final class Escapes {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private Escapes() {}

    static String undone(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        Matcher matcher = ESCAPE.matcher(text);
        StringBuilder out = new StringBuilder(text.length());
        while (matcher.find()) {
            char c = (char) Integer.parseInt(matcher.group(1), 16);
            // A surrogate by itself can be written to no file; the escape of "_" says that what looks so is none.
            String instead = Character.isSurrogate(c) || c == 0 ? matcher.group() : String.valueOf(c);
            matcher.appendReplacement(out, Matcher.quoteReplacement(instead));
        }
        return matcher.appendTail(out).toString();
    }
}
