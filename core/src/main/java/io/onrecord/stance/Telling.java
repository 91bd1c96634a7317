package io.onrecord.stance;

import io.onrecord.model.Stance;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The most telling word of a cue: the first whose stance is another than {@code SAYS}, a verb before the nouns that are its
 * object ({@code denied the claim}), but a noun after a verb that says nothing by itself ({@code issued a denial}).
 *
 * @param index of the word
 * @param stance that it has here
 * @param negated whether it means by itself that the act is not done or not held
 * @param wished whether it is only wished for: {@code wants to admit}
 */
record Telling(int index, Stance stance, boolean negated, boolean wished) {

    /** Words between a verb and the infinitive or gerund that it gives way to: {@code went on to}, {@code stopped short of}. */
    private static final Set<String> BETWEEN = Grammar.words("""
            short of on in out up away from forward back by himself herself themselves itself
            """);

    /** Behind a noun more often than behind a verb: {@code questions about}. */
    private static final Set<String> OF = Set.of("of", "about", "over", "regarding", "concerning");

    private static final Set<Stance> PLAIN = Set.of(Stance.SAYS, Stance.BELIEVES);

    /** The most telling word; empty where the lexicon has none of the cue's. */
    static Optional<Telling> of(Cue cue) {
        Optional<Telling> best = Optional.empty();
        boolean object = false;
        int passed = -1;
        for (int index : cue.indexes()) {
            Optional<Entry> entry = index <= passed ? Optional.empty() : entry(cue, index);
            if (entry.isEmpty() || object && entry.get().traits().noun()) {
                continue;
            }
            Optional<Telling> found = of(cue, index, entry.get());
            if (found.isEmpty()) {
                continue;
            }
            passed = Math.max(passed, found.get().index());
            object |= !entry.get().traits().noun();
            if (found.get().stance() != Stance.SAYS || found.get().negated()) {
                return found;
            }
            if (best.isEmpty()) {
                best = found;
            }
        }
        return best;
    }

    /** A word by itself, with what stands behind it. */
    private static Optional<Telling> of(Cue cue, int index, Entry entry) {
        for (Frame frame : entry.frames()) {
            if (Frames.fits(frame, cue, index)) {
                return Optional.of(
                        new Telling(index, frame.stance(), entry.traits().negated(), false));
            }
        }
        if (entry.traits().chain()) {
            int verb = complement(cue, index);
            Optional<Entry> inner = verb < 0 ? Optional.empty() : Lexicon.verb(cue.at(verb));
            if (verb >= 0) {
                return chained(cue, index, entry, inner.flatMap(it -> of(cue, verb, it)));
            }
        }
        if (Grammar.WISHES.contains(cue.at(index))) {
            OptionalInt verb = Frames.infinitive(cue, index);
            if (verb.isPresent() && cue.isCue(verb.getAsInt())) {
                Optional<Telling> wished =
                        Lexicon.verb(cue.at(verb.getAsInt())).flatMap(it -> of(cue, verb.getAsInt(), it));
                if (wished.isPresent() && !PLAIN.contains(wished.get().stance())) {
                    return Optional.of(new Telling(
                            wished.get().index(),
                            wished.get().stance(),
                            entry.traits().negated(),
                            true));
                }
            }
        }
        // A refusal of something other than an act is itself what is done: refused the offer.
        return entry.stance()
                .map(stance -> new Telling(index, stance, entry.traits().negated() && stance != Stance.REJECTS, false));
    }

    /** A verb that gives way to another. */
    private static Optional<Telling> chained(Cue cue, int index, Entry entry, Optional<Telling> inner) {
        if (!entry.traits().negated()) {
            return inner.isPresent() ? inner : entry.stance().map(stance -> new Telling(index, stance, false, false));
        }
        boolean refusal = cue.at(index).startsWith("refus") || cue.at(index).startsWith("declin");
        boolean deed = inner.isEmpty()
                || Set.of(Stance.DEMANDS, Stance.REJECTS).contains(inner.get().stance());
        if (refusal && deed) {
            return Optional.of(new Telling(index, Stance.REJECTS, false, false));
        }
        return Optional.of(new Telling(
                inner.map(Telling::index).orElse(index),
                inner.map(Telling::stance).orElse(Stance.SAYS),
                !inner.map(Telling::negated).orElse(false),
                false));
    }

    /** The verb that a verb gives way to: an infinitive or gerund right behind it; -1 if there is none. */
    private static int complement(Cue cue, int index) {
        List<Integer> behind = cue.behind(index, 6);
        for (int i : behind) {
            String word = cue.at(i);
            if (word.equals("to")) {
                return Frames.next(cue, i);
            }
            if (word.length() > 4 && word.endsWith("ing") && Lexicon.verb(word).isPresent()) {
                return i;
            }
            if (!Grammar.isAdverb(word) && !BETWEEN.contains(word)) {
                return -1;
            }
        }
        return -1;
    }

    /** What the lexicon has on a word of the cue, as verb or as noun by what stands before it. */
    static Optional<Entry> entry(Cue cue, int index) {
        String word = cue.at(index);
        Optional<Entry> verb = Lexicon.verb(word);
        Optional<Entry> noun = Lexicon.noun(word);
        if (verb.isPresent() && !isNounHere(cue, index, noun.isPresent())) {
            return verb;
        }
        return noun;
    }

    /** Whether a verb stands right before, so that another finite form is none: {@code has questions}, {@code shot back}. */
    private static boolean isVerbBefore(String word) {
        boolean auxiliary =
                Set.of("has", "have", "had", "is", "are", "was", "were", "been").contains(word);
        return auxiliary || Lexicon.verb(word).isPresent() && !word.equals("help");
    }

    private static boolean isNounHere(Cue cue, int index, boolean known) {
        String word = cue.at(index);
        if (word.endsWith("ing") && !known) {
            return false;
        }
        String before = cue.at(index - 1);
        boolean finite = cue.isCue(index - 1) && (word.endsWith("s") || Lexicon.isInfinitive(word));
        if (finite && isVerbBefore(before)) {
            return true;
        }
        boolean object = Lexicon.isInfinitive(word) || word.endsWith("s");
        boolean infinitive = before.equals("to") && Lexicon.isInfinitive(word);
        if (known && object && !infinitive && (before.equals("to") || OF.contains(cue.at(index + 1)))) {
            return true;
        }
        if (Grammar.PREPOSITIONS.contains(before) && cue.isCue(index - 1) && !word.endsWith("ing")) {
            return true;
        }
        if (index == cue.indexes().get(0)) {
            boolean owned = Grammar.POSSESSIVES.contains(before) || before.endsWith("'s") || before.endsWith("s'");
            return known && owned;
        }
        for (int i = index - 1; i >= index - 3 && cue.isCue(i) && cue.isWord(i); i--) {
            if (Grammar.DETERMINERS.contains(cue.at(i))) {
                return !cue.at(i).equals("that");
            }
            if (Lexicon.verb(cue.at(i)).isPresent()
                    || Grammar.AUXILIARIES.contains(cue.at(i))
                    || cue.at(i).equals("to")) {
                return false;
            }
        }
        return false;
    }
}
