package io.onrecord.exchange.report;

import java.util.List;

/**
 * An article as it is shown; all words are fit for a page.
 *
 * @param id of the article
 * @param title its headline, or its address
 * @param outlet empty where it is not known
 * @param published ISO 8601; empty where it is not known
 * @param facts authors, agency and such
 * @param address file, URL or id
 * @param link the address where it is one of the web; else empty
 * @param statements those exported
 * @param disputes between them
 * @param paragraphs of the text; empty where it may not stand in the report
 * @param reader what read it
 */
public record ArticleView(
        String id,
        String title,
        String outlet,
        String published,
        List<String> facts,
        String address,
        String link,
        List<StatementView> statements,
        List<DisputeView> disputes,
        List<String> paragraphs,
        String reader) {

    /**
     * A dispute.
     *
     * @param kind in lower case: denies
     * @param from the statement that disputes
     * @param to the statement that is disputed
     * @param evidence the words that show it
     * @param certainty in per cent
     */
    public record DisputeView(
            String kind, StatementView.Link from, StatementView.Link to, String evidence, String certainty) {}

    public ArticleView {
        facts = List.copyOf(facts);
        statements = List.copyOf(statements);
        disputes = List.copyOf(disputes);
        paragraphs = List.copyOf(paragraphs);
    }
}
