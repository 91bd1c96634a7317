package io.onrecord.disputes;

import io.onrecord.disputes.Act.How;
import io.onrecord.disputes.Judgements.Verdict;
import io.onrecord.disputes.Reference.Form;
import io.onrecord.model.Dispute.Kind;
import io.onrecord.model.Span;
import io.onrecord.model.Stance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what a statement does with what has been stated: from its cue, from what it calls it, from a content that only judges. */
final class Acts {

    /** Words behind a verb within which what must follow it begins. */
    private static final int PARTICLE_WITHIN = 4;

    /** Words of a content that says no more than that it is otherwise. */
    private static final int OTHERWISE_WITHIN = 4;

    /** Stances of cues whose content may judge. */
    private static final Set<Stance> PLAIN = Set.of(
            Stance.SAYS, Stance.CLAIMS, Stance.BELIEVES, Stance.REJECTS, Stance.DENIES, Stance.ACCUSES, Stance.LABELS);

    /** Stances for which {@code again} means that it has been stated before. */
    private static final Set<Stance> REPEATABLE =
            Set.of(Stance.SAYS, Stance.CLAIMS, Stance.DEMANDS, Stance.WARNS, Stance.PROMISES, Stance.ACCUSES);

    /** Verbs whose quotation is what the source answers, not what it means. */
    private static final Set<String> ANSWERS =
            Set.of("agree", "agrees", "agreed", "concur", "concurs", "concurred", "echo", "echoes", "echoed");

    private final String text;
    private final Owners owners;

    Acts(String text, Owners owners) {
        this.text = text;
        this.owners = owners;
    }

    /** What a statement does; empty where it just states something. */
    Optional<Act> of(Said said) {
        Line line = new Line(text, said.statement().attribution());
        if (said.isHypothetical() && !wouldHaveNone(line) || said.stance() == Stance.ASKS) {
            return Optional.empty();
        }
        References references = new References(line, owners);
        Optional<Act> act = ofCue(said, line, references);
        if (act.isEmpty() && said.stance() == Stance.LABELS && !said.isNegated()) {
            act = ofLabel(line, references);
        }
        boolean judges = act.isEmpty() || act.get().reference().form() == Form.IMPLICIT;
        if (judges && PLAIN.contains(said.stance()) && !said.isNegated()) {
            act = new Judging(line, references).act(said).or(() -> ofCue(said, line, references));
        }
        if (act.isEmpty() && !said.isNegated()) {
            act = otherwise(line);
        }
        return act.isPresent() ? act : again(said, line);
    }

    /** {@code would have none of it}: no wish, but a refusal. */
    private static boolean wouldHaveNone(Line line) {
        return line.cue().stream().anyMatch(index -> line.has(index, List.of("have", "none")));
    }

    /** {@code said otherwise}, {@code told a different story}, {@code remembers it differently}. */
    private static Optional<Act> otherwise(Line line) {
        List<Integer> words = new ArrayList<>(line.cue());
        words.addAll(line.content().stream().limit(OTHERWISE_WITHIN).toList());
        words.sort(Integer::compare);
        for (int index : words) {
            int noun = Grammar.OTHERS.contains(line.at(index)) ? index + 1 : -1;
            boolean named = noun > 0 && Grammar.TELLINGS.contains(line.at(noun));
            boolean adverb = Grammar.OTHERWISE.contains(line.at(index))
                    && line.content().stream().filter(line::isWord).count() <= OTHERWISE_WITHIN;
            if (named || adverb) {
                boolean article = named && Set.of("a", "an", "quite", "very").contains(line.at(index - 1));
                Span shown = line.span(article ? index - 1 : index, named ? noun : index);
                return Optional.of(new Act(Kind.REJECTS, How.CUE, false, List.of(shown), Reference.implicit()));
            }
        }
        return Optional.empty();
    }

    /** A verb with the words that must follow it. */
    private record Found(Verb verb, int index, Set<Integer> phrase) {}

