package io.onrecord.speakers;

/**
 * What a user decided about two speakers; it wins over the rules. Speakers are named by article and name rather than by their
 * ids, which may change when an article is read again.
 *
 * @param kind what was decided
 * @param first one speaker; of a split, the one that the others stay with where nothing else tells
 * @param second the other speaker
 */
public record Decision(Kind kind, Anchor first, Anchor second) {

    /** What can be decided. */
    public enum Kind {
        /** The two are one. */
        MERGE,
        /** The two are not one. */
        SPLIT
    }

    /**
     * A speaker of an article.
     *
     * @param articleId id of the article
     * @param name the speaker's name there, or one of the aliases; case and accents do not matter
     */
    public record Anchor(String articleId, String name) {
        public Anchor {
            if (articleId.isBlank() || name.isBlank()) {
                throw new IllegalArgumentException(
                        "a speaker is named by article id and name, not by '" + articleId + "' and '" + name + "'");
            }
        }

        /** The anchor of an appearance. */
        public static Anchor of(Appearance appearance) {
            return new Anchor(appearance.articleId(), appearance.speaker().name());
        }
    }

    public Decision {
        if (first.equals(second)) {
            throw new IllegalArgumentException("a decision is about two speakers, not twice about " + first);
        }
    }

    /** The two are one. */
    public static Decision merge(Anchor first, Anchor second) {
        return new Decision(Kind.MERGE, first, second);
    }

    /** The two are not one. */
    public static Decision split(Anchor first, Anchor second) {
        return new Decision(Kind.SPLIT, first, second);
    }
}
