package io.onrecord.corrections;

import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Dispute;
import io.onrecord.model.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record beside what the engine said.
 *
 * @param engine as the engine made it, never changed
 * @param record with the corrections: what people are shown and what is worked on
 * @param touched statements that corrections are about, in the order of the record, those that stand by themselves last
 */
public record Corrected(ArticleRecord engine, ArticleRecord record, List<Touched> touched) {

    /**
     * A statement that people said something about.
     *
     * @param engineId its id in the engine's record; empty where the engine has no such statement (any more)
     * @param id its id in the corrected record; empty where it was rejected, or could not be made
     * @param inForce the corrections that hold, at most one for each aspect, in the order they were made
     * @param history all corrections of it, those that hold no more and those that take others back included
     * @param problem what people should look at; empty where all is well
     */
    public record Touched(
            Optional<String> engineId,
            Optional<String> id,
            List<Correction> inForce,
            List<Correction> history,
            Optional<Problem> problem) {
        public Touched {
            inForce = List.copyOf(inForce);
            history = List.copyOf(history);
        }

        /** The correction of an aspect that holds. */
        public Optional<Correction> of(Change.Aspect aspect) {
            return inForce.stream()
                    .filter(correction -> correction.change().aspect() == aspect)
                    .findFirst();
        }

        /** Whether people say that it is right, or put it right themselves. */
        public boolean reviewed() {
            return !inForce.isEmpty();
        }
    }

    /** Why people should look at a corrected statement again. */
    public enum Problem {
        /**
         * The engine's record has no statement (any more) that the corrections fit. What people saw stands in the corrected record by
         * itself, unless they rejected it.
         */
        LOOSE,
        /** The spans lie outside the text, as those in a title that has changed do. */
        OUTSIDE,
        /** The corrected spans are those of another statement, so that the engine's stayed. */
        TWICE
    }

    public Corrected {
        touched = List.copyOf(touched);
    }

    /** A record that nobody corrected. */
    public static Corrected untouched(ArticleRecord engine) {
        return new Corrected(engine, engine, List.of());
    }

    /** What people said about a statement of the corrected record, or of the engine's. */
    public Optional<Touched> of(String statementId) {
        return touched.stream()
                .filter(one -> one.id().equals(Optional.of(statementId)))
                .findFirst()
                .or(() -> touched.stream()
                        .filter(one -> one.engineId().equals(Optional.of(statementId)))
                        .findFirst());
    }

    /**
     * The engine's statements as they are now: with the speakers and stances that people gave them, without those that they rejected.
     * Their words and ids stay the engine's, and what stands by itself is left out: for whatever hangs on the engine's statements.
     */
    public ArticleRecord inPlace() {
        if (touched.isEmpty()) {
            return engine;
        }
        Map<String, Optional<String>> ids = new HashMap<>();
        touched.forEach(one -> one.engineId().ifPresent(id -> ids.put(id, one.id())));
        Map<String, Statement> now = new HashMap<>();
        record.statements().forEach(statement -> now.put(statement.id(), statement));
        Map<String, Statement> kept = new LinkedHashMap<>();
        for (Statement statement : engine.statements()) {
            ids.getOrDefault(statement.id(), Optional.of(statement.id()))
                    .map(now::get)
                    .ifPresent(corrected -> kept.put(
                            statement.id(),
                            new Statement(
                                    statement.id(),
                                    statement.attribution(),
                                    NamedBy.fitting(corrected.speaker(), statement.attribution()),
                                    corrected.stance(),
                                    statement.date(),
                                    statement.about(),
                                    statement.addressee(),
                                    statement.within(),
                                    statement.furniture())));
        }
        List<Statement> statements = kept.values().stream()
                .map(statement -> statement
                                .within()
                                .filter(outer -> !kept.containsKey(outer))
                                .isPresent()
                        ? statement.withOuter(Optional.empty())
                        : statement)
                .toList();
        List<Dispute> disputes = engine.disputes().stream()
                .filter(dispute -> kept.containsKey(dispute.from()) && kept.containsKey(dispute.to()))
                .toList();
        return new ArticleRecord(engine.article(), record.speakers(), statements, disputes, engine.producer());
    }

    /** Statements that people should look at again. */
    public List<Touched> problems() {
        return touched.stream().filter(one -> one.problem().isPresent()).toList();
    }

    /** The anchor for a new correction of a statement of the corrected record: that of the engine's statement, where there is one. */
    public Anchor anchor(String statementId) {
        Optional<Touched> known = of(statementId);
        if (known.isPresent() && known.get().engineId().isEmpty()) {
            List<Correction> history = known.get().history();
            return history.get(history.size() - 1).anchor();
        }
        String engineId = known.flatMap(Touched::engineId).orElse(statementId);
        Statement statement = engine.statements().stream()
                .filter(one -> one.id().equals(engineId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the record of " + engine.article().address() + " has no statement " + statementId));
        return Anchor.of(engine, statement);
    }
}