    private Optional<Act> ofCue(Said said, Line line, References references) {
        for (int index : line.cue()) {
            Optional<Found> found = found(line, index, said.isNegated());
            if (found.isPresent()) {
                return act(line, references, found.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> found(Line line, int index, boolean negated) {
        for (Verb verb : Verb.of(line.at(index))) {
            // "have none of", "plead not guilty": what negates is the verb's own.
            boolean negates = verb.phrases().stream().flatMap(List::stream).anyMatch(Grammar::isNegation);
            if (verb.negated() != negated && !negates) {
                continue;
            }
            Optional<Set<Integer>> phrase = phrase(line, index, verb);
            boolean unless = verb.unless().stream().anyMatch(words -> line.has(index + 1, words));
            if (phrase.isPresent() && !unless) {
                return Optional.of(new Found(verb, index, phrase.get()));
            }
        }
        return Optional.empty();
    }

    /** Where what must follow a verb stands: right behind it, or behind a short object ({@code ruled this out}). */
    private static Optional<Set<Integer>> phrase(Line line, int index, Verb verb) {
        if (verb.phrases().isEmpty()) {
            return Optional.of(Set.of());
        }
        for (List<String> words : verb.phrases()) {
            for (int start = index + 1; start <= index + PARTICLE_WITHIN && line.isWord(start); start++) {
                if (line.has(start, words)) {
                    Set<Integer> phrase = new TreeSet<>();
                    // "decried the claim": what must follow is the object itself.
                    boolean named = Noun.of(words.get(words.size() - 1)).isPresent();
                    for (int i = 0; i < words.size(); i++) {
                        boolean object = named
                                || Grammar.THINGS.contains(words.get(i))
                                || Grammar.PERSONS.contains(words.get(i));
                        if (!object) {
                            phrase.add(start + i);
                        }
                    }
                    return Optional.of(phrase);
                }
                boolean clause = Grammar.CLAUSES.contains(line.at(start))
                        && !line.at(start).equals("that");
                boolean far = start > index + 1 && words.size() > 1 && Grammar.FUNCTION.contains(words.get(0));
                if (clause || far) {
                    break;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Act> act(Line line, References references, Found found) {
        List<Integer> object = object(line, found);
        boolean before = !line.content().isEmpty() && line.content().get(0) < found.index();
        boolean passive = line.at(found.index() + 1).equals("by")
                || line.at(found.index() + 2).equals("by");
        boolean quoted = !object.isEmpty() && isMark(line, object.get(0));
        boolean clause = isClause(line, object, found.verb().kind());
        Optional<Reference> reference =
                quoted ? Optional.empty() : references.read(object, clause && (!before || passive));
        if (found.verb().phrases().contains(List.of("not", "guilty"))) {
            reference = Optional.of(references.charge(object));
        }
        if (reference.isEmpty()) {
            boolean implicit = quoted || before && !passive;
            if (!implicit) {
                return Optional.empty();
            }
            boolean answers = found.verb().kind() == Kind.DENIES
                    || found.verb().kind() == Kind.REJECTS
                    || ANSWERS.contains(line.at(found.index()));
            reference = Optional.of(answers ? Reference.implicit() : references.spell(line.content()));
        }
        if (found.verb().kind() == Kind.REPEATS && reference.get().form() == Form.PERSON) {
            return Optional.empty();
        }
        List<Span> evidence = new ArrayList<>();
        cueWords(line, found, evidence);
        evidence.addAll(label(line, reference.get(), object));
        return Optional.of(
                new Act(found.verb().kind(), How.CUE, found.verb().own(), joined(evidence), reference.get()));
    }

    /** The words that a verb is about: those of the cue behind it, then the content. */
    private static List<Integer> object(Line line, Found found) {
        List<Integer> object = new ArrayList<>();
        for (int index : line.cue()) {
            if (index > found.index() && !found.phrase().contains(index) && line.isWord(index)) {
                object.add(index);
            }
        }
        for (int index : line.content()) {
            if (!found.phrase().contains(index)) {
                object.add(index);
            }
        }
        object.sort(Integer::compare);
        return object;
    }

    private static boolean isMark(Line line, int index) {
        return "\"“‘«'`„".contains(line.at(index));
    }

    /** Whether an object puts a proposition: what is denied, admitted or confirmed always does, else a clause. */
    private static boolean isClause(Line line, List<Integer> object, Kind kind) {
        if (kind == Kind.DENIES || kind == Kind.CONCEDES || kind == Kind.SUPPORTS && isShown(line)) {
            return true;
        }
        if (object.isEmpty()) {
            return false;
        }
        String first = line.at(object.get(0));
        if (first.equals("that") || first.length() > 4 && first.endsWith("ing")) {
            return true;
        }
        return object.stream().limit(12).anyMatch(index -> Grammar.AUXILIARIES.contains(line.at(index)));
    }

    /** Verbs whose object is what they show to be so, even if it is a mere noun: {@code confirmed the arrests}. */
    private static boolean isShown(Line line) {
        return line.cue().stream()
                .map(line::at)
                .anyMatch(
                        word -> word.startsWith("confirm") || word.startsWith("corrobor") || word.startsWith("verif"));
    }

    /** The cue's own words from its first to the verb, and what must follow it. */
    private static void cueWords(Line line, Found found, List<Span> evidence) {
        List<Integer> shown = new ArrayList<>();
        for (int index : line.cue()) {
            if (line.isWord(index)) {
                shown.add(index);
            }
        }
        for (int index : found.phrase()) {
            if (!shown.contains(index)) {
                shown.add(index);
            }
        }
        shown.stream().sorted().forEach(index -> evidence.add(line.span(index)));
    }

    /** {@code as "a lie"}: what judges in the words behind a reference. */
    private static List<Span> label(Line line, Reference reference, List<Integer> object) {
        List<Integer> rest =
                object.stream().filter(index -> index >= reference.end()).toList();
        if (rest.isEmpty() || !line.at(rest.get(0)).equals("as")) {
            return List.of();
        }
        return List.of(line.span(rest.get(0), last(rest)));
    }

    private static int last(List<Integer> indexes) {
        return indexes.get(indexes.size() - 1);
    }

    /** Spans in order, next ones joined. */
    static List<Span> joined(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(null);
        List<Span> joined = new ArrayList<>();
        for (Span span : sorted) {
            Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && span.start() <= last.end() + 1) {
                joined.set(joined.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    /** {@code called the report "absurd"}. */
    private static Optional<Act> ofLabel(Line line, References references) {
        Optional<Reference> reference = references.read(line.content(), false);
        if (reference.isEmpty() || reference.get().form() == Form.PERSON) {
            return Optional.empty();
        }
        List<Integer> label = line.content().stream()
                .filter(index -> index >= reference.get().end())
                .toList();
        Optional<Verdict> verdict = Judgements.in(line, label);
        if (verdict.isEmpty() || label.isEmpty()) {
            return Optional.empty();
        }
        List<Span> evidence = new ArrayList<>();
        line.cue().stream().filter(line::isWord).forEach(index -> evidence.add(line.span(index)));
        evidence.add(line.span(label.get(0), last(label)));
        return Optional.of(new Act(
                verdict.get().against() ? Kind.REJECTS : Kind.SUPPORTS,
                How.LABEL,
                false,
                joined(evidence),
                reference.get()));
    }

    /** {@code insisted again that p}. */
    private static Optional<Act> again(Said said, Line line) {
        if (said.isNegated()
                || !REPEATABLE.contains(said.stance())
                || line.cue().isEmpty()) {
            return Optional.empty();
        }
        int last = line.cue().get(line.cue().size() - 1);
        for (int index = line.cue().get(0) - 1; index <= last + 2; index++) {
            boolean more =
                    line.at(index).equals("once") && Set.of("more", "again").contains(line.at(index + 1));
            boolean free = !line.content().contains(index) && !line.isSource(index);
            boolean still = line.at(index).equals("still") && index <= last;
            if (free && (more || still || line.at(index).equals("again"))) {
                List<Span> evidence = new ArrayList<>();
                line.cue().stream().filter(line::isWord).forEach(i -> evidence.add(line.span(i)));
                evidence.add(more ? line.span(index, index + 1) : line.span(index));
                Reference reference = new References(line, new Owners(List.of())).spell(line.content());
                return Optional.of(new Act(Kind.REPEATS, How.AGAIN, true, joined(evidence), reference));
            }
        }
        return Optional.empty();
    }
}
