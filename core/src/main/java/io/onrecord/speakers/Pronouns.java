package io.onrecord.speakers;

import io.onrecord.model.Span;
import io.onrecord.speakers.Antecedents.Candidate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Weighs the {@link Clue}s of the persons that a pronoun may stand for. */
final class Pronouns {

    /** A person, with the share of the weight of all candidates. */
    record Choice(Candidate candidate, double probability, int candidates) {}

    private final Antecedents antecedents;

    private final PronounWeights weights;

    Pronouns(Cast cast, PronounWeights weights, Gaze gaze) {
        this.weights = weights;
        antecedents = new Antecedents(cast, weights, gaze);
    }

    static Gender genderOf(String pronoun) {
        return switch (pronoun) {
            case "he", "him", "his", "himself" -> Gender.MALE;
            case "she", "her", "hers", "herself" -> Gender.FEMALE;
            default -> Gender.UNKNOWN;
        };
    }

    /** All persons that it may stand for. */
    List<Candidate> candidates(Place place, Span pronoun, Gender gender, @Nullable Party spokeBefore) {
        return antecedents.of(place, pronoun, List.of(), gender, spokeBefore);
    }

    /**
     * The likeliest person; empty where there is none to choose from.
     *
     * @param words what the one whom the pronoun stands for says
     * @param addressed who is not meant, since the pronoun stands in words of theirs or to them
     */
    Optional<Choice> choose(
            Place place,
            Span pronoun,
            List<Span> words,
            Gender gender,
            @Nullable Party spokeBefore,
            Set<Answer.Who> addressed) {
        List<Candidate> candidates = fitting(antecedents.of(place, pronoun, words, gender, spokeBefore).stream()
                .filter(candidate -> !addressed.contains(new Answer.Named(candidate.party())))
                .toList());
        ClueWeights those = weights.among(candidates);
        double sum = 0;
        for (Candidate candidate : candidates) {
            sum += StrictMath.exp(those.score(candidate.clues()));
        }
        double all = sum;
        return candidates.stream()
                .max(Comparator.comparingDouble(candidate -> those.score(candidate.clues())))
                .map(best -> new Choice(best, StrictMath.exp(those.score(best.clues())) / all, candidates.size()));
    }

    /** A first name that is the other gender's counts against a person only where somebody's is the pronoun's. */
    private static List<Candidate> fitting(List<Candidate> candidates) {
        boolean any = candidates.stream().anyMatch(candidate -> holds(candidate, Clue.GENDER));
        return any
                ? candidates.stream()
                        .filter(candidate -> !holds(candidate, Clue.OTHER_GENDER))
                        .toList()
                : candidates;
    }

    private static boolean holds(Candidate candidate, Clue clue) {
        return candidate.clues().getOrDefault(clue, 0.0) > 0;
    }
}
