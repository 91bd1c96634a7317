package io.onrecord.disputes;

import io.onrecord.disputes.Act.How;
import io.onrecord.disputes.Choice.Rule;
import io.onrecord.model.Dispute.Kind;
import io.onrecord.model.Span;
import io.onrecord.model.Stance;
import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody states right after turning something down: {@code He denied it. "I took nothing," he said.} puts the contrary, as far
 * as it speaks of the same things or negates.
 */
final class Contraries {

    /** Stances that put what is so. */
    private static final Set<Stance> PLAIN = Set.of(Stance.SAYS, Stance.CLAIMS, Stance.BELIEVES);

    /** Words of a piece that is shown where neither a number nor a negation tells the two apart. */
    private static final int SHOWN = 4;

    private Contraries() {}

    /** An act with what it means. */
    record Contrary(Act act, Choice choice) {}

    /**
     * What a statement puts against the one that the statement before it turned down.
     *
     * @param before the statement before
     * @param choices what each act before was taken to mean
     */
    static Optional<Contrary> of(
            Scene scene, Said said, Optional<Said> before, Map<Integer, Act> acts, Map<Integer, Choice> choices) {
        if (before.isEmpty() || !isPossible(said, before.get())) {
            return Optional.empty();
        }
        Act act = acts.get(before.get().index());
        Choice choice = choices.get(before.get().index());
        if (act == null || choice == null || !Disputes.turnsDown(act)) {
            return Optional.empty();
        }
        Said target = choice.target();
        List<Span> evidence = evidence(scene.text(), said, target);
        if (target.isOfSameSpeaker(said) || evidence.isEmpty()) {
            return Optional.empty();
        }
        Act contrary = new Act(Kind.CONTRADICTS, How.JUDGEMENT, false, evidence, Reference.implicit());
        return Optional.of(new Contrary(contrary, new Choice(target, Rule.FOLLOWS, choice.sentences())));
    }

    private static boolean isPossible(Said said, Said before) {
        return said.isOfSameSpeaker(before)
                && said.statement().within().isEmpty()
                && said.paragraph() - before.paragraph() <= 1
                && said.first() - before.last() <= 1
                && PLAIN.contains(said.stance())
                && !said.isNegated()
                && !said.isHypothetical();
    }

    /** The words that tell the two apart: numbers, else a negation, else words of a statement that speaks of the same thing. */
    private static List<Span> evidence(String text, Said said, Said target) {
        boolean about = said.stems().stream()
                .anyMatch(stem -> !Stems.isNumber(stem) && target.stems().contains(stem));
        List<Span> numbers = new ArrayList<>();
        List<Span> negations = new ArrayList<>();
        List<Span> others = new ArrayList<>();
        for (Span span : said.statement().attribution().content()) {
            Words words = Words.of(text, span);
            for (int i = 0; i < words.size(); i++) {
                String word = words.at(i);
                if (!words.isWord(i)) {
                    continue;
                }
                boolean known = target.stems().contains(Stems.of(word));
                if (Stems.isNumber(Stems.of(word)) && !known) {
                    numbers.add(words.span(i));
                } else if (Grammar.isNegation(word)) {
                    negations.add(words.span(i));
                } else if (!known && !Grammar.FUNCTION.contains(word) && others.size() < SHOWN) {
                    others.add(words.span(i));
                }
            }
        }
        if (about && target.hasNumber() && !numbers.isEmpty()) {
            return numbers;
        }
        if (said.negations() % 2 != target.negations() % 2) {
            return Acts.joined(negations.isEmpty() ? others : negations);
        }
        return about ? Acts.joined(others) : List.of();
    }
}
