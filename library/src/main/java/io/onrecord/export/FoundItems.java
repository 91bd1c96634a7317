package io.onrecord.export;

import io.onrecord.corrections.Corrected;
import io.onrecord.exchange.export.ExportItem;
import io.onrecord.memory.Answer;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.model.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Statements that were found, as articles with those of their statements. */
// As in what it extends.
@SuppressWarnings("NullableOptional")
public final class FoundItems extends ExportSource {

    private final Iterator<Answer> answers;
    private final boolean corrections;
    private @Nullable Answer next;

    /**
     * Begins.
     *
     * @param answers those of one article one behind the other
     * @param corrections whether what people put right goes into the records
     */
    public FoundItems(Iterator<Answer> answers, boolean corrections) {
        this.answers = answers;
        this.corrections = corrections;
    }

    @Override
    public long total() {
        return 0;
    }

    @Override
    public long done() {
        return looked();
    }

    @Override
    protected @Nullable Optional<Outcome<ExportItem>> look() {
        Answer first = next;
        if (first == null) {
            if (!answers.hasNext()) {
                return null;
            }
            first = answers.next();
        }
        next = null;
        String article = first.record().article().id();
        List<Statement> found = new ArrayList<>(List.of(first.statement()));
        while (next == null && answers.hasNext()) {
            Answer answer = answers.next();
            if (answer.record().article().id().equals(article)) {
                found.add(answer.statement());
            } else {
                next = answer;
            }
        }
        return Optional.of(new Outcome.Kept<>(item(first, found)));
    }

    private ExportItem item(Answer answer, List<Statement> found) {
        Corrected corrected = answer.article().corrected();
        ExportItem.Context context = StoredItems.context(answer.article());
        if (corrections) {
            return new ExportItem(corrected.record(), inOrder(corrected.record(), found), false, context);
        }
        // As the engine made it: whole, since what people found may be other statements.
        return new ExportItem(corrected.engine(), corrected.engine().statements(), true, context);
    }

    /** In the order of the record. */
    private static List<Statement> inOrder(ArticleRecord record, List<Statement> found) {
        Set<String> ids = found.stream().map(Statement::id).collect(Collectors.toSet());
        return record.statements().stream()
                .filter(statement -> ids.contains(statement.id()))
                .toList();
    }
}
