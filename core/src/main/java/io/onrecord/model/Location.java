package io.onrecord.model;

/** Which text of the article a statement's spans refer to. */
public enum Location {
    /** The article's text. */
    TEXT,
    /** The title, where the text does not repeat it. */
    TITLE
}
