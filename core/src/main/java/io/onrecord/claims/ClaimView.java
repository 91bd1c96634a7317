package io.onrecord.claims;

import io.onrecord.model.Dispute;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import java.util.List;
import java.util.Optional;

/**
 * A claim with all that is on record of it.
 *
 * @param summary what it is, and its numbers
 * @param told the statements that have part in it, in the order in which they came on record
 * @param disputes the edges that lead to it, in the order of their statements
 */
public record ClaimView(ClaimSummary summary, List<Told> told, List<Disputed> disputes) {

    public ClaimView {
        told = List.copyOf(told);
        disputes = List.copyOf(disputes);
    }

    /**
     * A statement, with what its article says of itself.
     *
     * @param statementId of the statement
     * @param articleId of its article
     * @param address of its article
     * @param outlet of its article
     * @param title of its article
     * @param published as the article has it, ISO 8601
     * @param origin id of the article that this one copies
     * @param originOutlet of that one
     * @param speaker who says it; empty where nobody can be named
     * @param reportedBy who else is on record with it that this was said; empty where the article or the speaker says so
     * @param source the words that name the source
     * @param cue the reporting words
     * @param content what is stated
     * @param form of the statement
     * @param stance what the cue does
     * @param negated whether it is said not to do that
     * @param hypothetical whether it only would do that
     * @param date when it was made
     */
    public record Statement(
            String statementId,
            String articleId,
            String address,
            Optional<String> outlet,
            Optional<String> title,
            Optional<String> published,
            Optional<String> origin,
            Optional<String> originOutlet,
            Optional<String> speaker,
            Optional<String> reportedBy,
            Optional<String> source,
            Optional<String> cue,
            String content,
            String form,
            Optional<String> stance,
            boolean negated,
            boolean hypothetical,
            Optional<String> date) {}

    /**
     * A statement's part in the claim.
     *
     * @param standing how its source stands to the claim
     * @param text its proposition, as a sentence that can be read by itself
     * @param recalled whether it is told only as something that was said before
     */
    public record Told(Statement statement, Standing standing, String text, boolean recalled) {}

    /**
     * An edge to the claim.
     *
     * @param statement where it comes from
     * @param kind what the edge says
     * @param shownBy the words that show it
     * @param toStatementId the statement that is meant
     * @param confidence from 0 to 1
     * @param via what found it
     */
    public record Disputed(
            Statement statement,
            Dispute.Kind kind,
            List<Evidence> shownBy,
            String toStatementId,
            double confidence,
            ClaimDispute.Via via) {

        public Disputed {
            shownBy = List.copyOf(shownBy);
        }

        /** The words that show it. */
        public List<String> evidence() {
            return shownBy.stream().map(Evidence::words).toList();
        }
    }

    /**
     * Words that show an edge, in the article of the statement where it comes from.
     *
     * @param in text or title
     * @param span in UTF-16 units
     */
    public record Evidence(Location in, Span span, String words) {}
}
