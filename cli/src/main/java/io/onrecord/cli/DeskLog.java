package io.onrecord.cli;

import io.onrecord.exchange.FlatJson;
import io.onrecord.server.RequestLine;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The lines of the desk on standard error, for people or for programs. Safe to share between threads. */
final class DeskLog {

    /** How lines are written. */
    enum Form {
        text,
        json
    }

    private final Console console;
    private final Form form;
    private final Clock clock;

    DeskLog(Console console, Form form, Clock clock) {
        this.console = console;
        this.form = form;
        this.clock = clock;
    }

    /** The desk was opened, or closed. */
    void event(String words) {
        say("info", "desk", words);
    }

    /** Something that only the owner of the desk can mend. */
    void problem(String words) {
        say("warning", "problem", words);
    }

    /** The desk could not be opened. */
    void failure(String words) {
        say("error", "desk", words);
    }

    private void say(String level, String kind, String words) {
        if (form == Form.text) {
            console.say("onrecord: " + words);
            return;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        fields.put("level", level);
        fields.put("kind", kind);
        fields.put("message", words);
        console.say(FlatJson.line(fields));
    }

    /** A request was answered. */
    void request(RequestLine line) {
        if (form == Form.text) {
            console.say(line.text());
            return;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("time", line.at().toString());
        fields.put("level", "info");
        fields.put("kind", "request");
        fields.put("method", line.method());
        fields.put("path", line.path());
        fields.put("route", line.route());
        fields.put("status", line.status());
        fields.put("ms", line.millis());
        console.say(FlatJson.line(fields));
    }
}
