package io.onrecord.disputes;

import io.onrecord.disputes.Act.How;
import io.onrecord.disputes.Judgements.Verdict;
import io.onrecord.model.Dispute.Kind;
import io.onrecord.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A content that does nothing but judge what has been stated: {@code "That is a lie"}, {@code the claims were baseless}, {@code
 * "Nonsense"}, {@code there was no truth in the report}.
 */
final class Judging {

    /** Words of a sentence that only judges. */
    private static final int LONGEST = 16;

    /** Words between a form of be and the judgement: {@code is simply a shameless, cynical lie}. */
    private static final int BETWEEN = 6;

    /** Subjects, some with their verb, that stand for what was stated, and those that stand for somebody. */
    private static final Set<String> THINGS = Set.of("it", "this", "that", "these", "those", "they");

    private static final Set<String> PEOPLE = Set.of("he", "she", "they");

    private static final Set<String> CONTRACTIONS = Set.of("'s", "'re");

    /** Behind {@code wrong} and {@code right} they make it one of an act. */
    private static final Set<String> OF_ACTS = Set.of("to", "that", "if", "when", "for", "in", "not", "on", "at");

    private static final Set<String> DENYING = Set.of("not", "never", "cannot");

    /** What may be so is not granted. */
    private static final Set<String> SUPPOSING = Set.of("could", "may", "might", "would", "if", "unless", "whether");

    private static final Set<String> FIRST = Set.of("i", "we");

    private static final Set<String> WHOSE = Set.of("my", "our");

    private static final Set<String> FAULTS = Set.of("mistake", "mistakes", "error", "errors", "fault", "failure");

    private static final Set<String> WRONG = Set.of("wrong", "mistaken", "sorry");

    private final Line line;
    private final References references;

    Judging(Line line, References references) {
        this.line = line;
        this.references = references;
    }

    /** What the content of a statement does, if that is all it does. */
    Optional<Act> act(Said said) {
        List<List<Integer>> sentences = sentences();
        // One's own words may be judged in a second sentence, too.
        for (List<Integer> sentence :
                said.inner().isEmpty() ? sentences : sentences.subList(0, Math.min(1, sentences.size()))) {
            Optional<Act> act = plain(sentence)
                    .or(() -> ofSubject(said, sentence))
                    .or(() -> truth(sentence))
                    .or(() -> fault(sentence));
            if (act.isPresent()) {
                return act;
            }
        }
        return Optional.empty();
    }

    /** The first two sentences of the content: words alone. */
    private List<List<Integer>> sentences() {
        List<List<Integer>> sentences = new ArrayList<>();
        List<Integer> current = new ArrayList<>();
        int before = -1;
        for (int index : line.content()) {
            // Where a quotation breaks off for the cue, its sentence is complete.
            if (index != before + 1 && !current.isEmpty()) {
                sentences.add(current);
                current = new ArrayList<>();
            }
            before = index;
            if (line.isWord(index)) {
                current.add(index);
            } else if (line.at(index).equals("?")) {
                // What follows a question of one's own answers that.
                return List.copyOf(sentences);
            } else if (".!;".contains(line.at(index)) && !current.isEmpty()) {
                sentences.add(current);
                current = new ArrayList<>();
            }
        }
        if (!current.isEmpty()) {
            sentences.add(current);
        }
        return sentences.subList(0, Math.min(2, sentences.size()));
    }

    private Optional<Act> act(Verdict verdict, Reference reference) {
        List<Span> evidence = new ArrayList<>();
        boolean judging =
                line.cue().stream().anyMatch(index -> !Verb.of(line.at(index)).isEmpty());
        if (judging) {
            line.cue().stream().filter(line::isWord).forEach(index -> evidence.add(line.span(index)));
        }
        evidence.add(line.span(verdict.first(), verdict.last()));
        evidence.sort(null);
        Kind kind = verdict.against() ? Kind.REJECTS : Kind.SUPPORTS;
        return Optional.of(new Act(kind, How.JUDGEMENT, false, Acts.joined(evidence), reference));
    }

