package io.onrecord.corrections;

import io.onrecord.model.Span;
import io.onrecord.model.Spans;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.StanceReading;
import java.util.List;
import java.util.Optional;

/** What a person says of a statement. A later change of one aspect supersedes the earlier; nothing is overwritten. */
public sealed interface Change {

    /** What a change is about; at most one of each is in force for a statement. */
    enum Aspect {
        /** Who says it. */
        SPEAKER,
        /** What the cue does. */
        STANCE,
        /** Whether it is a statement, and right. */
        VERDICT,
        /** Where its words stand. */
        SPANS,
        /** That it is one, though the engine missed it. */
        ADD,
        /** None: it takes another correction back. */
        UNDO
    }

    /** What it is about. */
    Aspect aspect();

    /** The name of its kind in files and tables, such as {@code REJECT}. */
    default String code() {
        return aspect().name();
    }

    /**
     * Somebody says it.
     *
     * @param name a name of one of the article's speakers, or of another
     * @param kind tells speakers of one name apart, and what a new one is; empty where it does not matter
     */
    record SpeakerIs(String name, Optional<SpeakerKind> kind) implements Change {
        public SpeakerIs {
            if (name.isBlank()) {
                throw new IllegalArgumentException("the name of a speaker must not be blank");
            }
        }

        @Override
        public Aspect aspect() {
            return Aspect.SPEAKER;
        }
    }

    /** Nobody can be named who says it. */
    record NobodyNamed() implements Change {
        @Override
        public Aspect aspect() {
            return Aspect.SPEAKER;
        }

        @Override
        public String code() {
            return "NOBODY";
        }
    }

    /** The cue does this with the content. */
    record StanceIs(StanceReading reading) implements Change {
        @Override
        public Aspect aspect() {
            return Aspect.STANCE;
        }
    }

    /** It is no statement, or wrongly attributed beyond repair. */
    record Rejected() implements Change {
        @Override
        public Aspect aspect() {
            return Aspect.VERDICT;
        }

        @Override
        public String code() {
            return "REJECT";
        }
    }

    /** It was looked at and is right as it is, other corrections included. */
    record Accepted() implements Change {
        @Override
        public Aspect aspect() {
            return Aspect.VERDICT;
        }

        @Override
        public String code() {
            return "ACCEPT";
        }
    }

    /**
     * Its words stand here.
     *
     * @param source empty where nobody is named
     * @param cue empty for a quotation carried on from before
     * @param content never empty
     */
    record SpansAre(List<Span> source, List<Span> cue, List<Span> content) implements Change {
        public SpansAre {
            source = Spans.ordered(source, "source");
            cue = Spans.ordered(cue, "cue");
            content = Spans.ordered(content, "content");
            if (content.isEmpty()) {
                throw new IllegalArgumentException("a statement has content");
            }
        }

        @Override
        public Aspect aspect() {
            return Aspect.SPANS;
        }
    }

    /** There is a statement where the anchor says; who says it, and the stance, are corrections of their own. */
    record Added() implements Change {
        @Override
        public Aspect aspect() {
            return Aspect.ADD;
        }
    }

    /**
     * Another correction holds no more.
     *
     * @param correction its id
     */
    record Undone(String correction) implements Change {
        @Override
        public Aspect aspect() {
            return Aspect.UNDO;
        }
    }
}
