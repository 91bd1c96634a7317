package io.onrecord.encoder.onnx;

/**
 * Other forms of quotation marks, dashes and dots as the plain one, so that typography does not tell two sentences apart. The
 * trainer has the same table ({@code pairs/pieces.py}).
 */
final class Typography {

    private Typography() {}

    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '‘', '’', '‚', '‛' -> plain.append('\'');
                case '“', '”', '„', '‟', '«', '»' -> plain.append('"');
                case '‐', '‑', '‒', '–', '—', '−' -> plain.append('-');
                case '…' -> plain.append("...");
                default -> plain.append(c);
            }
        }
        return plain.toString();
    }
}
