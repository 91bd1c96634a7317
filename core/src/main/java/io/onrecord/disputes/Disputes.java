package io.onrecord.disputes;

import io.onrecord.disputes.Reference.Form;
import io.onrecord.model.Article;
import io.onrecord.model.Dispute;
import io.onrecord.model.Speaker;
import io.onrecord.model.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds which statement of an article disputes or backs which by its words. A pure function of the article, its speakers and its
 * statements; safe to call from any thread. What stands in the title or in page furniture is left out.
 */
public final class Disputes {

    private Disputes() {}

    /**
     * What was found.
     *
     * @param edges between two statements, in the order of the statements that they go from
     * @param pending what is disputed or backed, but by no statement of this article that could be told, in the same order
     */
    public record Found(List<Dispute> edges, List<Pending> pending) {
        public Found {
            edges = List.copyOf(edges);
            pending = List.copyOf(pending);
        }
    }

    /**
     * The disputes of an article.
     *
     * @param speakers those that the statements name
     * @param statements in the order of a record
     */
    public static Found find(Article article, List<Speaker> speakers, List<Statement> statements) {
        Scene scene = new Scene(article, speakers, statements);
        Acts acts = new Acts(scene.text(), new Owners(speakers));
        Map<Integer, Act> found = new HashMap<>();
        Set<Integer> bare = new HashSet<>();
        for (Said said : scene.said()) {
            Optional<Act> act = acts.of(said);
            if (act.isPresent()) {
                found.put(said.index(), act.get());
                if (isBare(act.get())) {
                    bare.add(said.index());
                }
            }
        }
        return new Search(scene, found, new Referents(scene, bare)).run();
    }

    /** Goes through the statements in their order. */
    private static final class Search {
        private final Scene scene;
        private final Map<Integer, Act> acts;
        private final Referents referents;
        private final Map<Integer, Choice> choices = new HashMap<>();
        private final List<Dispute> edges = new ArrayList<>();
        private final List<Pending> pending = new ArrayList<>();

        Search(Scene scene, Map<Integer, Act> acts, Referents referents) {
            this.scene = scene;
            this.acts = acts;
            this.referents = referents;
        }

        Found run() {
            for (Said said : scene.said()) {
                Act act = acts.get(said.index());
                if (act != null) {
                    add(said, act);
                } else {
                    Contraries.of(scene, said, before(said), acts, choices)
                            .ifPresent(contrary -> edges.add(edge(said, contrary.act(), contrary.choice())));
                }
            }
            return new Found(edges, pending);
        }

        private void add(Said said, Act act) {
            Optional<Said> goesOn = before(said).filter(it -> isGoingOn(said, act, it));
            Optional<Choice> choice = goesOn.isPresent()
                    ? Optional.ofNullable(choices.get(goesOn.get().index()))
                    : referents.of(said, act);
            if (choice.isPresent()) {
                choices.put(said.index(), choice.get());
                edges.add(edge(said, act, choice.get()));
            } else {
                Reference reference = goesOn.isPresent()
                        ? Objects.requireNonNull(acts.get(goesOn.get().index())).reference()
                        : act.reference();
                pending.add(pending(said, act, reference));
            }
        }

        /** {@code He denied the report. "It is wrong," he said}: the second means what the first means. */
        private boolean isGoingOn(Said said, Act act, Said before) {
            Act earlier = acts.get(before.index());
            boolean vague =
                    act.reference().form() == Form.THING || act.reference().form() == Form.IMPLICIT;
            return earlier != null
                    && vague
                    && act.how() == Act.How.JUDGEMENT
                    && turnsDown(earlier)
                    && said.inner().isEmpty()
                    && said.isOfSameSpeaker(before)
                    && said.first() - before.last() <= 1;
        }

        /** The statement before one that stands within none. */
        private Optional<Said> before(Said said) {
            for (int i = said.index() - 1; i >= 0; i--) {
                Said before = scene.said().get(i);
                if (before.statement().within().isEmpty()) {
                    return Optional.of(before);
                }
            }
            return Optional.empty();
        }
    }

    /** Whether an act turns down what has been stated. */
    static boolean turnsDown(Act act) {
        return act.kind() == Dispute.Kind.DENIES || act.kind() == Dispute.Kind.REJECTS;
    }

    /** Whether a statement puts no proposition of its own, or only turns one down: nobody disputes it. */
    private static boolean isBare(Act act) {
        if (turnsDown(act)) {
            return true;
        }
        return act.how() == Act.How.JUDGEMENT
                || act.reference().form() != Form.IMPLICIT && !act.reference().isSpelled();
    }

    private static Dispute edge(Said said, Act act, Choice choice) {
        return new Dispute(
                said.statement().id(),
                choice.target().statement().id(),
                act.kind(),
                act.evidence(),
                Sureness.of(said, choice));
    }

    private static Pending pending(Said said, Act act, Reference reference) {
        // "reports that p were false" has a claim of its own, which is not p.
        boolean own = act.how() != Act.How.JUDGEMENT && act.how() != Act.How.LABEL;
        return new Pending(
                said.statement().id(), act.kind(), act.evidence(), reference.words(), reference.isSpelled() && own);
    }
}
