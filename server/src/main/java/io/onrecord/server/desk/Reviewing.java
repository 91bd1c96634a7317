package io.onrecord.server.desk;

import io.onrecord.corrections.Change;
import io.onrecord.corrections.Change.Aspect;
import io.onrecord.corrections.Corrected;
import io.onrecord.corrections.Corrected.Touched;
import io.onrecord.corrections.Correction;
import io.onrecord.model.Resolution.Resolved;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.server.problem.Problem;
import io.onrecord.store.StatementPlace;
import io.onrecord.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody says of the statement that is being reviewed. Safe to share between threads. */
public final class Reviewing {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8,64}");

    private final Desk desk;

    public Reviewing(Desk desk) {
        this.desk = desk;
    }

    /**
     * What was said of a statement.
     *
     * @param statementId its id now; as it was where it is gone
     * @param articleId of its article
     * @param inForce what holds of it
     * @param made what was added to its history just now; none where that was said before
     */
    public record Said(String statementId, String articleId, List<Correction> inForce, List<Correction> made) {
        public Said {
            inForce = List.copyOf(inForce);
            made = List.copyOf(made);
        }
    }

    /**
     * What somebody puts right.
     *
     * @param speaker who says it; empty where that is right, or {@code nobody}
     * @param nobody whether nobody can be named who says it
     * @param stance what the cue does; empty where that is right
     */
    public record Right(Optional<String> speaker, boolean nobody, Optional<StanceReading> stance) {

        /**
         * Holds what is put right together.
         *
         * @throws Problem with status 400 if the name is too long
         */
        public Right {
            try {
                speaker = Naming.typed(speaker);
            } catch (IllegalArgumentException e) {
                throw new Problem(400, "Bad request", String.valueOf(e.getMessage()), e);
            }
        }
    }

    /**
     * It is right as it is.
     *
     * @throws Problem with status 404 if there is no such statement, 409 if somebody said something else of it meanwhile
     */
    public Said accept(String statementId, String author, Optional<String> note) {
        return verdict(statementId, new Change.Accepted(), author, note);
    }

    /**
     * It is no statement, or wrong beyond repair.
     *
     * @throws Problem with status 404 if there is no such statement, 409 if somebody said something else of it meanwhile
     */
    public Said reject(String statementId, String author, Optional<String> note) {
        return verdict(statementId, new Change.Rejected(), author, note);
    }

    private Said verdict(String statementId, Change verdict, String author, Optional<String> note) {
        Corrected now = corrected(statementId);
        Optional<Touched> touched = now.of(statementId).filter(Touched::reviewed);
        boolean same = touched.flatMap(one -> one.of(Aspect.VERDICT))
                .filter(said -> said.change().equals(verdict))
                .isPresent();
        if (same) {
            // A key that was pressed twice.
            return said(now, statementId, List.of());
        }
        return say(now, statementId, List.of(verdict), author, note);
    }

    /**
     * Puts it right.
     *
     * @throws Problem with status 400 if nothing differs from what is there, or the article has several speakers of the name, 404 if there is no such statement, 409 if somebody said something
     *     of it meanwhile
     */
    public Said correct(String statementId, Right right, String author, Optional<String> note) {
        Corrected now = corrected(statementId);
        Statement statement = now.record().statements().stream()
                .filter(one -> one.id().equals(statementId))
                .findFirst()
                .orElseThrow(() -> changed());
        List<Change> changes = new ArrayList<>();
        Optional<String> name =
                statement.speaker() instanceof Resolved resolved ? Optional.of(resolved.name()) : Optional.empty();
        if (right.nobody() && name.isPresent()) {
            changes.add(new Change.NobodyNamed());
        } else if (!right.nobody()) {
            right.speaker()
                    .map(typed -> full(now, typed))
                    .filter(speaker -> !name.equals(Optional.of(speaker.name())))
                    .ifPresent(changes::add);
        }
        right.stance()
                .filter(stance -> !statement.stance().equals(Optional.of(stance)))
                .ifPresent(stance -> changes.add(new Change.StanceIs(stance)));
        if (changes.isEmpty()) {
            throw Problem.bad("nothing differs from what the record says: accept the statement if it is right");
        }
        return say(now, statementId, changes, author, note);
    }

    private static Change.SpeakerIs full(Corrected now, String typed) {
        try {
            return Naming.full(now.record().speakers(), new Change.SpeakerIs(typed, Optional.empty()));
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "Bad request", String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Takes back what was last said of it.
     *
     * @throws Problem with status 404 if there is no such statement, 409 if nothing holds of it
     */
    public Said undo(String statementId, String author) {
        Corrected now = corrected(statementId);
        String articleId = now.record().article().id();
        Optional<Correction> undone = store().undo(articleId, statementId, author, Optional.empty());
        if (undone.isEmpty()) {
            throw new Problem(409, "Conflict", "nobody said anything of this statement that could be taken back");
        }
        desk.shelf().upkeep().touch();
        return said(corrected(statementId), statementId, List.of());
    }

    private Said say(Corrected now, String statementId, List<Change> changes, String author, Optional<String> note) {
        if (now.of(statementId).filter(Touched::reviewed).isPresent()) {
            throw changed();
        }
        if (note.filter(words -> words.length() > Correction.LONGEST_NOTE).isPresent()) {
            throw Problem.bad("a note has at most " + Correction.LONGEST_NOTE + " characters");
        }
        List<Correction> made = store().correct(now.record().article().id(), statementId, changes, author, note);
        desk.shelf().upkeep().touch();
        return said(corrected(statementId), statementId, made);
    }

    private static Problem changed() {
        return new Problem(
                409, "Conflict", "somebody said something of this statement meanwhile: look at it again before you do");
    }

    private static Said said(Corrected now, String statementId, List<Correction> made) {
        Optional<Touched> touched = now.of(statementId);
        return new Said(
                touched.flatMap(Touched::id).orElse(statementId),
                now.record().article().id(),
                touched.map(Touched::inForce).orElse(List.of()),
                made);
    }

    /** The record of a statement's article. */
    private Corrected corrected(String statementId) {
        return find(statementId)
                .flatMap(place -> store().corrected(place.articleId()))
                .orElseThrow(
                        () -> Problem.notFound("there is no statement " + Problem.quoted(statementId) + " (any more)"));
    }

    private Optional<StatementPlace> find(String statementId) {
        // What is rejected has an id of the engine's only.
        return ID.matcher(statementId).matches()
                ? store().statements(statementId, 1).stream()
                        .filter(place -> place.statementId().equals(statementId))
                        .findFirst()
                : Optional.empty();
    }

    private Store store() {
        return desk.shelf().store();
    }
}
