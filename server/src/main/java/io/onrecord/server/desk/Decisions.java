package io.onrecord.server.desk;

import io.onrecord.claims.ClaimSummary;
import io.onrecord.memory.Claiming;
import io.onrecord.memory.Deciding;
import io.onrecord.memory.Identifying;
import io.onrecord.memory.ProgressListener;
import io.onrecord.server.problem.Problem;
import io.onrecord.speakers.Decision.Anchor;
import io.onrecord.store.MadeDecision;
import io.onrecord.store.Surroundings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What people decide about speakers and claims, so that it shows at once: what follows from it is made before they see the next page, unless very much else
 * waits, which is then done behind the pages. Safe to share between threads.
 */
public final class Decisions {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Desk desk;

    public Decisions(Desk desk) {
        this.desk = desk;
    }

    /**
     * What came of a decision.
     *
     * @param decision its id, by which it is taken back
     * @param id of the identity or claim that has now what the decision was about; empty where that is not known yet
     * @param name of that one
     */
    public record Result(String decision, Optional<String> id, Optional<String> name) {}

    /** The work is left to others. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super("others go on");
        }
    }

    /**
     * Two identities are one.
     *
     * @param author who says so
     * @throws Problem with status 404 if one is not there, 409 if they are one or nothing tells one of them apart
     */
    public Result mergeSpeakers(String first, String second, String author) {
        if (first.equals(second)) {
            throw conflict("the two are one already");
        }
        Anchor one = anchor(first);
        String decision = deciding().merge(one, anchor(second), author);
        return speakers(decision, one);
    }

    /**
     * A speaker of an article is somebody else than the identity that has it.
     *
     * @param identity that has it
     * @param article id of the article
     * @param speaker id of the speaker in its record
     * @param author who says so
     * @throws Problem with status 404 if there is no such speaker, 409 if the identity has no other or nothing tells it apart
     */
    public Result splitSpeaker(String identity, String article, String speaker, String author) {
        Shelf shelf = desk.shelf();
        Anchor odd = deciding()
                .anchor(article, speaker)
                .orElseThrow(() -> Problem.notFound("the article has no speaker " + Problem.quoted(speaker)
                        + " whom a name tells apart (any more): it may have been read anew"));
        Optional<Surroundings.Known> now = shelf.store().people().named(odd.articleId(), odd.name());
        if (now.isEmpty() || !now.get().id().equals(identity)) {
            throw conflict("this speaker is not taken for " + Problem.quoted(identity) + " (any more): look again");
        }
        Anchor main = deciding()
                .anchorBeside(identity, article, speaker)
                .orElseThrow(() -> conflict("there is no other speaker to tell this one from: it is one by itself"));
        String decision = deciding().split(main, odd, author);
        return speakers(decision, main);
    }

    /**
     * Two claims are one.
     *
     * @param author who says so
     * @throws Problem with status 404 if one is not there, 409 if they are one
     */
    public Result mergeClaims(String first, String second, String author) {
        String statement = statement(first);
        statement(second);
        String decision =
                deciding().mergeClaims(first, second, author).orElseThrow(() -> conflict("the two are one already"));
        return claims(decision, statement);
    }

    /**
     * A statement does not put a claim.
     *
     * @param proposition of the statement, as the claim has it
     * @param author who says so
     * @throws Problem with status 404 if there is no such claim, 409 if it has no such statement or no other
     */
    public Result splitClaim(String claim, String proposition, String author) {
        String other = desk.shelf().store().propositions(claim).stream()
                .filter(one -> !one.id().equals(proposition))
                .map(one -> one.statementId())
                .findFirst()
                .orElse(statement(claim));
        String decision = deciding()
                .splitClaim(claim, proposition, author)
                .orElseThrow(() -> conflict("the claim has no such statement beside others (any more): look again"));
        return claims(decision, other);
    }

    /**
     * Takes a decision back.
     *
     * @param author who takes it back
     * @throws Problem with status 404 if there is none, 409 if it holds no more
     */
    public MadeDecision takeBack(String id, String author) {
        MadeDecision taken = desk.shelf()
                .store()
                .decisionLog()
                .takeBack(id, author)
                .orElseThrow(() -> Problem.notFound("there is no decision " + Problem.quoted(id)
                        + " that holds: it may have been taken back before"));
        bring(taken.of());
        return taken;
    }

    private Deciding deciding() {
        return new Deciding(desk.shelf().store());
    }

    private Anchor anchor(String identity) {
        if (desk.shelf().store().people().get(identity).isEmpty()) {
            throw Problem.notFound("nobody has the id " + Problem.quoted(identity) + " (any more)");
        }
        return deciding()
                .anchor(identity)
                .orElseThrow(() -> conflict("no article tells " + Problem.quoted(identity)
                        + " apart from another of that name: split them there first"));
    }

    private String statement(String claim) {
        return desk.shelf().store().propositions(claim).stream()
                .findFirst()
                .map(one -> one.statementId())
                .orElseThrow(() -> Problem.notFound(
                        "there is no claim " + Problem.quoted(claim) + " (any more): it may have been made anew"));
    }

    private static Problem conflict(String detail) {
        return new Problem(409, "Nothing to decide", detail);
    }

    private Result speakers(String decision, Anchor anchor) {
        bring(MadeDecision.Of.SPEAKERS);
        Optional<Surroundings.Known> now = desk.shelf().store().people().named(anchor.articleId(), anchor.name());
        return new Result(decision, now.map(Surroundings.Known::id), now.map(Surroundings.Known::name));
    }

    private Result claims(String decision, String statement) {
        bring(MadeDecision.Of.CLAIMS);
        Optional<ClaimSummary> now =
                desk.shelf().store().claimsOf(List.of(statement)).stream().findFirst();
        return new Result(decision, now.map(ClaimSummary::id), now.map(ClaimSummary::wording));
    }

    /** Makes what follows, as long as one can wait for it. */
    private void bring(MadeDecision.Of of) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        ProgressListener listener = (what, done, total) -> {
            if (System.nanoTime() > end) {
                throw new Enough();
            }
        };
        try {
            if (of == MadeDecision.Of.SPEAKERS) {
                new Identifying().run(desk.shelf().store(), listener);
            } else {
                Claiming.byWords().run(desk.shelf().store(), listener);
            }
        } catch (Enough e) {
            // It shows a little later.
        } finally {
            desk.shelf().upkeep().touch();
        }
    }
}
