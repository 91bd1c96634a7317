package io.onrecord.cli;

/** Colour for a terminal, or none. */
enum Style {
    PLAIN,
    COLOUR;

    /** When to colour. */
    enum When {
        auto,
        always,
        never
    }

    static Style of(When when, Console console) {
        boolean colour = switch (when) {
            case always -> true;
            case never -> false;
            case auto -> console.outIsTerminal() && System.getenv("NO_COLOR") == null;
        };
        return colour ? COLOUR : PLAIN;
    }

    String bold(String text) {
        return paint("1", text);
    }

    String dim(String text) {
        return paint("2", text);
    }

    String source(String text) {
        return paint("36", text);
    }

    String cue(String text) {
        return paint("33", text);
    }

    private String paint(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