    /** {@code Nonsense}, {@code Fat chance}, {@code Complete rubbish}, {@code Not true}. */
    private Optional<Act> plain(List<Integer> sentence) {
        int at = 0;
        boolean negated = false;
        while (at < sentence.size()
                && (Grammar.FILLERS.contains(line.at(sentence.get(at)))
                        || Grammar.isAdverb(line.at(sentence.get(at)))
                        || line.at(sentence.get(at)).equals("not"))) {
            Optional<Verdict> whole = at == 0 ? alone(sentence, 0) : Optional.empty();
            if (whole.isPresent()) {
                return act(whole.get(), Reference.implicit());
            }
            negated |= line.at(sentence.get(at)).equals("not");
            at++;
        }
        if (at >= sentence.size() || sentence.size() - at > 4) {
            return Optional.empty();
        }
        Optional<Verdict> whole = alone(sentence, at);
        if (whole.isPresent()) {
            return act(whole.get(), Reference.implicit());
        }
        int last = sentence.get(sentence.size() - 1);
        for (int i = at; i < Math.min(at + 3, sentence.size()); i++) {
            Optional<Verdict> verdict = Judgements.at(line, sentence.get(i), false);
            if (verdict.isPresent() && verdict.get().last() == last) {
                Verdict found = verdict.get();
                return act(new Verdict(found.against() != negated, sentence.get(at), last), Reference.implicit());
            }
            String word = line.at(sentence.get(i));
            if (Grammar.FUNCTION.contains(word)
                    && !Set.of("a", "an", "the", "all").contains(word)) {
                break;
            }
        }
        return Optional.empty();
    }

    private Optional<Verdict> alone(List<Integer> sentence, int at) {
        return Judgements.alone(line, sentence.get(at))
                .filter(verdict -> verdict.last() >= sentence.get(sentence.size() - 1));
    }

    /** {@code It is wrong}, {@code he is lying about it}, {@code the report was false}. */
    private Optional<Act> ofSubject(Said said, List<Integer> sentence) {
        int be = be(sentence);
        if (be < 0 || sentence.size() > LONGEST + said.inner().size() * LONGEST) {
            return Optional.empty();
        }
        List<Integer> subject = subject(sentence, be);
        boolean person = subject.size() == 1 && PEOPLE.contains(bare(subject.get(0)));
        boolean thing = subject.size() == 1 && THINGS.contains(bare(subject.get(0)));
        Optional<Reference> named = person || thing ? Optional.empty() : references.read(subject, false);
        boolean somebody = named.isPresent() && named.get().form() == Reference.Form.PERSON;
        Optional<Verdict> verdict = verdict(sentence, be, person || somebody, thing);
        if (verdict.isEmpty()) {
            return Optional.empty();
        }
        if (person || thing) {
            return act(
                    verdict.get(),
                    person && !thing
                            ? references.somebody(subject, behind(sentence, verdict.get()))
                            : references.something(subject));
        }
        if (named.isPresent()) {
            return act(verdict.get(), named.get());
        }
        boolean reports = !said.inner().isEmpty();
        return reports ? act(verdict.get(), Reference.implicit()) : Optional.empty();
    }

    private List<Integer> behind(List<Integer> sentence, Verdict verdict) {
        return sentence.stream().filter(index -> index > verdict.last()).toList();
    }

