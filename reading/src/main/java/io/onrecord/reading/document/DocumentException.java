package io.onrecord.reading.document;

/** Why a document, or an article in it, is not read; for the person whose document it is. */
final class DocumentException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String why;

    DocumentException(String why) {
        super(why);
        this.why = why;
    }

    DocumentException(String why, Throwable cause) {
        super(why, cause);
        this.why = why;
    }

    /** What is wrong and what to do. */
    String why() {
        return why;
    }
}
