package io.onrecord.model;

/** How a statement's words are given. */
public enum Form {
    /** All content stands inside quotation marks. */
    DIRECT,
    /** No content stands inside quotation marks. */
    INDIRECT,
    /** Part of the content stands inside quotation marks. */
    MIXED
}
