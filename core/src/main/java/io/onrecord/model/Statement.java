package io.onrecord.model;

import java.util.List;
import java.util.Optional;

/**
 * One statement of a record.
 *
 * @param id {@link Ids#statement}
 * @param attribution its words: source, cue, content
 * @param speaker whom the source stands for, or why nobody
 * @param stance what the cue does; empty where it was not read
 * @param date when it was made; empty where it was not read
 * @param about ids of the speakers named inside the content
 * @param addressee the words that name whom it was said to
 * @param within id of the statement that reports this one
 * @param furniture whether it stands in page furniture rather than in the article's own text
 */
public record Statement(
        String id,
        Attribution attribution,
        Resolution speaker,
        Optional<StanceReading> stance,
        Optional<StatementDate> date,
        List<String> about,
        List<Span> addressee,
        Optional<String> within,
        boolean furniture) {

    public Statement {
        Check.notBlank(id, "statement id");
        about = List.copyOf(about);
        addressee = Check.ordered(addressee, "addressee");
        if (within.isPresent() && within.get().equals(id)) {
            throw new IllegalArgumentException("statement " + id + " cannot report itself");
        }
    }
}
