package io.onrecord.claims;

import io.onrecord.text.Words;

/** Sentences that only judge what another has said: {@code That is a filthy lie.}, {@code Nonsense!}, {@code It is wrong.} */
final class Judgement {

    private Judgement() {}

    static boolean only(Words words) {
        int judging = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = words.at(i);
            if (Lexis.FIRST_SINGULAR.contains(word) || word.equals("he") || word.equals("she")) {
                return false;
            }
            if (!words.isWord(i) || Lexis.FUNCTION.contains(word) || Lexis.NEGATIONS.contains(word)) {
                continue;
            }
            if (!Lexis.JUDGEMENTS.contains(word)) {
                return false;
            }
            judging++;
        }
        return judging > 0;
    }
}
