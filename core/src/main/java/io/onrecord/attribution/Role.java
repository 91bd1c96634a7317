package io.onrecord.attribution;

import io.onrecord.encoder.Tag;

/** The part of a statement that a span is. */
enum Role {
    SOURCE(Tag.BEGIN_SOURCE, Tag.INSIDE_SOURCE),
    CUE(Tag.BEGIN_CUE, Tag.INSIDE_CUE),
    CONTENT(Tag.BEGIN_CONTENT, Tag.INSIDE_CONTENT);

    private final Tag begin;
    private final Tag inside;

    Role(Tag begin, Tag inside) {
        this.begin = begin;
        this.inside = inside;
    }

    Tag begin() {
        return begin;
    }

    Tag inside() {
        return inside;
    }
}
