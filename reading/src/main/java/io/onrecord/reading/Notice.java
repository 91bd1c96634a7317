package io.onrecord.reading;

/**
 * Something to tell about an input that was read all the same.
 *
 * @param kind what it is about
 * @param address file, line, folder, or the article's own address
 * @param message what was decided, and what to do if that was wrong
 */
public record Notice(Kind kind, String address, String message) {

    /** What a notice is about. */
    public enum Kind {
        /** How paragraphs were told; one for each article, of interest to who asks for details. */
        LAYOUT,
        /** The encoding was guessed, or is another than was declared. */
        ENCODING,
        /** A field was left out because its value cannot be used. */
        METADATA,
        /** What was left out of a document, such as its attachments. */
        DOCUMENT,
        /** Which columns of a table were taken for what. */
        TABLE,
        /** A folder or an archive holds files that were not read. */
        FOLDER
    }
}
