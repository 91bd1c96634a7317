package io.onrecord.evaluation;

import io.onrecord.model.Form;
import io.onrecord.model.Span;
import java.util.List;

/**
 * The form of a gold statement, read off double quotation marks: a straight mark opens or closes, a curly or angled one
 * says which, and a line break closes.
 */
final class GoldForm {

    private GoldForm() {}

    static Form formOf(String text, List<Span> content) {
        boolean[] quoted = quoted(text);
        boolean inside = false;
        boolean outside = false;
        for (Span span : content) {
            for (int i = span.start(); i < span.end(); i++) {
                if (Character.isLetterOrDigit(text.charAt(i)) || Character.isSurrogate(text.charAt(i))) {
                    inside |= quoted[i];
                    outside |= !quoted[i];
                }
            }
        }
        if (inside && outside) {
            return Form.MIXED;
        }
        return inside ? Form.DIRECT : Form.INDIRECT;
    }

    /** For each UTF-16 unit, whether it stands between marks. */
    private static boolean[] quoted(String text) {
        boolean[] quoted = new boolean[text.length()];
        boolean open = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = (c == '\'' || c == '`') && i + 1 < text.length() && text.charAt(i + 1) == c;
            open = switch (c) {
                case '“', '«', '„' -> true;
                case '”', '»', '\n', '\r' -> false;
                case '"' -> !open;
                default -> pair ? c == '`' || !open : open;
            };
            quoted[i] = open;
            if (pair) {
                quoted[++i] = open;
            }
        }
        return quoted;
    }
}
