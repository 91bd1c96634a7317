package io.onrecord.reading.document;

/** Takes what people should know of a document that was read all the same, such as how many attachments were left out. */
@FunctionalInterface
public interface DocumentNotes {

    /** Nobody listens. */
    DocumentNotes NONE = (address, message) -> {};

    /**
     * Told on the thread that reads.
     *
     * @param address of the document, mail or article
     * @param message one line
     */
    void tell(String address, String message);
}
