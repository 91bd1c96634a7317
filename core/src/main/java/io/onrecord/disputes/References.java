package io.onrecord.disputes;

import io.onrecord.disputes.Reference.Form;
import io.onrecord.disputes.Reference.Owner;
import io.onrecord.model.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads with which words a statement names another: a pronoun, a person, a noun with its owner, or the proposition itself. */
final class References {

    /** Words before a noun that may belong to it. */
    private static final int NOUN_WITHIN = 8;

    /** Words of a name or of a description that stands alone. */
    private static final int NAME = 6;

    private static final Set<String> BY = Set.of("by", "from", "of");

    /** Between a noun and what it says. */
    private static final Set<String> THAT = Set.of("that", "of", "about", "for", "to");

    private static final Set<String> OPENING = Set.of("\"", "“", "‘", "«", "'", "`", "„");

    private final Line line;
    private final Owners owners;

    References(Line line, Owners owners) {
        this.line = line;
        this.owners = owners;
    }

    /**
     * What some words refer to.
     *
     * @param object indexes of the words, in order
     * @param clause whether words that name nothing are themselves the proposition
     */
    Optional<Reference> read(List<Integer> object, boolean clause) {
        int at = 0;
        while (at < object.size() && isSkipped(object, at)) {
            at++;
        }
        if (at == object.size()) {
            return Optional.empty();
        }
        List<Integer> rest = object.subList(at, object.size());
        boolean that = object.subList(0, at).stream().map(line::at).anyMatch("that"::equals);
        if (that && clause) {
            return Optional.of(spell(rest));
        }
        Optional<Reference> found =
                thing(rest).or(() -> pronoun(rest)).or(() -> named(rest)).or(() -> person(rest));
        return found.isPresent() || !clause ? found : Optional.of(spell(rest));
    }

    /** Before what is named: {@code agreed with}, {@code flatly}, an opening mark. */
    private boolean isSkipped(List<Integer> object, int at) {
        String word = word(object, at);
        return !line.isWord(object.get(at))
                || Grammar.isAdverb(word)
                || Grammar.FILLERS.contains(word)
                || Grammar.PREPOSITIONS.contains(word)
                || word.equals("that") && isConjunction(object, at)
                || word.equals("both") && word(object, at + 1).equals("of");
    }

    /** Whether {@code that} begins a clause: a mark, another determiner, or words with no noun of their own follow. */
    private boolean isConjunction(List<Integer> object, int at) {
        if (at + 1 < object.size() && OPENING.contains(line.at(object.get(at + 1)))) {
            return true;
        }
        if (!isWord(object, at + 1) || endsAt(object, at + 1)) {
            return false;
        }
        return Grammar.DETERMINERS.contains(word(object, at + 1)) || !isNounBehind(object, at + 1);
    }

    private boolean isWord(List<Integer> object, int at) {
        return at < object.size() && line.isWord(object.get(at));
    }

    private String word(List<Integer> object, int at) {
        return at < 0 || at >= object.size() ? "" : line.at(object.get(at));
    }

    /** Whether an object is complete before a word: a mark, a time, {@code as}. */
    private boolean endsAt(List<Integer> object, int at) {
        String word = word(object, at);
        return word.isEmpty()
                || !line.isWord(object.get(at))
                || Grammar.WHEN.contains(word)
                || Grammar.isAdverb(word)
                || word.equals("as")
                || word.equals("off")
                || word.equals("out")
                || word.equals("aside")
                || word.equals("to")
                || word.equals("with")
                || Grammar.CONTRASTS.contains(word)
                || word.equals("and");
    }

    /** {@code it}, {@code this}, {@code that}, {@code so}. */
    private Optional<Reference> thing(List<Integer> object) {
        boolean stands =
                Grammar.THINGS.contains(word(object, 0)) || word(object, 0).equals("which");
        return stands && endsAt(object, 1)
                ? Optional.of(
                        made(Form.THING, Optional.empty(), Owner.NONE, List.of(), object.subList(0, 1), List.of()))
                : Optional.empty();
    }

    /** {@code him}, {@code them}, but not {@code her claim}. */
    private Optional<Reference> pronoun(List<Integer> object) {
        return Grammar.PERSONS.contains(word(object, 0)) && endsAt(object, 1)
                ? Optional.of(
                        made(Form.PERSON, Optional.empty(), Owner.OTHER, List.of(), object.subList(0, 1), List.of()))
                : Optional.empty();
    }

