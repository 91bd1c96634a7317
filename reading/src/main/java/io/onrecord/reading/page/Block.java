package io.onrecord.reading.page;

/**
 * A run of text that a browser shows as one paragraph.
 *
 * @param text white space normalised, never blank
 * @param visible its characters other than white space
 * @param linked how many of its visible characters are in links
 * @param box the innermost element around it
 * @param order its place among the blocks of the page
 */
record Block(String text, int visible, int linked, Box box, int order) {

    static Block of(String text, int linked, Box box, int order) {
        return new Block(text, visible(text), linked, box, order);
    }

    /** Share of the text that is in links, 0 to 1. */
    double linkDensity() {
        return Math.min(1, linked / (double) Math.max(1, visible));
    }

    int length() {
        return text.length();
    }

    private static int visible(String text) {
        int visible = 0;
        for (int i = 0; i < text.length(); i++) {
            visible += Spaces.isSpace(text.charAt(i)) ? 0 : 1;
        }
        return visible;
    }
}
