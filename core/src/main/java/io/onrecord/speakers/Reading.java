package io.onrecord.speakers;

import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of one text as its pronouns are read in order: where names stand, and whom earlier pronouns stand for. For
 * one thread.
 */
final class Reading {

    /** How probable each person is whom a pronoun may stand for. */
    interface Shares {
        Map<Party, Double> of(Phrase pronoun, Gender gender);
    }

    /** An earlier pronoun and whom it stands for with what probability. */
    record Resolved(Phrase phrase, Gender gender, Map<Party, Double> shares) {
        double of(Party party) {
            return shares.getOrDefault(party, 0.0);
        }
    }

    /** A less probable person is not remembered. */
    private static final double LEAST = 0.02;

    private static final Set<String> SINGULAR = Set.of("he", "him", "his", "himself", "she", "her", "hers", "herself");

    private final Place place;
    private final Syntax syntax;
    // By identity: a name is long to compare, and each is one object.
    private final IdentityHashMap<Name, Phrase> phrases = new IdentityHashMap<>();
    private final IdentityHashMap<Name, Facts> facts = new IdentityHashMap<>();
    private final IdentityHashMap<Party, Map<Clue, Double>> kinds = new IdentityHashMap<>();
    private final List<Resolved> resolved = new ArrayList<>();
    private final Map<Party, double[]> byGender = new HashMap<>();
    private int sentence;
    private int word;

    Reading(Place place) {
        this.place = place;
        this.syntax = new Syntax(place);
    }

    Place place() {
        return place;
    }

    Syntax syntax() {
        return syntax;
    }

    Words words(Phrase phrase) {
        return syntax.words(phrase.sentence());
    }

    Phrase of(Mention mention) {
        return phrases.computeIfAbsent(mention.name(), syntax::of);
    }

    /**
     * What the words around a name say whatever the pronoun is.
     *
     * @param nounGender of the noun that describes it
     * @param human whether it does what persons do
     * @param clues that depend on nothing else
     */
    record Facts(Gender nounGender, boolean human, boolean quoted, Map<Clue, Double> clues) {}

    Facts facts(Mention mention) {
        Facts known = facts.get(mention.name());
        if (known == null) {
            Phrase phrase = of(mention);
            Words words = words(phrase);
            known = new Facts(
                    syntax.nounGender(phrase),
                    Syntax.doesAsPersons(words, phrase.to()),
                    place.isQuoted(phrase.span().start()),
                    Clues.ofWords(mention.name(), phrase, words));
            facts.put(mention.name(), known);
        }
        return known;
    }

    /** What the words of a person's name say of its being one. */
    Map<Clue, Double> kind(Party party) {
        return kinds.computeIfAbsent(party, Clues::ofKind);
    }

    /** Takes all pronouns before an offset that were not yet, in their order; each is taken once. */
    void readTo(int offset, Shares shares) {
        int last = place.sentenceAt(offset);
        while (sentence <= last) {
            Words words = syntax.words(sentence);
            while (word < words.size()) {
                if (words.span(word).start() >= offset) {
                    return;
                }
                if (SINGULAR.contains(words.at(word))) {
                    add(words, shares);
                }
                word++;
            }
            sentence++;
            word = 0;
        }
    }

    private void add(Words words, Shares shares) {
        Gender gender = Pronouns.genderOf(words.at(word));
        Phrase phrase = syntax.ofPronoun(words.span(word), sentence);
        Map<Party, Double> found = new HashMap<>();
        shares.of(phrase, gender).forEach((party, share) -> {
            if (share >= LEAST) {
                found.put(party, share);
                byGender.computeIfAbsent(party, any -> new double[Gender.values().length])[gender.ordinal()] += share;
            }
        });
        resolved.add(new Resolved(phrase, gender, found));
    }

    /** The pronouns that were read, the last one last. */
    List<Resolved> resolved() {
        return resolved;
    }

    /** How many pronouns of a gender stand for a person, as far as was read. */
    double count(Party party, Gender gender) {
        double[] counts = byGender.get(party);
        return counts == null ? 0 : counts[gender.ordinal()];
    }
}
