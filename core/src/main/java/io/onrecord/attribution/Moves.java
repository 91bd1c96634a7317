package io.onrecord.attribution;

import io.onrecord.encoder.Tag;
import io.onrecord.encoder.Transitions;

/**
 * The weights of one tag after another under the three rules of a {@link Chain}: what a rule forbids has the weight 0.
 * Immutable; made once for a text.
 */
final class Moves {

    private static final int TAGS = Tag.all().size();

    /** By tag. */
    private final double[] first = new double[TAGS];
    /** [before][tag]. */
    private final double[] nextWord = new double[TAGS * TAGS];

    private final double[] sameWord = new double[TAGS * TAGS];

    Moves(Transitions transitions) {
        for (Tag tag : Tag.all()) {
            first[tag.ordinal()] = goesOn(tag) ? 0 : StrictMath.exp(transitions.first(tag));
            for (Tag before : Tag.all()) {
                int move = before.ordinal() * TAGS + tag.ordinal();
                boolean follows = goesOn(tag) && (before == tag || before.ordinal() == tag.ordinal() - 1);
                nextWord[move] = follows || !goesOn(tag) ? StrictMath.exp(transitions.next(before, tag)) : 0;
                sameWord[move] = follows || before == Tag.OUTSIDE && tag == Tag.OUTSIDE ? 1 : 0;
            }
        }
    }

    private static boolean goesOn(Tag tag) {
        return tag == Tag.INSIDE_SOURCE || tag == Tag.INSIDE_CUE || tag == Tag.INSIDE_CONTENT;
    }

    /** Of a tag at the first piece of a paragraph. */
    double first(int tag) {
        return first[tag];
    }

    /** Of a tag after another, at the first piece of a word or inside one. */
    double next(boolean startsWord, int before, int tag) {
        return (startsWord ? nextWord : sameWord)[before * TAGS + tag];
    }
}