    private boolean isNounBehind(List<Integer> object, int at) {
        return nounAt(object.subList(at, object.size())) >= 0;
    }

    /** Where the noun is that a noun phrase is about; -1 where there is none, or a clause begins before. */
    private int nounAt(List<Integer> object) {
        int last = -1;
        for (int i = 0; i < Math.min(object.size(), NOUN_WITHIN); i++) {
            String word = word(object, i);
            boolean possessive = word.endsWith("'s") || word.equals("'") || word.equals("’");
            boolean stops = !line.isWord(object.get(i)) && !possessive
                    || Grammar.CLAUSES.contains(word) && !(i == 0 && word.equals("that"))
                    || Grammar.AUXILIARIES.contains(word)
                    || Grammar.PREPOSITIONS.contains(word)
                    || Grammar.PERSONS.contains(word) && !Grammar.POSSESSIVES.contains(word)
                    || Set.of("he", "she", "it", "they", "we", "i", "you").contains(word);
            if (stops) {
                return last;
            }
            if (Noun.of(word).isPresent() && !isModifier(object, i)) {
                last = i;
            }
        }
        return last;
    }

    /** {@code news} in {@code the news agency} is no noun of its own; {@code report} in {@code the report claims} is. */
    private boolean isModifier(List<Integer> object, int at) {
        String word = word(object, at);
        boolean capital = line.isCapital(object.get(at)) && at > 0;
        return capital || word.endsWith("'s");
    }

    /** {@code the accusation}, {@code Ms Ito's claims}, {@code reports of six dead}, {@code the suggestion that p}. */
    private Optional<Reference> named(List<Integer> object) {
        int at = nounAt(object);
        if (at < 0) {
            return Optional.empty();
        }
        Noun noun = Noun.of(word(object, at)).orElseThrow();
        Possessor before = before(object.subList(0, at));
        int end = at + 1;
        if (Grammar.AUXILIARIES.contains(word(object, end))) {
            return Optional.empty();
        }
        Possessor whose = before;
        if (before.owner() == Owner.NONE && BY.contains(word(object, end))) {
            Optional<Possessor> behind = behind(object.subList(end + 1, object.size()));
            if (behind.isPresent()) {
                whose = behind.get();
                end = Math.min(object.size(), end + 1 + behind.get().length());
            }
        }
        int tail = end;
        boolean puts = THAT.contains(word(object, end));
        int stop = puts ? tailEnd(object, end) : end;
        List<Integer> said = puts ? object.subList(tail, stop) : List.of();
        Reference named =
                made(Form.NAMED, Optional.of(noun), whose.owner(), whose.known(), object.subList(0, end), said);
        return Optional.of(Grammar.THINGS.contains(word(object, 0)) ? named.pointed() : named);
    }

    /** Where the words end that tell what a noun says: at {@code as}, at a quotation, at a contrast. */
    private int tailEnd(List<Integer> object, int from) {
        int at = from + 1;
        while (at < object.size()) {
            String word = word(object, at);
            if (word.equals("as") || "\"“‘«".contains(word) && at > from + 1 || Grammar.CONTRASTS.contains(word)) {
                break;
            }
            at++;
        }
        return at;
    }

    /**
     * Whose.
     *
     * @param length how many words name them
     */
    record Possessor(Owner owner, List<String> known, int length) {
        static final Possessor NONE = new Possessor(Owner.NONE, List.of(), 0);
    }

    /** Before a noun: {@code Ms Ito's}, {@code his}, {@code our}, {@code the ministers'}, {@code the Velian}. */
    private Possessor before(List<Integer> object) {
        for (int i = object.size() - 1; i >= 0; i--) {
            String word = word(object, i);
            if (Set.of("our", "my").contains(word)) {
                return new Possessor(Owner.OUTLET, List.of(), 1);
            }
            if (Grammar.POSSESSIVES.contains(word)) {
                return new Possessor(Owner.OTHER, List.of(), 1);
            }
            boolean mark = word.equals("'") || word.equals("’");
            if (word.endsWith("'s") || mark && i > 0) {
                List<String> names = new ArrayList<>();
                for (int j = 0; j <= i; j++) {
                    String name = word(object, j);
                    names.add(name.endsWith("'s") ? name.substring(0, name.length() - 2) : name);
                }
                if (names.contains("newspaper") && word(object, 0).equals("this")) {
                    return new Possessor(Owner.OUTLET, List.of(), i);
                }
                return possessor(names, i + 1);
            }
        }
        return adjective(object);
    }

