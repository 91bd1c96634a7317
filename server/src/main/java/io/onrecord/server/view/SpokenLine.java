package io.onrecord.server.view;

import io.onrecord.claims.ClaimView;
import io.onrecord.store.Spoken;
import io.onrecord.store.Surroundings;
import java.util.Optional;

/**
 * A statement in a list, with what its article says of itself.
 *
 * @param id of the statement
 * @param article id of its article
 * @param address of its article
 * @param outlet of its article
 * @param title of its article
 * @param published as the article has it, ISO 8601
 * @param copyOf id of the article that its article copies
 * @param copyOfOutlet who published that one
 * @param speaker who says it; empty where nobody can be named
 * @param reportedBy who else is on record with it that this was said; empty where the article or the speaker says so
 * @param source the words that name the source
 * @param cue the reporting words
 * @param content what is stated
 * @param form direct, indirect or mixed, in capital letters
 * @param stance what the cue does, in capital letters
 * @param negated whether it is said not to do that
 * @param hypothetical whether it only would do that
 * @param date when it was made
 * @param confidence that it is a statement, from 0 to 1; empty where it was not asked for
 * @param why it was given to its speaker
 */
public record SpokenLine(
        String id,
        String article,
        String address,
        Optional<String> outlet,
        Optional<String> title,
        Optional<String> published,
        Optional<String> copyOf,
        Optional<String> copyOfOutlet,
        Optional<Who> speaker,
        Optional<String> reportedBy,
        Optional<String> source,
        Optional<String> cue,
        String content,
        String form,
        Optional<String> stance,
        boolean negated,
        boolean hypothetical,
        Optional<String> date,
        Optional<Double> confidence,
        Optional<String> why) {

    private static final int DAY = 10;
    private static final int MINUTE = 16;

    static SpokenLine of(ClaimView.Statement statement, Optional<Surroundings.Known> known) {
        return of(statement, known, Optional.empty(), Optional.empty());
    }

    static SpokenLine of(Spoken spoken, String identity) {
        return of(
                spoken.statement(),
                spoken.statement().speaker().map(name -> new Surroundings.Known(identity, name)),
                Optional.of(spoken.confidence()),
                spoken.why());
    }

    private static SpokenLine of(
            ClaimView.Statement statement,
            Optional<Surroundings.Known> known,
            Optional<Double> confidence,
            Optional<String> why) {
        Optional<Who> speaker = known.map(one ->
                        new Who(Optional.of(one.id()), statement.speaker().orElse(one.name())))
                .or(() -> statement.speaker().map(name -> new Who(Optional.empty(), name)));
        return new SpokenLine(
                statement.statementId(),
                statement.articleId(),
                statement.address(),
                statement.outlet(),
                statement.title(),
                statement.published(),
                statement.origin(),
                statement.originOutlet(),
                speaker,
                statement.reportedBy(),
                statement.source(),
                statement.cue(),
                statement.content(),
                statement.form(),
                statement.stance(),
                statement.negated(),
                statement.hypothetical(),
                statement.date(),
                confidence.map(share -> Math.round(1000 * share) / 1000.0),
                why);
    }

    /** Day of publication, as far as it is known; empty where it is not. */
    public String day() {
        return published
                .map(value -> value.substring(0, Math.min(DAY, value.length())))
                .orElse("");
    }

    /** Day and time of publication, as far as they are known. */
    public String moment() {
        return published
                .map(value ->
                        value.substring(0, Math.min(MINUTE, value.length())).replace('T', ' '))
                .orElse("no date");
    }

    /** Where it was published. */
    public String place() {
        return outlet.orElse(address);
    }

    /** Who says it, or the words that stand for that. */
    public String who() {
        return speaker.map(Who::name).or(() -> source).orElse("nobody named");
    }

    /** Who says it, and whose words that is known from. */
    public String known() {
        return who() + reportedBy.map(teller -> ", as " + teller + " tells it").orElse("");
    }

    /** What the cue does, in words. */
    public String does() {
        return (negated ? "not: " : "")
                + (hypothetical ? "perhaps: " : "")
                + stance.map(Labels::word).orElse("says");
    }

    /** The same as a name of a style. */
    public String look() {
        return negated || hypothetical ? "says" : stance.map(Labels::word).orElse("says");
    }
}
