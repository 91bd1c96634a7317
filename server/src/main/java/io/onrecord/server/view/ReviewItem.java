package io.onrecord.server.view;

import io.onrecord.corrections.Change;
import io.onrecord.corrections.Change.Aspect;
import io.onrecord.corrections.Corrected;
import io.onrecord.corrections.Corrected.Touched;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Confidence;
import io.onrecord.model.Metadata;
import io.onrecord.model.Published;
import io.onrecord.model.Resolution;
import io.onrecord.model.Speaker;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.store.Doubtful;
import io.onrecord.store.StatementPlace;
import io.onrecord.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A statement that somebody should look at.
 *
 * @param statement its id
 * @param certainty the chance that its words and its speaker are right, from 0 to 1
 * @param article where it stands
 * @param words with some of the text around them
 * @param form {@code DIRECT}, {@code INDIRECT} or {@code MIXED}
 * @param speaker who says it; empty where nobody can be named
 * @param unresolved why nobody can be named; empty where somebody is
 * @param stance what the cue does; empty where that was not read
 * @param confidence how sure the engine is of the words, from 0 to 1
 * @param speakers names of all speakers of the article, to choose from
 */
public record ReviewItem(
        String statement,
        double certainty,
        Where article,
        Context words,
        String form,
        Optional<Who> speaker,
        Optional<String> unresolved,
        Optional<How> stance,
        Sure confidence,
        List<String> speakers) {

    private static final int SHOWN = 120;
    private static final int NAMES = 200;

    /**
     * An article.
     *
     * @param id its id
     * @param address its address
     * @param title its title
     * @param outlet the name of its outlet
     * @param published when, as it says
     */
    public record Where(
            String id, String address, Optional<String> title, Optional<String> outlet, Optional<String> published) {}

    /**
     * A speaker.
     *
     * @param name as the record has it
     * @param confidence from 0 to 1
     * @param via the rule that found it
     * @param why in words
     */
    public record Who(String name, double confidence, String via, String why) {}

    /**
     * A stance.
     *
     * @param stance what the cue does
     * @param negated whether it does not
     * @param hypothetical whether it would
     */
    public record How(String stance, boolean negated, boolean hypothetical) {}

    /**
     * How sure the engine is, each value from 0 to 1.
     *
     * @param statement of the whole
     * @param source of the source; empty where there is none
     * @param cue of the cue; empty where there is none
     * @param content of the content
     */
    public record Sure(double statement, Optional<Double> source, Optional<Double> cue, double content) {

        static Sure of(Confidence confidence) {
            return new Sure(confidence.statement(), confidence.source(), confidence.cue(), confidence.content());
        }
    }

    public ReviewItem {
        speakers = List.copyOf(speakers);
    }

    /** In their order; those that went meanwhile are left out. */
    static List<ReviewItem> of(Store store, List<Doubtful> found) {
        Map<String, Optional<Corrected>> records = new HashMap<>();
        List<ReviewItem> items = new ArrayList<>();
        for (Doubtful one : found) {
            records.computeIfAbsent(one.articleId(), store::corrected)
                    .flatMap(record -> of(record.record(), one))
                    .ifPresent(items::add);
        }
        return items;
    }

    private static Optional<ReviewItem> of(ArticleRecord record, Doubtful one) {
        return statement(record, one.statementId())
                .map(statement -> new ReviewItem(
                        statement.id(),
                        one.place().certainty(),
                        where(record),
                        Context.of(record, statement),
                        statement.attribution().form().name(),
                        who(statement.speaker()),
                        statement.speaker() instanceof Resolution.Unresolved nobody
                                ? Optional.of(nobody.reason())
                                : Optional.empty(),
                        statement.stance().map(ReviewItem::how),
                        Sure.of(statement.attribution().confidence()),
                        record.speakers().stream()
                                .map(Speaker::name)
                                .distinct()
                                .limit(NAMES)
                                .toList()));
    }

    private static Optional<Statement> statement(ArticleRecord record, String id) {
        return record.statements().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private static Where where(ArticleRecord record) {
        Metadata metadata = record.article().metadata();
        return new Where(
                record.article().id(),
                record.article().address(),
                metadata.title(),
                metadata.outlet(),
                metadata.published().map(Published::value));
    }

    private static Optional<Who> who(Resolution speaker) {
        return speaker instanceof Resolution.Resolved one
                ? Optional.of(new Who(one.name(), one.confidence(), one.via(), one.why()))
                : Optional.empty();
    }

    private static How how(StanceReading reading) {
        return new How(reading.stance().name(), reading.negated(), reading.hypothetical());
    }

    /** What was looked at last; empty where nothing holds of it. */
    static Optional<ReviewView.Done> done(Store store, String statementId) {
        Optional<StatementPlace> place = statementId.matches("[0-9a-f]{8,64}")
                ? store.statements(statementId, 1).stream()
                        .filter(one -> one.statementId().equals(statementId))
                        .findFirst()
                : Optional.empty();
        return place.flatMap(one -> store.corrected(one.articleId())
                .flatMap(record -> record.of(statementId))
                .filter(Touched::reviewed)
                .map(touched -> new ReviewView.Done(statementId, review(touched), shortened(one.content()))));
    }

    /** In one word, what people said of a statement. */
    public static String review(Touched touched) {
        Optional<Change> verdict = touched.of(Aspect.VERDICT).map(said -> said.change());
        if (verdict.filter(Change.Rejected.class::isInstance).isPresent()) {
            return "REJECTED";
        }
        if (touched.of(Aspect.ADD).isPresent()) {
            return "ADDED";
        }
        return verdict.isPresent() && touched.inForce().size() == 1 ? "ACCEPTED" : "CORRECTED";
    }

    private static String shortened(String words) {
        return words.codePointCount(0, words.length()) <= SHOWN
                ? words
                : words.substring(0, words.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
