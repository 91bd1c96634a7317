package io.onrecord.store;

import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import java.util.List;

/** What a row of {@code span} is part of. */
enum Part {
    SOURCE,
    CUE,
    CONTENT,
    ADDRESSEE;

    /** The spans of this part. */
    List<Span> of(Statement statement) {
        return switch (this) {
            case SOURCE -> statement.attribution().source();
            case CUE -> statement.attribution().cue();
            case CONTENT -> statement.attribution().content();
            case ADDRESSEE -> statement.addressee();
        };
    }
}
