package io.onrecord.cli;

import io.onrecord.exchange.FlatJson;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code doctor} found out about one thing.
 *
 * @param about the thing, in a word
 * @param state how it is
 * @param what was found
 * @param todo what to do about it; empty where nothing is to be done
 */
record Finding(String about, State state, String what, Optional<String> todo) {

    /** How something is. */
    enum State {
        /** As it should be. */
        GOOD("ok  "),
        /** It works, and may not for long, or not for all. */
        WARNING("warn"),
        /** Something does not work. */
        BAD("BAD ");

        private final String mark;

        State(String mark) {
            this.mark = mark;
        }
    }

    static Finding good(String about, String what) {
        return new Finding(about, State.GOOD, what, Optional.empty());
    }

    static Finding warning(String about, String what, String todo) {
        return new Finding(about, State.WARNING, what, Optional.of(todo));
    }

    static Finding bad(String about, String what, String todo) {
        return new Finding(about, State.BAD, what, Optional.of(todo));
    }

    boolean isBad() {
        return state == State.BAD;
    }

    String text() {
        return state.mark + "  " + about + ": " + Sanitized.line(what) + "\n"
                + todo.map(words -> "      " + Sanitized.line(words) + "\n").orElse("");
    }

    String json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("about", about);
        fields.put("state", state.name().toLowerCase(Locale.ROOT));
        fields.put("what", what);
        fields.put("todo", todo);
        return FlatJson.line(fields) + "\n";
    }
}
