package io.onrecord.reading.page;

/** Whether text reads like sentences rather than labels. In any language that has marks for the ends of sentences. */
final class Prose {

    private static final int LEAST = 25;
    private static final double MOST_LINKED = 0.5;
    private static final String COMMAS = ",،，、;；";
    private static final String SENTENCE_ENDS = ".!?…:;。！？؟۔।";
    private static final String CLOSING = "\"'”’»›)]}」』*";

    private Prose() {}

    static boolean is(Block block) {
        return block.length() >= LEAST && block.linkDensity() < MOST_LINKED && !isHeading(block.box());
    }

    static boolean isHeading(Box box) {
        return box.tag().length() == 2
                && box.tag().charAt(0) == 'h'
                && Character.isDigit(box.tag().charAt(1));
    }

    static boolean isParagraph(Box box) {
        return box.tag().equals("p") || box.tag().equals("blockquote");
    }

    static int commas(String text) {
        int commas = 0;
        for (int i = 0; i < text.length(); i++) {
            commas += COMMAS.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
        }
        return commas;
    }

    /** Whether the text ends as a sentence does. */
    static boolean endsSentence(String text) {
        int i = text.length() - 1;
        while (i > 0 && (CLOSING.indexOf(text.charAt(i)) >= 0 || text.charAt(i) == ' ')) {
            i--;
        }
        return i >= 0 && SENTENCE_ENDS.indexOf(text.charAt(i)) >= 0;
    }
}
