package io.onrecord.server.page;

import java.util.Optional;

/** Light, dark, or whatever the reader's system is. A cookie keeps the choice, so that it works without script and nothing flashes. */
public enum Theme {
    /** As the system is. */
    AUTO("auto", "As the system"),
    LIGHT("light", "Light"),
    DARK("dark", "Dark");

    static final String COOKIE = "onrecord-theme";

    private final String word;
    private final String label;

    Theme(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /** The one of a word; {@link #AUTO} for anything else. */
    static Theme of(Optional<String> word) {
        for (Theme theme : values()) {
            if (word.isPresent() && theme.word.equals(word.get())) {
                return theme;
            }
        }
        return AUTO;
    }

    /** As forms, the cookie and the style sheet have it. */
    public String word() {
        return word;
    }

    /** As people read it. */
    public String label() {
        return label;
    }

    public boolean isAuto() {
        return this == AUTO;
    }
}
