package io.onrecord.reading.document;

/**
 * A printed line.
 *
 * @param text its words with a space between two
 * @param page from 0
 * @param left where it begins, in points from the left edge
 * @param right where it ends
 * @param y its base line, in points from the top
 * @param size of its letters, in points
 * @param pageHeight in points
 */
record PdfLine(String text, int page, float left, float right, float y, float size, float pageHeight) {

    /** How wide a letter is on average. */
    float letter() {
        return (right - left) / Math.max(1, text.length());
    }

    /** This and a piece of the same line to its right. */
    PdfLine with(PdfLine piece) {
        return new PdfLine(text + " " + piece.text, page, left, piece.right, y, Math.max(size, piece.size), pageHeight);
    }

    boolean isOfSize(float other) {
        return Math.abs(size - other) <= 0.1f * Math.max(size, other);
    }
}
