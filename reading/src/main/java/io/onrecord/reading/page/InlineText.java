package io.onrecord.reading.page;

/** Gathers the text of one block as a browser would show it: white space collapsed, line breaks where the page has them. */
final class InlineText {

    /** In UTF-16 units; lines of poems and addresses are shorter. */
    private static final int LONG_LINE = 60;

    private final StringBuilder out = new StringBuilder();
    private boolean pending;
    private int linked;

    /** Adds the characters of a text node. */
    void add(String text, boolean inLink) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Spaces.isNothing(c)) {
                continue;
            }
            if (Spaces.isSpace(c)) {
                pending = true;
            } else {
                space();
                out.append(Spaces.whole(text, i) ? c : '\uFFFD');
                linked += inLink ? 1 : 0;
            }
        }
    }

    private void space() {
        if (pending && out.length() > 0 && !endsLine()) {
            out.append(' ');
        }
        pending = false;
    }

    /** Whether nothing visible has come yet, or none since the last line break. */
    boolean endsLine() {
        return out.length() == 0 || out.charAt(out.length() - 1) == '\n';
    }

    /** Whether the last line is longer than those that are broken for their looks, and ends a sentence. */
    boolean endsLongSentence() {
        int start = out.lastIndexOf("\n") + 1;
        return out.length() - start >= LONG_LINE
                && out.charAt(out.length() - 1) != ':'
                && Prose.endsSentence(out.substring(start));
    }

    void lineBreak() {
        pending = false;
        if (out.length() > 0) {
            out.append('\n');
        }
    }

    /** Between the cells of a row. */
    void tab() {
        pending = false;
        if (out.length() > 0 && out.charAt(out.length() - 1) != '\t') {
            out.append('\t');
        }
    }

    void word() {
        pending = true;
    }

    boolean isEmpty() {
        return out.length() == 0;
    }

    int linked() {
        return linked;
    }

    /** What has come so far, which is then forgotten. */
    String take() {
        String text = out.toString().strip();
        out.setLength(0);
        pending = false;
        linked = 0;
        return text;
    }
}
