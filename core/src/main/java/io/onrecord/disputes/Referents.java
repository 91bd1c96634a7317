package io.onrecord.disputes;

import io.onrecord.disputes.Choice.Rule;
import io.onrecord.disputes.Reference.Owner;
import io.onrecord.model.Dispute.Kind;
import io.onrecord.model.Stance;
import io.onrecord.text.WordLists;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the statement that an act means, by an ordered list of small rules: the first that answers is heeded. */
final class Referents {

    /** Statements before and behind that are looked at. */
    private static final int REACH = 60;

    private static final int AHEAD = 8;

    /** Sentences between a pronoun, or an answer, and what it means. */
    private static final int NEAR = 2;

    /** Sentences between a noun without an owner and what it means. */
    private static final int PERSON_NEAR = 3;

    private static final int NOUN_NEAR = 4;

    private static final int NOUN_FAR = 12;

    /** Share of the words of a proposition that a statement must have, and how many. */
    private static final double LEAST_SHARE = 0.5;

    private static final int LEAST_WORDS = 2;

    private final Scene scene;
    /** Indexes of the statements that only dispute or judge what others state. */
    private final Set<Integer> bare;

    Referents(Scene scene, Set<Integer> bare) {
        this.scene = scene;
        this.bare = Set.copyOf(bare);
    }

    /** The statement that is meant; empty where the article has none, or no rule can tell. */
    Optional<Choice> of(Said from, Act act) {
        Reference reference = act.reference();
        Optional<Choice> choice = switch (reference.form()) {
            case NAMED -> named(from, act);
            case SPELLED -> spelled(from, act).or(() -> contrast(from, act));
            case THING -> nearest(from, act, NEAR, it -> true, Rule.PRONOUN);
            case PERSON -> person(from, act);
            case IMPLICIT ->
                (act.how() == Act.How.JUDGEMENT ? inner(from) : Optional.<Choice>empty())
                        .or(() -> nearest(from, act, NEAR - 1, it -> true, Rule.ANSWER));
        };
        return choice.or(() -> ahead(from, act))
                .map(this::passedOn)
                .filter(it -> it.target().index() != from.index());
    }

    private Choice choice(Said from, Said target, Rule rule) {
        int gap = target.start() <= from.start() ? from.first() - target.last() : target.first() - from.last();
        return new Choice(target, rule, Math.max(0, gap));
    }

    /** Whether a statement may be what is meant. */
    private boolean isPossible(Said from, Act act, Said candidate) {
        boolean same = candidate.isOfSameSpeaker(from);
        boolean own = act.own() || act.kind() == Kind.REPEATS;
        // A spokesman repeats what his office maintains: a pronoun right behind it tells.
        boolean pointed = act.kind() == Kind.REPEATS && act.reference().form() == Reference.Form.THING;
        boolean whose = own ? same || pointed : !same;
        return candidate.index() != from.index()
                && whose
                && !bare.contains(candidate.index())
                && candidate.stance() != Stance.ASKS
                && !isInside(candidate, from)
                && !isInside(from, candidate);
    }

    private boolean isInside(Said inner, Said outer) {
        Optional<Said> at = scene.outer(inner);
        for (int depth = 0; at.isPresent() && depth < 4; depth++) {
            if (at.get().index() == outer.index()) {
                return true;
            }
            at = scene.outer(at.get());
        }
        return false;
    }

