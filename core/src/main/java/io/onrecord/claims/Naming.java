package io.onrecord.claims;

import io.onrecord.model.Stance;
import io.onrecord.text.Words;
import java.util.Set;

/** Contents that name what was said and do not spell it out. */
final class Naming {

    private static final Set<String> VERBS = Set.of(
            "is", "was", "were", "are", "be", "been", "had", "has", "have", "would", "will", "could", "may", "might",
            "should", "can", "must", "did", "does", "do", "stood", "stands", "came", "comes");

    /** What follows their {@code of} is what they are about, not what they say. */
    private static final Set<String> TOPICAL =
            Set.of("account", "story", "version", "description", "tale", "word", "position");

    private final Words words;
    private final Setting setting;

    private Naming(Words words, Setting setting) {
        this.words = words;
        this.setting = setting;
    }

    /**
     * Whether the words are a pronoun, or a noun for something said with what belongs to it ({@code those allegations},
     * {@code his account of the meeting}), perhaps with a judgement ({@code the report as "nonsense"}).
     */
    static boolean only(Words words, Setting setting, Stance stance) {
        return new Naming(words, setting).only(stance);
    }

    private boolean only(Stance stance) {
        // "contradicting both governments", "stood by her minister": whom, not what.
        boolean sides = stance == Stance.REJECTS || stance == Stance.SUPPORTS || stance == Stance.DENIES;
        int telling = 0;
        for (int i = 0; i < words.size(); i++) {
            if (Numeral.at(words, i) != null && !words.at(i).equals("one")) {
                return false;
            }
            if (VERBS.contains(words.at(i)) || Lexis.NEGATIONS.contains(words.at(i))) {
                return false;
            }
            if (isSaying(i)) {
                return telling == 0 && afterNoun(i);
            }
            telling += isTelling(i) ? 1 : 0;
            if (telling > 1) {
                return false;
            }
        }
        return telling == 0 || sides;
    }

    private boolean isSaying(int index) {
        String word = words.at(index);
        return Lexis.SAYINGS.contains(word)
                || word.endsWith("s") && Lexis.SAYINGS.contains(word.substring(0, word.length() - 1));
    }

    private boolean isTelling(int index) {
        String word = words.at(index);
        return words.isWord(index)
                && !Lexis.FUNCTION.contains(word)
                && !(words.isCapital(index) && setting.isName(Setting.bare(word)));
    }

    /** {@code the claim that p}, {@code reports of six dead} and {@code a call for p} spell it out; {@code his account of p} does not. */
    private boolean afterNoun(int noun) {
        String next = words.at(noun + 1);
        if (next.equals("that") && noun + 3 < words.size()) {
            return false;
        }
        if (next.equals("of") || next.equals("for") || next.equals("to")) {
            return TOPICAL.contains(words.at(noun)) || tellingFrom(noun + 2) < (next.equals("of") ? 2 : 1);
        }
        boolean judged = false;
        for (int i = noun + 1; i < words.size(); i++) {
            boolean verb = VERBS.contains(words.at(i)) || Numeral.at(words, i) != null;
            if (verb && !judged) {
                return false;
            }
            judged = judged || Lexis.JUDGEMENTS.contains(words.at(i));
        }
        return judged || tellingFrom(noun + 1) == 0 || !hasQuotation(noun + 1);
    }

    private boolean hasQuotation(int from) {
        for (int i = from; i < words.size(); i++) {
            if ("\"“‘'".contains(words.at(i))) {
                return true;
            }
        }
        return false;
    }

    private int tellingFrom(int from) {
        int telling = 0;
        for (int i = from; i < words.size(); i++) {
            telling += words.isWord(i) && !Lexis.FUNCTION.contains(words.at(i)) ? 1 : 0;
        }
        return telling;
    }
}
