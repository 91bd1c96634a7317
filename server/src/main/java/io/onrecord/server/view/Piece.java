package io.onrecord.server.view;

import java.util.List;

/**
 * Words of a text that are lit alike.
 *
 * @param start where they begin, in code points of the text
 * @param words as they stand there
 * @param marks what they are part of, the outermost first; at most {@link Lit#MOST}
 * @param begins the statements of whose content something begins here
 */
public record Piece(int start, String words, List<Mark> marks, List<Begin> begins) {

    /**
     * A part of a statement.
     *
     * @param statement its number in the article
     * @param part {@code source}, {@code cue}, {@code content} or {@code addressee}
     * @param level from 0 to {@link Lit#DEEPEST}: statements that overlap have different ones
     * @param begins whether the part begins with these words, in this place
     * @param ends whether it ends with them, in this place
     * @param again whether more of the part stands before this place
     * @param goesOn whether more of it comes after this place
     */
    public record Mark(
            int statement, String part, int level, boolean begins, boolean ends, boolean again, boolean goesOn) {

        /** How it looks. */
        public String classes() {
            return "l" + level + (begins ? again ? " b went-on" : " b" : "")
                    + (ends ? goesOn ? " e goes-on" : " e" : "");
        }
    }

    /**
     * Content of a statement begins.
     *
     * @param statement its number in the article
     * @param id of the statement
     * @param again whether other content of it stands before: it was broken
     */
    public record Begin(int statement, String id, boolean again) {}

    public Piece {
        marks = List.copyOf(marks);
        begins = List.copyOf(begins);
    }
}
