package io.onrecord.evaluation;

/** What takes text out of web pages. The command line gives the real one. */
public interface PageTexts {

    /**
     * The text of the article in a page.
     *
     * @param page its bytes
     * @param address where it is from
     * @return empty where no article was found
     */
    String article(byte[] page, String address);

    /** All text that a page shows: the baseline. */
    String everything(byte[] page, String address);
}
