package io.onrecord.speakers;

import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.SpeakerKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The persons that a singular pronoun may stand for, each with its {@link Clue}s: those named before it, and in its own
 * sentence after it, whose gender fits. Only the names of the last sentences are looked at, so a long article costs no more
 * a pronoun than a short one. Pronouns are taken in the order of the text, and whom an earlier one stands for is a clue for
 * the later.
 */
final class Antecedents {

    /** A person, the name that is looked at, and what speaks for it. */
    record Candidate(Party party, Name name, Map<Clue, Double> clues) {}

    /** The names that are looked at, backwards from the pronoun. */
    private static final int MOST_NAMES = 40;

    /** A network sees no further to either side, in UTF-16 units. */
    private static final int REACH = 1200;

    /** For an earlier pronoun, which is a clue only. */
    private static final int FEWER_NAMES = 15;

    private final Cast cast;
    private final PronounWeights weights;
    private final Gaze gaze;
    private final @Nullable Party first;
    private final Map<Location, Reading> readings = new EnumMap<>(Location.class);

    /**
     * @param weights say whom the earlier pronouns stand for
     * @param gaze what a network says of pronouns and names
     */
    Antecedents(Cast cast, PronounWeights weights, Gaze gaze) {
        this.cast = cast;
        this.weights = weights;
        this.gaze = gaze;
        Party found = null;
        for (Mention mention : cast.mentions(Location.TEXT)) {
            if (found == null && mention.party().kind() == SpeakerKind.PERSON) {
                found = mention.party();
            }
        }
        first = found;
    }

    /**
     * In the order of their last names before the pronoun, the nearest first.
     *
     * @param words of the one whom it stands for: who is named in them where they are quoted is somebody else
     */
    List<Candidate> of(Place place, Span pronoun, List<Span> words, Gender gender, @Nullable Party spokeBefore) {
        int sentence = place.sentenceAt(pronoun.start());
        if (sentence < 0) {
            return List.of();
        }
        Reading reading = readings.computeIfAbsent(place.in(), in -> new Reading(place));
        reading.readTo(pronoun.start(), (phrase, of) -> shares(candidates(reading, phrase, of, null, FEWER_NAMES)));
        List<Candidate> candidates =
                candidates(reading, reading.syntax().ofPronoun(pronoun, sentence), gender, spokeBefore, MOST_NAMES);
        if (!place.isQuoted(pronoun.start())) {
            Set<Party> addressed = quotedIn(place, words);
            candidates.removeIf(candidate -> addressed.contains(candidate.party()) && isIn(words, candidate.name()));
        }
        return candidates;
    }

    private Set<Party> quotedIn(Place place, List<Span> words) {
        Set<Party> named = new HashSet<>();
        for (Span span : words) {
            for (Mention mention : cast.within(place.in(), span)) {
                if (place.isQuoted(mention.name().span().start())) {
                    named.add(mention.party());
                }
            }
        }
        return named;
    }

    private static boolean isIn(List<Span> words, Name name) {
        return words.stream().anyMatch(span -> span.contains(name.span()));
    }

    private Map<Party, Double> shares(List<Candidate> candidates) {
        ClueWeights those = weights.among(candidates);
        Map<Party, Double> shares = new LinkedHashMap<>();
        double sum = 0;
        for (Candidate candidate : candidates) {
            double share = StrictMath.exp(those.score(candidate.clues()));
            shares.put(candidate.party(), share);
            sum += share;
        }
        double all = sum;
        shares.replaceAll((party, share) -> share / all);
        return shares;
    }

    private List<Candidate> candidates(
            Reading reading, Phrase pronoun, Gender gender, @Nullable Party spokeBefore, int mostNames) {
        List<Mention> all = cast.before(reading.place().in(), pronoun.span().start());
        List<Mention> before = all.subList(Math.max(0, all.size() - mostNames), all.size());
        Map<Party, List<Mention>> named = new LinkedHashMap<>();
        int most = 0;
        for (int i = before.size() - 1; i >= 0; i--) {
            List<Mention> names = named.computeIfAbsent(before.get(i).party(), party -> new ArrayList<>());
            names.add(before.get(i));
            most = Math.max(most, names.size());
        }
        Firsts firsts = Firsts.of(reading, before, pronoun);
        Map<Party, Candidate> candidates = new LinkedHashMap<>();
        for (Map.Entry<Party, List<Mention>> entry : named.entrySet()) {
            Party party = entry.getKey();
            if (!mayBe(party, gender)) {
                continue;
            }
            List<Mention> names = entry.getValue();
            Name name = names.get(0).name();
            int others = candidates.size();
            Map<Clue, Double> clues = Clues.of(reading, pronoun, gender, firsts, names, first);
            Clues.put(clues, Clue.NEAREST_SAME_SENTENCE, others == 0 && name.sentence() == pronoun.sentence());
            clues.put(Clue.OTHERS_BETWEEN, StrictMath.log1p(others));
            clues.put(Clue.OFTEN, StrictMath.log(names.size()));
            Clues.put(clues, Clue.MOST_OFTEN, names.size() == most);
            Clues.put(clues, Clue.SPOKE_BEFORE, party.equals(spokeBefore));
            candidates.put(party, new Candidate(party, name, clues));
        }
        addAfter(reading, pronoun, gender, candidates, firsts);
        addGaze(reading.place(), pronoun.span(), candidates);
        addTitle(reading.place(), pronoun, gender, spokeBefore, candidates);
        return new ArrayList<>(candidates.values());
    }

