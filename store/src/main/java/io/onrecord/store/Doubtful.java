package io.onrecord.store;

/**
 * A statement that nobody looked at yet.
 *
 * @param place where it stands among them
 * @param articleId of its article
 * @param statementId its id
 */
public record Doubtful(Place place, String articleId, String statementId) {

    /**
     * A place in the order of {@link Reviews#waiting}.
     *
     * @param certainty the chance that the words and the speaker are right, from 0 to 1
     * @param article number of the article in this store
     * @param statement number of the statement in the article
     */
    public record Place(double certainty, int article, int statement) {}
}