    /** {@code the Velian account}: of whoever is called like that. */
    private Possessor adjective(List<Integer> object) {
        for (int index : object) {
            if (line.isCapital(index) && !Grammar.FUNCTION.contains(line.at(index))) {
                return possessor(List.of(line.at(index)), 1);
            }
        }
        return Possessor.NONE;
    }

    private Possessor possessor(List<String> names, int length) {
        List<String> known = owners.called(names);
        return new Possessor(known.isEmpty() ? Owner.STRANGER : Owner.KNOWN, known, length);
    }

    /** Behind {@code by} or {@code of}: a name that a speaker has. */
    private Optional<Possessor> behind(List<Integer> object) {
        int end = nameEnd(object);
        if (end == 0) {
            return Optional.empty();
        }
        List<String> known = owners.called(words(object.subList(0, end)));
        return known.isEmpty() ? Optional.empty() : Optional.of(new Possessor(Owner.KNOWN, known, end));
    }

    /** How many words belong to a name or to the description of somebody. */
    private int nameEnd(List<Integer> object) {
        int end = 0;
        while (end < Math.min(object.size(), NAME) && isWord(object, end)) {
            String word = word(object, end);
            boolean stops = Grammar.CLAUSES.contains(word)
                    || Grammar.PREPOSITIONS.contains(word) && !word.equals("of")
                    || Grammar.AUXILIARIES.contains(word);
            if (stops) {
                break;
            }
            end++;
        }
        return end;
    }

    private List<String> words(List<Integer> object) {
        return object.stream().map(line::at).toList();
    }

    /** Somebody alone: {@code contradicted Mr Ito}, {@code agreed with the union}. */
    private Optional<Reference> person(List<Integer> object) {
        int end = nameEnd(object);
        if (end == 0 || !endsAt(object, end)) {
            return Optional.empty();
        }
        boolean both = word(object, 0).equals("both");
        List<String> known = owners.called(words(object.subList(both ? 1 : 0, end)));
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        made(Form.PERSON, Optional.empty(), Owner.KNOWN, known, object.subList(0, end), List.of()));
    }

    /** A pronoun that stands for what was stated. */
    Reference something(List<Integer> words) {
        return made(Form.THING, Optional.empty(), Owner.NONE, List.of(), words, List.of());
    }

    /**
     * A pronoun that stands for somebody.
     *
     * @param matter words that tell what it is about
     */
    Reference somebody(List<Integer> words, List<Integer> matter) {
        return made(Form.PERSON, Optional.empty(), Owner.OTHER, List.of(), words, matter);
    }

    /** What somebody pleads to. */
    Reference charge(List<Integer> words) {
        return made(Form.NAMED, Noun.of("charge"), Owner.NONE, List.of(), words, List.of());
    }

    /** Words that are the proposition themselves. */
    Reference spell(List<Integer> words) {
        return made(Form.SPELLED, Optional.empty(), Owner.NONE, List.of(), words, words);
    }

    private Reference made(
            Form form,
            Optional<Noun> noun,
            Owner owner,
            List<String> known,
            List<Integer> words,
            List<Integer> proposition) {
        Set<String> stems = new LinkedHashSet<>();
        int negations = 0;
        for (int index : proposition) {
            String word = line.at(index);
            negations += Grammar.isNegation(word) ? 1 : 0;
            if (line.isWord(index) && !Grammar.FUNCTION.contains(word) && !Grammar.isNegation(word)) {
                stems.add(Stems.of(word));
            }
        }
        Set<Integer> all = new TreeSet<>(words);
        all.addAll(proposition);
        int end = all.stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
        return new Reference(form, noun, owner, known, stems, negations, spans(List.copyOf(all)), end, false);
    }

    /** The places of some words, next ones joined. */
    private List<Span> spans(List<Integer> indexes) {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= indexes.size(); i++) {
            if (i == indexes.size() || indexes.get(i) != indexes.get(i - 1) + 1) {
                spans.add(line.span(indexes.get(from), indexes.get(i - 1)));
                from = i;
            }
        }
        return spans;
    }
}
