package io.onrecord.evaluation;

import io.onrecord.evaluation.GapFile.Case;
import io.onrecord.model.Span;
import io.onrecord.speakers.Clue;
import io.onrecord.speakers.ClueWeights;
import io.onrecord.speakers.Gaze;
import io.onrecord.speakers.Speakers;
import io.onrecord.speakers.Speakers.Antecedent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of two names a pronoun stands for. The names are not given to the search; what it answers is matched with them
 * afterwards: {@code pronouns.f1} over both names of each pronoun, {@code pronouns.bias} feminine F1 to masculine. The weights
 * are those of five folds, each judged by the fit on the four others, whose weights also say whom the pronouns before it
 * stand for; {@code alone.f1} is the same without what the network sees, {@code shipped.f1} with the weights that ship, and
 * {@code nearest.f1} the name that stands last before the pronoun.
 */
final class PronounsTask implements Task {

    private static final int FOLDS = 5;

    /** Whom earlier pronouns stand for, before anything is fitted. */
    private static final ClueWeights ROUGH = ClueWeights.of(Map.of(
            Clue.GENDER,
            1.0,
            Clue.OTHER_GENDER,
            -1.0,
            Clue.SUBJECT,
            0.5,
            Clue.DISTANCE,
            -1.0,
            Clue.AFTER,
            -2.0,
            Clue.OFTEN,
            0.5,
            Clue.CLAUSE_SUBJECT_OBJECT,
            -1.0));

    /** Clues that these pronouns cannot tell: they have no statements, and both names may fit each. */
    private static final Set<Clue> HAND_SET =
            Set.of(Clue.SPOKE_BEFORE, Clue.IN_TITLE, Clue.OTHER_GENDER, Clue.NOUN_OTHER_GENDER, Clue.SAME_PHRASE);

    private final Optional<Path> weights;

    /**
     * @param weights where those fitted on all pronouns are written; empty for nowhere
     */
    PronounsTask(Optional<Path> weights) {
        this.weights = weights;
    }

    @Override
    public String name() {
        return "pronouns";
    }

    @Override
    public String describes() {
        return "Which of two names a pronoun stands for (GAP, columns with tabs).";
    }

    @Override
    public Evaluation run(Path file, Engine engine) throws IOException {
        List<Case> cases = GapFile.read(file);
        List<Gaze> gazes =
                cases.stream().map(one -> engine.gaze(one.article().text())).toList();
        List<Gaze> none = Collections.nCopies(cases.size(), Gaze.NONE);
        ClueWeights weighed = gazes.get(0).weights().orElse(ClueWeights.shipped());
        Tally crossed = crossed(cases, gazes);
        Tally alone = crossed(cases, none);
        List<List<Antecedent>> found = found(cases, gazes.get(0).weights().isPresent() ? gazes : none, weighed);
        Tally shipped = new Tally();
        Tally nearest = new Tally();
        for (int i = 0; i < cases.size(); i++) {
            shipped.add(cases.get(i), best(found.get(i), weighed));
            nearest.add(cases.get(i), nearest(cases.get(i)));
        }
        if (weights.isPresent()) {
            Files.writeString(
                    weights.get(),
                    "# Weight of each clue to the person that a pronoun stands for: by itself, and beside what the network sees. Fitted by"
                            + " `onrecord evaluate pronouns` on "
                            + cases.size()
                            + " pronouns;\n# those that such pronouns cannot tell are set by hand (docs/design/pronouns.md).\n"
                            + fitted(cases, none).text(fitted(cases, gazes)));
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        crossed.put("pronouns", figures, counts);
        figures.put("pronouns.bias", crossed.bias());
        alone.put("alone", figures, counts);
        shipped.put("shipped", figures, counts);
        nearest.put("nearest", figures, counts);
        counts.put("pronouns", (long) cases.size());
        return new Evaluation(name(), file.toString(), figures, counts, engine.producer());
    }

    private static Tally crossed(List<Case> cases, List<Gaze> gazes) {
        List<List<Antecedent>> rough = found(cases, gazes, ROUGH);
        Tally crossed = new Tally();
        for (int fold = 0; fold < FOLDS; fold++) {
            ClueWeights first = ClueFit.fit(choices(cases, rough, fold));
            List<List<Antecedent>> found = found(cases, gazes, first);
            ClueWeights fit = ClueFit.fit(choices(cases, found, fold));
            for (int i = fold; i < cases.size(); i += FOLDS) {
                crossed.add(cases.get(i), best(found.get(i), fit));
            }
        }
        return crossed;
    }

    /** Weights fitted on all. */
    private static ClueWeights fitted(List<Case> cases, List<Gaze> gazes) {
        ClueWeights first = ClueFit.fit(choices(cases, found(cases, gazes, ROUGH), -1));
        return ClueFit.fit(choices(cases, found(cases, gazes, first), -1)).withHandSet(HAND_SET);
    }

    private static List<List<Antecedent>> found(List<Case> cases, List<Gaze> gazes, ClueWeights earlier) {
        List<List<Antecedent>> found = new ArrayList<>(cases.size());
        for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            found.add(Speakers.antecedents(one.article(), one.pronoun(), earlier, gazes.get(i)));
        }
        return found;
    }