    /** Index in the sentence of the form of be that a judgement follows; -1 where there is none. */
    private int be(List<Integer> sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            String word = line.at(sentence.get(i));
            String subject = bare(sentence.get(i));
            boolean contracted = i <= 1
                    && CONTRACTIONS.stream().anyMatch(word::endsWith)
                    && (THINGS.contains(subject) || PEOPLE.contains(subject));
            boolean verb = contracted
                    || Grammar.BE.contains(word)
                    || Set.of("lied", "has", "had").contains(word);
            if (verb && verdict(sentence, i, true, true).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    private List<Integer> subject(List<Integer> sentence, int be) {
        int from = 0;
        while (from < be
                && (Grammar.FILLERS.contains(line.at(sentence.get(from)))
                        || line.at(sentence.get(from)).equals("that")
                                && from + 1 < be
                                && !isHelping(line.at(sentence.get(from + 1))))) {
            from++;
        }
        int end = be;
        while (end > from + 1 && isHelping(line.at(sentence.get(end - 1)))) {
            end--;
        }
        return sentence.subList(from, Math.max(from + 1, end));
    }

    /** {@code cannot} in {@code that cannot be right}. */
    private static boolean isHelping(String word) {
        return Grammar.AUXILIARIES.contains(word) || Grammar.isNegation(word);
    }

    private String bare(int index) {
        String word = line.at(index);
        int mark = word.indexOf('\'');
        return mark < 0 ? word : word.substring(0, mark);
    }

    /** The judgement behind a form of be, if hardly anything else stands there. */
    private Optional<Verdict> verdict(List<Integer> sentence, int be, boolean person, boolean thing) {
        boolean negated = line.at(sentence.get(be)).endsWith("n't");
        for (int i = be - 1; i > 0 && isHelping(line.at(sentence.get(i))); i--) {
            String word = line.at(sentence.get(i));
            negated |= word.endsWith("n't") || DENYING.contains(word);
        }
        int start = line.at(sentence.get(be)).equals("lied") ? be : be + 1;
        for (int i = start; i < Math.min(sentence.size(), be + BETWEEN); i++) {
            int index = sentence.get(i);
            Optional<Verdict> verdict = Optional.<Verdict>empty();
            if (person) {
                verdict = Judgements.at(line, index, true);
            }
            if (verdict.isEmpty() && (thing || !person)) {
                verdict = Judgements.at(line, index, false);
            }
            if (verdict.isPresent()) {
                boolean ofAct = OF_ACTS.contains(line.at(verdict.get().last() + 1)) && isWeak(line.at(index));
                Verdict found = verdict.get();
                return ofAct
                        ? Optional.empty()
                        : Optional.of(new Verdict(found.against() != negated, found.first(), found.last()));
            }
            negated |= Grammar.isNegation(line.at(index));
        }
        return Optional.empty();
    }

    /** Words that judge acts as well: {@code it was wrong to go}. */
    private static boolean isWeak(String word) {
        return Set.of(
                        "wrong",
                        "right",
                        "mistaken",
                        "fair",
                        "unfair",
                        "correct",
                        "justified",
                        "absurd",
                        "ridiculous",
                        "ludicrous",
                        "nonsense",
                        "true",
                        "false")
                .contains(word);
    }

    /** {@code I was wrong}, {@code we got that wrong}, {@code that is our mistake}, {@code we are sorry}. */
    private Optional<Act> fault(List<Integer> sentence) {
        boolean own = false;
        boolean negated = false;
        for (int index : sentence) {
            String word = line.at(index);
            boolean fault = FAULTS.contains(word) && WHOSE.contains(line.at(index - 1))
                    || own && WRONG.contains(word) && !OF_ACTS.contains(line.at(index + 1));
            if (fault && !negated) {
                Span shown = line.span(WHOSE.contains(line.at(index - 1)) ? index - 1 : index, index);
                return Optional.of(new Act(Kind.CONCEDES, How.JUDGEMENT, false, List.of(shown), Reference.implicit()));
            }
            own |= FIRST.contains(bare(index));
            negated |= Grammar.isNegation(word) || SUPPOSING.contains(word);
        }
        return Optional.empty();
    }

    /** {@code There is no truth in the report}, {@code the claims had no basis}. */
    private Optional<Act> truth(List<Integer> sentence) {
        if (sentence.size() < 4
                || sentence.size() > LONGEST
                || !line.at(sentence.get(0)).equals("there")) {
            return Optional.empty();
        }
        for (int i = 1; i < Math.min(5, sentence.size()); i++) {
            Optional<Verdict> verdict = Judgements.at(line, sentence.get(i), false);
            if (verdict.isPresent() && verdict.get().first() < verdict.get().last()) {
                Optional<Reference> reference = references.read(behind(sentence, verdict.get()), false);
                if (reference.isPresent()) {
                    return act(verdict.get(), reference.get());
                }
            }
        }
        return Optional.empty();
    }
}
