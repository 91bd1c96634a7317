package io.onrecord.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people decided about speakers and claims as JSON Lines, a decision a line (format {@code onrecord-decision/1}). Stateless. */
public final class DecisionJson {

    /** Name and version of the format. */
    public static final String FORMAT = "onrecord-decision/1";

    private DecisionJson() {}

    /** What a decision names, at one place. */
    public sealed interface End {

        /** Id of the article. */
        String articleId();

        /** Address of the article, where it is known. */
        Optional<String> address();

        /** Whether the article's record has no such thing any more, so that nothing follows from it now. */
        boolean loose();
    }

    /**
     * Somebody whom an article names.
     *
     * @param articleId id of the article
     * @param address of the article, where it is known
     * @param name as the article's record has it
     * @param loose whether the record has nobody of this name any more
     */
    public record SpeakerEnd(String articleId, Optional<String> address, String name, boolean loose) implements End {}

    /**
     * A statement that puts a claim.
     *
     * @param articleId id of its article
     * @param address of its article, where it is known
     * @param statementId its id
     * @param part which of its sentences, from 0
     * @param loose whether the record has no such statement any more
     */
    public record ClaimEnd(String articleId, Optional<String> address, String statementId, int part, boolean loose)
            implements End {}

    /**
     * Who took a decision back.
     *
     * @param author who
     * @param time when
     */
    public record TakenBack(String author, Instant time) {}

    /**
     * One line, without a line break.
     *
     * @param id by which it is taken back
     * @param of what it is about, such as {@code SPEAKERS}
     * @param merge whether it says that they are one; else that they are not
     * @param first whom or what it is about
     * @param others whom or what it is said of
     * @param author who decided
     * @param time when
     * @param takenBack who took it back; empty while it holds
     */
    public static String write(
            String id,
            String of,
            boolean merge,
            End first,
            List<? extends End> others,
            String author,
            Instant time,
            Optional<TakenBack> takenBack) {
        return JsonLine.of(line -> {
            line.string("format", FORMAT);
            line.string("id", id);
            line.string("of", of);
            line.string("kind", merge ? "MERGE" : "SPLIT");
            line.object("first", () -> end(line, first));
            line.objects("others", others, other -> end(line, other));
            line.string("author", author);
            line.string("time", time.toString());
            line.flag("holds", takenBack.isEmpty());
            takenBack.ifPresent(back -> line.object("takenBack", () -> {
                line.string("author", back.author());
                line.string("time", back.time().toString());
            }));
        });
    }

    private static void end(JsonLine line, End end) {
        line.object("article", () -> {
            line.string("id", end.articleId());
            line.string("address", end.address());
        });
        if (end instanceof SpeakerEnd speaker) {
            line.string("name", speaker.name());
        } else if (end instanceof ClaimEnd claim) {
            line.string("statement", claim.statementId());
            line.number("part", claim.part());
        }
        line.flag("loose", end.loose());
    }
}
