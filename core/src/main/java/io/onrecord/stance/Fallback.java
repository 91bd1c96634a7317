package io.onrecord.stance;

import io.onrecord.model.Stance;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What is made of a cue of which the lexicon has no word. */
final class Fallback {

    private static final List<String> PREFIXES = List.of("re-", "mis", "over", "pre-", "counter");

    private Fallback() {}

    /**
     * By a word of the lexicon behind a prefix ({@code re-confirmed}); else by the content: an infinitive is what somebody
     * means to do, a question is asked; else nothing more than passing it on.
     */
    static Stance of(Cue cue) {
        for (int index : cue.indexes()) {
            Optional<Stance> known = behindPrefix(cue.at(index));
            if (known.isPresent()) {
                return known.get();
            }
        }
        List<Integer> content = cue.content(2);
        if (content.size() == 2 && cue.indexes().stream().allMatch(index -> index < content.get(0))) {
            if (cue.at(content.get(0)).equals("whether")) {
                return Stance.ASKS;
            }
            OptionalInt infinitive = Frames.infinitive(cue, content.get(0) - 1);
            if (cue.at(content.get(0)).equals("to") && infinitive.isPresent()) {
                return Stance.BELIEVES;
            }
        }
        return Stance.SAYS;
    }

    private static Optional<Stance> behindPrefix(String word) {
        for (String prefix : PREFIXES) {
            if (word.startsWith(prefix) && word.length() > prefix.length() + 4) {
                Optional<Stance> known =
                        Lexicon.verb(word.substring(prefix.length())).flatMap(Entry::stance);
                if (known.isPresent()) {
                    return known;
                }
            }
        }
        return Optional.empty();
    }
}
