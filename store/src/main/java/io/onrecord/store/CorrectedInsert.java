package io.onrecord.store;

import io.onrecord.corrections.Change;
import io.onrecord.corrections.Change.Aspect;
import io.onrecord.corrections.Corrected;
import io.onrecord.corrections.Corrected.Touched;
import io.onrecord.corrections.Correction;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Resolution.Resolved;
import io.onrecord.model.Resolution.Unresolved;
import io.onrecord.model.Span;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.model.StatementDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of one corrected record: the statements that are other than the engine says, or that people looked at. */
final class CorrectedInsert {

    private final Rows rows = new Rows(
            "corrected_statement",
            "article, number, statement, id, review, problem, author, made_at, speaker, speaker_name, unresolved, stance,"
                    + " negated, hypothetical, form, date, source, cue, content, confidence");
    private final int article;
    private final Corrected corrected;
    private final Map<String, Integer> engineNumbers = new HashMap<>();
    private final Map<String, Integer> speakerNumbers = new HashMap<>();
    private final Map<String, Statement> now = new HashMap<>();
    private int number;

    private CorrectedInsert(int article, Corrected corrected) {
        this.article = article;
        this.corrected = corrected;
        ArticleRecord engine = corrected.engine();
        engine.statements().forEach(statement -> engineNumbers.put(statement.id(), engineNumbers.size()));
        engine.speakers().forEach(speaker -> speakerNumbers.put(speaker.id(), speakerNumbers.size()));
        corrected.record().statements().forEach(statement -> now.put(statement.id(), statement));
    }

    static void write(Session session, int article, Corrected corrected) {
        CorrectedInsert insert = new CorrectedInsert(article, corrected);
        insert.make();
        insert.rows.write(session);
    }

    private void make() {
        Set<String> touched = new HashSet<>();
        for (Touched one : corrected.touched()) {
            one.engineId().ifPresent(touched::add);
            if (!one.inForce().isEmpty()) {
                Correction last = one.inForce().get(one.inForce().size() - 1);
                add(one.engineId(), one.id(), review(one), one.problem().map(Enum::name), Optional.of(last));
            }
        }
        for (Statement statement : corrected.engine().statements()) {
            // A quotation that goes on follows the statement before it.
            Optional<Statement> after = Optional.ofNullable(now.get(statement.id()));
            if (!touched.contains(statement.id())
                    && !after.map(Statement::speaker).equals(Optional.of(statement.speaker()))) {
                add(
                        Optional.of(statement.id()),
                        after.map(Statement::id),
                        after.isPresent() ? "FOLLOWS" : "REJECTED",
                        Optional.empty(),
                        Optional.empty());
            }
        }
    }

    private static String review(Touched one) {
        if (one.of(Aspect.VERDICT)
                .map(Correction::change)
                .filter(Change.Rejected.class::isInstance)
                .isPresent()) {
            return "REJECTED";
        }
        if (one.of(Aspect.ADD).isPresent()) {
            return "ADDED";
        }
        return one.inForce().stream().allMatch(correction -> correction.change() instanceof Change.Accepted)
                ? "ACCEPTED"
                : "CORRECTED";
    }

    private void add(
            Optional<String> engineId,
            Optional<String> id,
            String review,
            Optional<String> problem,
            Optional<Correction> last) {
        Optional<Statement> statement = id.map(now::get);
        Optional<Resolved> speaker =
                statement.filter(one -> one.speaker() instanceof Resolved).map(one -> (Resolved) one.speaker());
        Optional<StanceReading> stance = statement.flatMap(Statement::stance);
        rows.add(
                article,
                number++,
                engineId.map(engineNumbers::get),
                id,
                review,
                problem,
                last.map(Correction::author),
                last.map(correction -> correction.time().toString()),
                speaker.map(Resolved::speakerId).map(speakerNumbers::get),
                speaker.map(Resolved::name),
                statement
                        .filter(one -> one.speaker() instanceof Unresolved)
                        .map(one -> ((Unresolved) one.speaker()).reason()),
                stance.map(reading -> reading.stance().name()),
                stance.map(StanceReading::negated),
                stance.map(StanceReading::hypothetical),
                statement.map(one -> one.attribution().form().name()),
                statement.flatMap(Statement::date).map(StatementDate::value),
                statement.flatMap(one -> words(one, one.attribution().source())),
                statement.flatMap(one -> words(one, one.attribution().cue())),
                statement.flatMap(one -> words(one, one.attribution().content())),
                statement.map(one -> one.attribution().confidence().statement()));
    }

    private Optional<String> words(Statement statement, List<Span> spans) {
        return spans.isEmpty()
                ? Optional.empty()
                : Optional.of(new Units(corrected
                                .record()
                                .textOf(statement.attribution().in()))
                        .words(spans));
    }
}