    /** Whoever is named behind the pronoun in its sentence, and what that says of those known before. */
    private void addAfter(
            Reading reading, Phrase pronoun, Gender gender, Map<Party, Candidate> candidates, Firsts firsts) {
        Place place = reading.place();
        Span rest = new Span(
                pronoun.span().start(),
                Math.max(
                        pronoun.span().end(), place.sentence(pronoun.sentence()).end()));
        int opening = firsts.inSentence() ? -1 : reading.syntax().behindOpening(pronoun);
        for (Mention mention : cast.within(place.in(), rest)) {
            Party party = mention.party();
            if (!mayBe(party, gender)) {
                continue;
            }
            Phrase phrase = reading.of(mention);
            Candidate candidate = candidates.get(party);
            if (candidate == null) {
                Map<Clue, Double> clues = Clues.of(reading, pronoun, gender, firsts, List.of(mention), first);
                Clues.put(clues, Clue.AFTER, true);
                Clues.put(clues, Clue.AFTER_SUBJECT, phrase.is(Function.SUBJECT));
                Clues.put(clues, Clue.AFTER_OWNER, pronoun.is(Function.OWNER));
                candidate = new Candidate(party, mention.name(), clues);
                candidates.put(party, candidate);
            }
            boolean opens = phrase.from() <= opening && opening < phrase.to();
            putLater(candidate.clues(), reading, pronoun, phrase, opens);
        }
    }

    private static void putLater(Map<Clue, Double> clues, Reading reading, Phrase pronoun, Phrase name, boolean opens) {
        boolean subject = pronoun.is(Function.SUBJECT);
        if (opens) {
            Clues.put(clues, Clue.BEHIND_OPENING_PHRASE, true);
            Clues.put(clues, Clue.BEHIND_OPENING_PHRASE_SUBJECT, name.is(Function.SUBJECT));
            Clues.put(clues, Clue.OPENING_OWNER, pronoun.is(Function.OWNER));
        } else if (reading.syntax().isInPhrase(pronoun, name)) {
            Clues.put(clues, Clue.SAME_PHRASE, true);
        } else {
            Clues.put(clues, subject ? Clue.LATER_SUBJECT : Clue.LATER_OTHER, true);
            if (name.clause() == pronoun.clause()) {
                Clues.put(clues, subject ? Clue.LATER_SUBJECT_CLAUSE : Clue.LATER_OTHER_CLAUSE, true);
            }
        }
    }

    /** What the network sees between the pronoun and each name near it; of a person the most of all its names. */
    private void addGaze(Place place, Span pronoun, Map<Party, Candidate> candidates) {
        if (place.in() != Location.TEXT) {
            return;
        }
        List<Clue> heads = Clue.heads();
        Span near = new Span(Math.max(0, pronoun.start() - REACH), pronoun.end() + REACH);
        Map<Party, double[]> seen = new LinkedHashMap<>();
        for (Mention mention : cast.within(Location.TEXT, near)) {
            double[] here = candidates.containsKey(mention.party())
                    ? gaze.at(pronoun, mention.name().span())
                    : new double[0];
            if (here.length > 0) {
                seen.merge(mention.party(), here, Antecedents::most);
            }
        }
        double[] mean = new double[heads.size()];
        for (double[] one : seen.values()) {
            for (int h = 0; h < mean.length; h++) {
                mean[h] += one[h] / seen.size();
            }
        }
        seen.forEach((party, one) -> {
            for (int h = 0; h < mean.length; h++) {
                Objects.requireNonNull(candidates.get(party)).clues().put(heads.get(h), one[h] - mean[h]);
            }
        });
    }

    private static double[] most(double[] a, double[] b) {
        double[] most = new double[a.length];
        for (int i = 0; i < most.length; i++) {
            most[i] = Math.max(a[i], b[i]);
        }
        return most;
    }

    /** Whoever the title alone names. */
    private void addTitle(
            Place place, Phrase pronoun, Gender gender, @Nullable Party spokeBefore, Map<Party, Candidate> candidates) {
        if (place.in() == Location.TITLE) {
            return;
        }
        for (Mention mention : cast.mentions(Location.TITLE)) {
            Party party = mention.party();
            if (!candidates.containsKey(party) && mayBe(party, gender)) {
                Map<Clue, Double> clues = new EnumMap<>(Clue.class);
                Clues.put(clues, Clue.IN_TITLE, true);
                Clues.putGender(clues, party, gender);
                Clues.put(clues, Clue.SPOKE_BEFORE, party.equals(spokeBefore));
                clues.put(Clue.DISTANCE, StrictMath.log1p(pronoun.sentence() + 1));
                candidates.put(party, new Candidate(party, mention.name(), clues));
            }
        }
    }

    private static boolean mayBe(Party party, Gender gender) {
        return party.kind() == SpeakerKind.PERSON && party.addressedAs().fits(gender);
    }
}
