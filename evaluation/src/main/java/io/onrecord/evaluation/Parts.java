package io.onrecord.evaluation;

import io.onrecord.model.Attribution;
import io.onrecord.model.Span;
import java.util.List;

/**
 * The words of one statement, predicted or gold.
 *
 * @param source who; spans of UTF-16 units, as all of them
 * @param cue the reporting words
 * @param content what
 */
record Parts(List<Span> source, List<Span> cue, List<Span> content) {

    Parts {
        source = List.copyOf(source);
        cue = List.copyOf(cue);
        content = List.copyOf(content);
    }

    static Parts of(Attribution attribution) {
        return new Parts(attribution.source(), attribution.cue(), attribution.content());
    }

    List<Span> spans(Role role) {
        return switch (role) {
            case SOURCE -> source;
            case CUE -> cue;
            case CONTENT -> content;
        };
    }

    boolean isEmpty() {
        return source.isEmpty() && cue.isEmpty() && content.isEmpty();
    }

    /** The roles that spans play. */
    enum Role {
        SOURCE("source"),
        CUE("cue"),
        CONTENT("content");

        /** The role's name in figures and gold files. */
        private final String code;

        Role(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