    /** What the fit of a fold learns from: pronouns of the others, where one of the two names is right and was found. */
    private static List<ClueFit.Choice> choices(List<Case> cases, List<List<Antecedent>> found, int fold) {
        List<ClueFit.Choice> choices = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            List<Boolean> right = found.get(i).stream()
                    .map(person -> one.isA() && names(person, one.a()) || one.isB() && names(person, one.b()))
                    .toList();
            if (i % FOLDS != fold && right.contains(true)) {
                choices.add(new ClueFit.Choice(
                        found.get(i).stream().map(Antecedent::clues).toList(), right));
            }
        }
        return choices;
    }

    private static List<Span> best(List<Antecedent> persons, ClueWeights weights) {
        return persons.stream()
                .max(Comparator.comparingDouble(person -> weights.score(person.clues())))
                .map(Antecedent::names)
                .orElse(List.of());
    }

    private static List<Span> nearest(Case one) {
        boolean aFirst = one.a().start() < one.b().start();
        Span first = aFirst ? one.a() : one.b();
        Span second = aFirst ? one.b() : one.a();
        return List.of(second.start() < one.pronoun().start() ? second : first);
    }

    private static boolean names(Antecedent person, Span name) {
        return overlaps(person.names(), name);
    }

    private static boolean overlaps(List<Span> names, Span name) {
        return names.stream().anyMatch(name::overlaps);
    }

    /** Right and wrong answers, feminine and masculine apart. */
    private static final class Tally {
        private final long[][] byGender = new long[2][3];

        void add(Case one, List<Span> answer) {
            long[] tally = byGender[one.feminine() ? 0 : 1];
            add(tally, overlaps(answer, one.a()), one.isA());
            add(tally, overlaps(answer, one.b()), one.isB());
        }

        private static void add(long[] tally, boolean said, boolean is) {
            tally[0] += said && is ? 1 : 0;
            tally[1] += said ? 1 : 0;
            tally[2] += is ? 1 : 0;
        }

        private static double f1(long correct, long said, long gold) {
            return said + gold == 0 ? 0 : 200.0 * correct / (said + gold);
        }

        void put(String name, Map<String, Double> figures, Map<String, Long> counts) {
            long correct = byGender[0][0] + byGender[1][0];
            long said = byGender[0][1] + byGender[1][1];
            long gold = byGender[0][2] + byGender[1][2];
            figures.put(name + ".p", AttributionScore.rounded(said == 0 ? 0 : 100.0 * correct / said, 2));
            figures.put(name + ".r", AttributionScore.rounded(gold == 0 ? 0 : 100.0 * correct / gold, 2));
            figures.put(name + ".f1", AttributionScore.rounded(f1(correct, said, gold), 2));
            counts.put(name + ".correct", correct);
            counts.put(name + ".predicted", said);
            counts.put(name + ".gold", gold);
        }

        double bias() {
            double masculine = f1(byGender[1][0], byGender[1][1], byGender[1][2]);
            return masculine == 0
                    ? 0
                    : AttributionScore.rounded(f1(byGender[0][0], byGender[0][1], byGender[0][2]) / masculine, 4);
        }
    }
}
