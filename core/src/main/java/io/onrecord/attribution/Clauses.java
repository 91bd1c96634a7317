package io.onrecord.attribution;

import io.onrecord.text.Words;
import java.util.Set;

/** Where a clause ends, as far as a look at its words can tell. */
final class Clauses {

    private static final Set<String> AUXILIARIES = Lexicon.LISTS.kind("auxiliary");

    /** Common verbs whose past does not end in "ed". */
    private static final Set<String> PASTS = Lexicon.LISTS.kind("past-tense");

    /** Between the words of one verb group. */
    private static final Set<String> INSIDE = Set.of("not", "never", "also", "been", "be", "being", "already", "only");

    private static final Set<String> JOINING = Set.of("and", "or", "but", "nor");

    private Clauses() {}

    static boolean isAuxiliary(String word) {
        return AUXILIARIES.contains(word);
    }

    static boolean isPast(String word) {
        return PASTS.contains(word) || word.length() > 3 && word.endsWith("ed");
    }

    /**
     * Index after the clause that begins with a conjunction and is followed by the verb of the clause it stands in, as a
     * subject is: before its second verb, or before a quotation mark.
     *
     * @param end index after the last word it can have
     */
    static int endOfSubject(Words words, int conjunction, int end) {
        int groups = 0;
        for (int i = conjunction + 1; i < end; i++) {
            String word = words.at(i);
            if ("\"“‘«„".contains(word)) {
                return i;
            }
            if (!isAuxiliary(word) && !isPast(word)) {
                continue;
            }
            if (!JOINING.contains(words.at(i - 1)) && ++groups == 2) {
                return i;
            }
            while (i + 1 < end && isOfGroup(words, i + 1)) {
                i++;
            }
        }
        return end;
    }

    private static boolean isOfGroup(Words words, int index) {
        String word = words.at(index);
        return INSIDE.contains(word)
                || isAuxiliary(word)
                || isPast(word)
                || word.endsWith("ing")
                || word.endsWith("ly");
    }
}
