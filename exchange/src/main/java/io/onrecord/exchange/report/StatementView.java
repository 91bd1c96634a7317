package io.onrecord.exchange.report;

import java.util.List;
import java.util.Optional;

/**
 * A statement as it is shown; all words are fit for a page.
 *
 * @param id of the statement
 * @param speaker who says it, or why nobody can be named
 * @param named whether somebody can
 * @param role what the speaker is; empty where that is not known
 * @param stance in lower case; empty where it was not read
 * @param form in lower case
 * @param marks what else is to be known at once: negated, only possible, corrected, …
 * @param pieces its words in their order
 * @param paragraph number of the paragraph, from 1; empty for the title
 * @param day ISO 8601; empty where it is not known
 * @param dayWhy where the day comes from
 * @param why why it is this speaker; empty where there is none
 * @param certainty in per cent: of the statement, and of the speaker
 * @param within the statement that reports this one
 * @param about whom the content names
 * @param place where it stands, with the unit
 */
public record StatementView(
        String id,
        String speaker,
        boolean named,
        String role,
        String stance,
        String form,
        List<String> marks,
        List<Piece> pieces,
        String paragraph,
        String day,
        String dayWhy,
        String why,
        String certainty,
        Optional<Link> within,
        String about,
        String place) {

    /**
     * A statement that is referred to.
     *
     * @param id of it; empty where it is not in the report
     * @param words what to call it
     */
    public record Link(String id, String words) {}

    public StatementView {
        marks = List.copyOf(marks);
        pieces = List.copyOf(pieces);
    }
}
