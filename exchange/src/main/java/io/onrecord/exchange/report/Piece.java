package io.onrecord.exchange.report;

/**
 * Words of one kind.
 *
 * @param kind the class of the page's style, empty for words that are no part of the statement
 * @param words fit for a page
 */
public record Piece(String kind, String words) {

    /** What kinds of words are called, for people who do not see colours. */
    public String label() {
        return switch (kind) {
            case "source" -> "who";
            case "cue" -> "cue";
            case "content" -> "what";
            case "addressee" -> "to whom";
            default -> "";
        };
    }
}
