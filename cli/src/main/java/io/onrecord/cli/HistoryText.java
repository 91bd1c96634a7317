package io.onrecord.cli;

import io.onrecord.corrections.Change;
import io.onrecord.corrections.Correction;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import java.util.Locale;

/** Corrections in words. */
final class HistoryText {

    private HistoryText() {}

    static String stance(Statement statement) {
        return statement.stance().map(HistoryText::stance).orElse("none");
    }

    static String stance(StanceReading reading) {
        return (reading.negated() ? "not " : "")
                + (reading.hypothetical() ? "perhaps " : "")
                + reading.stance().name().toLowerCase(Locale.ROOT);
    }

    /** What was said, and of what. */
    static String said(Correction correction) {
        Change change = correction.change();
        if (change instanceof Change.SpeakerIs is) {
            return "speaker " + was(correction) + Sanitized.line(is.name());
        }
        if (change instanceof Change.NobodyNamed) {
            return "speaker " + was(correction) + "nobody";
        }
        if (change instanceof Change.StanceIs is) {
            String was = correction.seen().stance().map(HistoryText::stance).orElse("none");
            return "stance " + was + " → " + stance(is.reading());
        }
        if (change instanceof Change.SpansAre) {
            return "other words";
        }
        if (change instanceof Change.Added) {
            return "added";
        }
        if (change instanceof Change.Undone undone) {
            return "took back " + undone.correction();
        }
        return change instanceof Change.Rejected ? "rejected" : "accepted";
    }

    private static String was(Correction correction) {
        return Sanitized.line(correction.seen().speaker().orElse("nobody")) + " → ";
    }
}
