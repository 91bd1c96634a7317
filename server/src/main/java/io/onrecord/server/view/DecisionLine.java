package io.onrecord.server.view;

import io.onrecord.claims.PropositionId;
import io.onrecord.server.desk.Shelf;
import io.onrecord.store.MadeDecision;
import io.onrecord.store.Surroundings;
import java.util.List;
import java.util.Optional;

/**
 * What somebody decided about speakers or claims.
 *
 * @param id by which it is taken back
 * @param of speakers or claims
 * @param merge whether it says that they are one; else that they are not
 * @param first whom or what it is about
 * @param others of whom or what it is said
 * @param author who decided
 * @param time when, to the second, in UTC
 * @param takenBackBy who took it back; empty while it holds
 * @param takenBackAt when
 */
public record DecisionLine(
        String id,
        MadeDecision.Of of,
        boolean merge,
        End first,
        List<End> others,
        String author,
        String time,
        Optional<String> takenBackBy,
        Optional<String> takenBackAt) {

    /**
     * What a decision names.
     *
     * @param article id of the article that it stands in
     * @param name of the speaker there; of a claim, the id of a statement that puts it
     * @param now the identity, or the claim, that has it now
     */
    public record End(String article, String name, Optional<Who> now) {}

    public DecisionLine {
        others = List.copyOf(others);
    }

    static DecisionLine of(Shelf shelf, MadeDecision made) {
        return new DecisionLine(
                made.id(),
                made.of(),
                made.merge(),
                end(shelf, made.of(), made.first()),
                made.others().stream()
                        .limit(1)
                        .map(other -> end(shelf, made.of(), other))
                        .toList(),
                made.author(),
                made.time().toString(),
                made.takenBack().map(MadeDecision.TakenBack::author),
                made.takenBack().map(back -> back.time().toString()));
    }

    private static End end(Shelf shelf, MadeDecision.Of of, MadeDecision.End end) {
        Optional<Who> now = of == MadeDecision.Of.SPEAKERS
                ? shelf.store().people().named(end.articleId(), end.name()).map(DecisionLine::who)
                : shelf.store().claimsOf(List.of(PropositionId.of(end.name()).statement())).stream()
                        .findFirst()
                        .map(claim -> new Who(Optional.of(claim.id()), claim.wording()));
        return new End(end.articleId(), end.name(), now);
    }

    private static Who who(Surroundings.Known known) {
        return new Who(Optional.of(known.id()), known.name());
    }

    /** Whether it holds. */
    public boolean holds() {
        return takenBackAt.isEmpty();
    }

    /** Day and minute. */
    public String moment() {
        return time.substring(0, Math.min(16, time.length())).replace('T', ' ');
    }
}