    /** The nearest statement before that may be meant. */
    private Optional<Choice> nearest(Said from, Act act, int sentences, Predicate<Said> which, Rule rule) {
        for (int i = from.index() - 1; i >= Math.max(0, from.index() - REACH); i--) {
            Said candidate = scene.said().get(i);
            if (isPossible(from, act, candidate) && which.test(candidate)) {
                Choice choice = choice(from, candidate, rule);
                int reach = rule != Rule.PERSON && candidate.paragraph() != from.paragraph() ? 1 : sentences;
                return choice.sentences() <= reach ? Optional.of(choice) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * {@code stood by her account: "He threw it," she said}: where nothing before is meant, the next statement of whose statement it
     * may be. Only of what the words name without telling what it says.
     */
    private Optional<Choice> ahead(Said from, Act act) {
        Reference reference = act.reference();
        boolean own = act.own() || act.kind() == Kind.REPEATS;
        boolean known = reference.owner() == Owner.KNOWN;
        if (reference.isSpelled() || !own && !known) {
            return Optional.empty();
        }
        for (int i = from.index() + 1; i < Math.min(scene.said().size(), from.index() + AHEAD); i++) {
            Said candidate = scene.said().get(i);
            boolean whose = own || isOwned(candidate, reference.owners());
            if (whose && isPossible(from, act, candidate)) {
                Choice choice = choice(from, candidate, Rule.AHEAD);
                return choice.sentences() <= NEAR ? Optional.of(choice) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A statement that the disputing one reports. */
    private Optional<Choice> inner(Said from) {
        return from.inner().stream().map(scene.said()::get).findFirst().map(it -> choice(from, it, Rule.INNER));
    }

    /** The same, where its words are those that name what is meant: not {@code as "a lie"}. */
    private Optional<Choice> inner(Said from, Act act) {
        Reference reference = act.reference();
        for (int index : from.inner()) {
            Said inner = scene.said().get(index);
            int start = inner.statement().attribution().content().get(0).start();
            boolean names =
                    reference.words().stream().anyMatch(span -> span.start() <= start && start <= span.end() + 1);
            boolean own = act.own() || act.kind() == Kind.REPEATS;
            if (names && (own || !inner.isOfSameSpeaker(from))) {
                return Optional.of(choice(from, inner, Rule.INNER));
            }
        }
        return Optional.empty();
    }

    private Optional<Choice> person(Said from, Act act) {
        Reference reference = act.reference();
        boolean known = reference.owner() == Owner.KNOWN;
        Predicate<Said> whose = it -> known ? isOwned(it, reference.owners()) : it.person();
        Predicate<Said> about = it -> !reference.isSpelled() || shares(reference.stems(), it.stems());
        int reach = known ? NOUN_FAR : reference.isSpelled() ? NOUN_NEAR : PERSON_NEAR;
        return nearest(from, act, reach, whose.and(about), Rule.PERSON);
    }

    private static boolean isOwned(Said said, List<String> owners) {
        return said.speaker()
                .filter(key -> owners.stream().anyMatch(id -> key.equals("speaker " + id)))
                .isPresent();
    }

    private static boolean shares(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }

    private Optional<Choice> named(Said from, Act act) {
        Reference reference = act.reference();
        Optional<Choice> inner = inner(from, act);
        if (inner.isPresent()) {
            return inner;
        }
        return switch (reference.owner()) {
            case OUTLET -> lead(from, act);
            case STRANGER -> Optional.empty();
            case KNOWN -> byNoun(from, act, it -> isOwned(it, reference.owners()));
            case NONE, OWN, OTHER -> byNoun(from, act, it -> true);
        };
    }

    /**
     * By how well a statement fits the noun, and how near it is; what the words say of it must be there. Costs are in sentences: a
     * statement whose cue has the noun's word may stand so many further away than one whose stance merely fits.
     */
    private Optional<Choice> byNoun(Said from, Act act, Predicate<Said> which) {
        Reference reference = act.reference();
        Noun noun = reference.noun().orElseThrow();
        boolean owned = reference.owner() == Owner.KNOWN;
        int far = owned ? Integer.MAX_VALUE : reference.pointing() ? NOUN_NEAR : NOUN_FAR;
        Choice best = null;
        double least = Double.MAX_VALUE;
        for (int i = from.index() - 1; i >= Math.max(0, from.index() - REACH); i--) {
            Said candidate = scene.said().get(i);
            boolean about = !reference.isSpelled()
                    || likeness(reference.stems(), reference, candidate) > 0
                    || owned && shares(reference.stems(), candidate.stems());
            if (!isPossible(from, act, candidate) || !which.test(candidate) || !about) {
                continue;
            }
            Optional<Rule> rule = rule(candidate, noun, owned)
                    .filter(it -> it != Rule.NOUN_NEAR || owned || from.paragraph() - candidate.paragraph() <= 1);
            Choice choice = choice(from, candidate, owned ? Rule.OWNER : rule.orElse(Rule.NOUN_NEAR));
            double cost =
                    cost(candidate, noun) + choice.sentences() + (candidate.paragraph() == from.paragraph() ? 0 : 1);
            boolean near = choice.sentences() <= (rule.equals(Optional.of(Rule.NOUN_NEAR)) && !owned ? NOUN_NEAR : far);
            if (rule.isPresent() && near && cost < least) {
                least = cost;
                best = choice;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Why a statement may be what a noun names; empty where it may not. */
    private Optional<Rule> rule(Said candidate, Noun noun, boolean owned) {
        if (hasWord(candidate, noun)) {
            return Optional.of(Rule.NOUN_WORD);
        }
        if (noun.number()) {
            return candidate.hasNumber() ? Optional.of(Rule.NOUN_STANCE) : Optional.empty();
        }
        Optional<Integer> rank = noun.rank(candidate.stance());
        boolean telling = rank.equals(Optional.of(0)) && candidate.stance() != Stance.SAYS;
        if (telling) {
            return Optional.of(Rule.NOUN_STANCE);
        }
        return rank.isPresent() || owned ? Optional.of(Rule.NOUN_NEAR) : Optional.empty();
    }

    private double cost(Said candidate, Noun noun) {
        if (hasWord(candidate, noun)) {
            return 0;
        }
        return 1 + noun.rank(candidate.stance()).orElse(4) / 2.0;
    }

    private boolean hasWord(Said said, Noun noun) {
        return said.statement().attribution().cue().stream()
                .map(span -> span.of(scene.text()).toLowerCase(Locale.ROOT))
                .anyMatch(cue -> noun.stems().stream().anyMatch(stem -> has(cue, stem)));
    }

    private static boolean has(String cue, String stem) {
        int at = cue.indexOf(stem);
        return at == 0 || at > 0 && !Character.isLetter(cue.charAt(at - 1));
    }

    /** What the outlet's own story states first. */
    private Optional<Choice> lead(Said from, Act act) {
        return scene.said().stream()
                // What a text begins with and nobody in it says is not the outlet's story.
                .filter(it -> !it.statement().attribution().cue().isEmpty())
                .limit(1)
                .filter(it -> it.index() < from.index() && isPossible(from, act, it))
                .findFirst()
                .map(it -> choice(from, it, Rule.LEAD));
    }

    /** The statement that has most of the words of the proposition; of equals the nearest before, then the first behind. */
    private Optional<Choice> spelled(Said from, Act act) {
        Reference reference = act.reference();
        Set<String> wanted = new HashSet<>(reference.stems());
        Said best = null;
        double most = 0;
        int last = Math.min(scene.said().size() - 1, from.index() + AHEAD);
        for (int step = 1; step <= REACH + AHEAD; step++) {
            int i = step <= REACH ? from.index() - step : from.index() + step - REACH;
            if (i < 0 || i > last) {
                continue;
            }
            Said candidate = scene.said().get(i);
            double share = isPossible(from, act, candidate) ? likeness(wanted, reference, candidate) : 0;
            if (share > most) {
                most = share;
                best = candidate;
            }
        }
        return Optional.ofNullable(best).map(it -> choice(from, it, Rule.WORDS));
    }

    private static double likeness(Set<String> wanted, Reference reference, Said candidate) {
        Set<String> both = new HashSet<>(wanted);
        both.retainAll(candidate.stems());
        boolean numbers = wanted.stream().filter(Stems::isNumber).allMatch(candidate.stems()::contains)
                || wanted.stream().noneMatch(Stems::isNumber);
        boolean polarity = reference.negations() % 2 == candidate.negations() % 2;
        boolean enough =
                both.size() >= Math.min(LEAST_WORDS, wanted.size()) && both.size() >= LEAST_SHARE * wanted.size();
        return !both.isEmpty() && numbers && polarity && enough ? (double) both.size() / wanted.size() : 0;
    }

    /** {@code denies that p, but two workers said q}. */
    private Optional<Choice> contrast(Said from, Act act) {
        if (act.kind() != Kind.DENIES && act.kind() != Kind.REJECTS) {
            return Optional.empty();
        }
        int next = from.index() + 1 + from.inner().size();
        if (next >= scene.said().size()) {
            return Optional.empty();
        }
        Said candidate = scene.said().get(next);
        int end = from.statement().attribution().end();
        if (candidate.first() != from.last() || candidate.start() <= end || !isPossible(from, act, candidate)) {
            return Optional.empty();
        }
        String between = scene.text().substring(end, candidate.start()).toLowerCase(Locale.ROOT);
        boolean set =
                WordLists.words(between.replaceAll("[^a-z]+", " ")).stream().anyMatch(Grammar.CONTRASTS::contains);
        return set ? Optional.of(choice(from, candidate, Rule.CONTRAST)) : Optional.empty();
    }

    /** Where a statement does nothing but pass another on, that one is meant. */
    private Choice passedOn(Choice choice) {
        Said target = choice.target();
        if (target.inner().size() != 1) {
            return choice;
        }
        Said inner = scene.said().get(target.inner().get(0));
        int outer = length(target);
        return length(inner) * 2 > outer ? new Choice(inner, choice.rule(), choice.sentences()) : choice;
    }

    private static int length(Said said) {
        return said.statement().attribution().content().stream()
                .mapToInt(span -> span.length())
                .sum();
    }
}
