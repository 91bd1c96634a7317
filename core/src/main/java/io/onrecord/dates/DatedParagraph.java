package io.onrecord.dates;

import io.onrecord.model.Span;
import java.util.List;

/**
 * A paragraph with its words, sentences and date expressions. Immutable.
 *
 * @param words its words
 * @param sentences where its sentences are
 * @param mentions its date expressions, in order, none over another
 */
record DatedParagraph(Span range, Tokens words, List<Span> sentences, List<Mention> mentions) {

    DatedParagraph {
        sentences = List.copyOf(sentences);
        mentions = List.copyOf(mentions);
    }

    /** The sentence in which an offset stands; the whole paragraph where it stands in none. */
    Span sentenceAt(int offset) {
        int low = 0;
        int high = sentences.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentences.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < sentences.size() && sentences.get(low).start() <= offset ? sentences.get(low) : range;
    }

    /** Index of the first expression that ends behind a token; the number of expressions if there is none. */
    int firstMentionAfter(int token) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mentions.get(middle).match().end() <= token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
