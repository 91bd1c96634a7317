package io.onrecord.server.view;

import java.util.List;

/**
 * A paragraph of an article, or a part of a long one.
 *
 * @param start in code points of the text
 * @param end in code points, not included
 * @param pieces its words, in their order
 * @param statements that begin in it
 * @param rejected what the engine takes for statements there, and people do not
 */
public record Paragraph(int start, int end, List<Piece> pieces, List<Card> statements, List<Card> rejected) {
    public Paragraph {
        pieces = List.copyOf(pieces);
        statements = List.copyOf(statements);
        rejected = List.copyOf(rejected);
    }
}
