package io.onrecord.cli;

import io.onrecord.claims.ClaimView;
import io.onrecord.claims.Variant;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import io.onrecord.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How wordings of one quotation differ, a line each: what one has of its own, and what it lacks of the fullest. */
final class Wordings {

    private Wordings() {}

    /** The lines; none where all have the same words. */
    static List<String> of(Store store, ClaimView claim) {
        List<Variant> variants = store.variants(claim.summary().id());
        List<String> lines = new ArrayList<>();
        if (variants.stream().allMatch(Variant::isVerbatim)) {
            return lines;
        }
        for (Variant variant : variants) {
            String where = where(claim, variant.statementId());
            if (variant.of().equals(variant.statementId())) {
                lines.add(where + ": the fullest");
            } else if (variant.isVerbatim()) {
                lines.add(where + ": the same words");
            } else {
                List<String> differing = new ArrayList<>();
                differing(differing, "has ", words(store, claim, variant.statementId(), variant.own()));
                differing(differing, "lacks ", words(store, claim, variant.of(), variant.lost()));
                lines.add(where + ": " + String.join(", ", differing));
            }
        }
        return lines;
    }

    private static void differing(List<String> differing, String what, List<String> words) {
        if (!words.isEmpty()) {
            differing.add(what + "“" + String.join("” … “", words) + "”");
        }
    }

    private static Optional<ClaimView.Statement> statement(ClaimView claim, String id) {
        return claim.told().stream()
                .map(ClaimView.Told::statement)
                .filter(statement -> statement.statementId().equals(id))
                .findFirst();
    }

    private static String where(ClaimView claim, String id) {
        return statement(claim, id)
                .map(statement -> ClaimSheet.when(statement) + "  " + ClaimSheet.where(statement))
                .orElse(id);
    }

    private static List<String> words(Store store, ClaimView claim, String id, List<Span> spans) {
        if (spans.isEmpty()) {
            return List.of();
        }
        Optional<ArticleRecord> record = statement(claim, id).flatMap(found -> store.get(found.articleId()));
        Optional<String> text = record.flatMap(found -> found.statements().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(Statement::attribution)
                .map(words -> found.textOf(words.in())));
        return text.map(value -> spans.stream().map(span -> span.of(value)).toList())
                .orElse(List.of());
    }
}
