package io.onrecord.disputes;

import io.onrecord.model.Dispute;
import io.onrecord.model.Span;
import java.util.List;

/**
 * A statement that disputes or backs something by its words, of which the article itself does not have the statement that is meant,
 * or may not have it: another article may.
 *
 * @param from id of the statement
 * @param kind what it does
 * @param evidence the words that show it, never empty; UTF-16 units of the text
 * @param target the words that name what is meant: {@code that the dam leaked}, {@code reports of a leak}; may be empty
 * @param spelled whether the target puts the proposition itself, so that it is the statement's own claim; else it only names
 *     it ({@code the report}, {@code it})
 */
public record Pending(String from, Dispute.Kind kind, List<Span> evidence, List<Span> target, boolean spelled) {

    public Pending {
        evidence = List.copyOf(evidence);
        target = List.copyOf(target);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("what " + from + " disputes is shown by no words");
        }
    }
}
