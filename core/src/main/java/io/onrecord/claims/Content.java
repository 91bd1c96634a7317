package io.onrecord.claims;

import io.onrecord.model.Form;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Stance;
import io.onrecord.text.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the words of a content: to terms, and to a sentence that can be read by itself. For one content. */
final class Content {

    /** Words beyond are not read; a content of ten thousand words puts no single proposition. */
    private static final int MOST_WORDS = 400;

    private static final int DAYS_A_WEEK = 7;

    private static final Set<String> GENITIVES = Set.of("my", "our", "mine", "ours", "his", "her", "its", "their");

    private static final Set<String> AND = Set.of("and", "but", "or", "nor");

    /** Their verbs have another form than those of a name. */
    private static final Set<String> SUBJECTS = Set.of("i", "we", "they");
    /** Words before {@code that} which may name what follows. */
    private static final int LONGEST_NAME = 12;

    /** Words behind a number of which one may be what is counted. */
    private static final int COUNTED_WITHIN = 3;

    private final String text;
    private final Setting setting;
    private final Optional<Speaker> speaker;
    private final boolean quoted;
    private final List<Term> terms = new ArrayList<>();
    private final StringBuilder sentence = new StringBuilder();
    private int read;
    private Mood mood;
    private boolean personBefore;
    private boolean subordinate;
    private int negating = -1;
    /** Which word of the span that is read is to be written otherwise, since a name stands before it. */
    private Optional<Agreement.Verb> agreeing = Optional.empty();

    private String last = "";

    Content(String text, Setting setting, Optional<Speaker> speaker, Form form, Stance stance) {
        this.text = text;
        this.setting = setting;
        this.speaker = speaker;
        this.quoted = form == Form.DIRECT;
        this.mood = switch (stance) {
            case DEMANDS -> Mood.SHOULD;
            case PROMISES, PREDICTS -> Mood.WILL;
            default -> Mood.IS;
        };
    }

    List<Term> terms() {
        return terms;
    }

    String sentence() {
        return sentence.toString();
    }

    Mood mood() {
        return mood;
    }

    void read(Span span) {
        subordinate = false;
        agreeing = Optional.empty();
        Words words = Words.of(text, span);
        int i = sentence.isEmpty() ? named(words) : 0;
        while (i < words.size() && read < MOST_WORDS) {
            int end = step(words, i);
            read += end - i;
            i = end;
        }
    }

    /** Where the proposition begins: behind {@code that}, or behind {@code Ms Ito's claim that}, which only names it. */
    private static int named(Words words) {
        if (words.at(0).equals("that")) {
            return 1;
        }
        for (int i = 1; i < Math.min(words.size(), LONGEST_NAME); i++) {
            String noun = words.at(i - 1);
            boolean saying = Lexis.SAYINGS.contains(noun)
                    || noun.endsWith("s") && Lexis.SAYINGS.contains(noun.substring(0, noun.length() - 1));
            if (words.at(i).equals("that") && saying) {
                return i + 1;
            }
            boolean clause = !words.isWord(i) && !".'\u2019".contains(words.at(i))
                    || words.at(i).equals("that")
                    || Lexis.SUBORDINATE.contains(words.at(i));
            if (clause) {
                return 0;
            }
        }
        return 0;
    }

    /** Reads what begins at a word, and tells where it ends. */
    private int step(Words words, int i) {
        if (!words.isWord(i)) {
            if (",.;:?!–-%$€£".contains(words.at(i))) {
                boolean apart = i > 0 && words.span(i - 1).end() < words.span(i).start();
                sentence.append(apart && !sentence.isEmpty() ? " " : "").append(words.at(i));
            }
            if (".;:?!".contains(words.at(i))) {
                negating = -1;
                subordinate = false;
            }
            return i + 1;
        }
        String word = words.at(i);
        int date = date(words, i);
        if (date > i) {
            return write(words, i, date);
        }
        Numeral number = Numeral.at(words, i);
        if (number != null && !isPlainOne(words, number)) {
            terms.add(new Term(
                    Term.Kind.NUMBER,
                    number.plain(),
                    countedOrBefore(words, number),
                    Optional.of(words.span(number.first(), number.end() - 1))));
            return write(words, i, number.written(words));
        }
        if (Lexis.SHOULD.contains(word)) {
            mood = Mood.SHOULD;
        } else if (Lexis.MAY.contains(word) && mood != Mood.SHOULD) {
            mood = Mood.MAY;
        } else if (Lexis.WILL.contains(word) && mood == Mood.IS) {
            mood = Mood.WILL;
        }
        if (pronoun(words, i)) {
            return i + 1;
        }
        term(words, i, word);
        return write(words, i, i + 1);
    }

    private void term(Words words, int i, String word) {
        Optional<Span> span = Optional.of(words.span(i));
        String bare = Setting.bare(word);
        subordinate = opensClause(words, i) || subordinate && !words.at(i - 1).equals(";");
        if (Lexis.NEGATIONS.contains(word) || word.endsWith("n't")) {
            boolean opens = i == 0 || !words.isWord(i - 1) || AND.contains(words.at(i - 1));
            addNegation(word, span, opens);
        } else if (words.isCapital(i) && setting.isName(bare)) {
            terms.add(new Term(Term.Kind.NAME, bare, "", span));
            personBefore = true;
        } else if (Lexis.HEDGES.contains(word)) {
            terms.add(new Term(Term.Kind.HEDGE, word, "", span));
        } else if (negating >= 0 && (word.equals("one") || word.equals("single"))) {
            return;
        } else if (!Lexis.FUNCTION.contains(word)) {
            boolean definite = isDefinite(words.at(i - 1)) || isDefinite(words.at(i - 2));
            String holder = definite ? setting.holder(bare) : "";
            if (!holder.isEmpty()) {
                terms.add(new Term(Term.Kind.NAME, holder, "", span));
                personBefore = true;
            } else {
                String stem = Stems.of(word);
                if (negating >= 0) {
                    terms.set(negating, of(terms.get(negating), stem));
                    negating = -1;
                }
                terms.add(new Term(Term.Kind.WORD, stem, "", span));
            }
        }
    }

    /**
     * What is negated is the next word, or for {@code nothing} behind a verb that verb.
     *
     * @param opens whether a clause begins with the word, so that no verb stands before it
     */
    private void addNegation(String word, Optional<Span> span, boolean opens) {
        if (subordinate) {
            terms.add(new Term(Term.Kind.WORD, word, "", span));
            return;
        }
        Optional<Term> verb = Optional.<Term>empty();
        if (Lexis.NEGATIVE_OBJECTS.contains(word) && !opens && !terms.isEmpty()) {
            verb = Optional.of(terms.get(terms.size() - 1)).filter(term -> term.kind() == Term.Kind.WORD);
        }
        if (verb.isEmpty()) {
            negating = terms.size();
        }
        terms.add(new Term(Term.Kind.NEGATION, word, verb.map(Term::value).orElse(""), span));
    }

    private static Term of(Term term, String stem) {
        return new Term(term.kind(), term.value(), stem, term.span());
    }

    /** {@code which}, {@code although}, and {@code that} behind a noun: what follows is said by the way. */
    private static boolean opensClause(Words words, int i) {
        String word = words.at(i);
        return i > 1
                && (Lexis.SUBORDINATE.contains(word)
                        || word.equals("that") && words.isWord(i - 1) && !Lexis.FUNCTION.contains(words.at(i - 1)));
    }

    private static boolean isDefinite(String word) {
        return word.equals("the")
                || word.equals("her")
                || word.equals("his")
                || word.equals("its")
                || word.equals("their");
    }

    /** {@code one of them}, {@code no one}: not a count. */
    private static boolean isPlainOne(Words words, Numeral number) {
        return number.value() == 1
                && number.end() == number.first() + 1
                && words.at(number.first()).equals("one")
                && !Lexis.COUNTED_ONE.contains(words.at(number.end()));
    }

    /** What is counted; where that is not said ({@code Eleven.}, {@code the three}), what was counted last. */
    private String countedOrBefore(Words words, Numeral number) {
        String counted = counted(words, number);
        if (counted.isEmpty()) {
            counted = countedIn(words, number);
        }
        if (counted.isEmpty()) {
            return last.isEmpty()
                    ? setting.countedBefore(words.span(number.first()).start())
                    : last;
        }
        last = counted;
        return counted;
    }

    /** {@code the number of boats was four}, {@code of the patients nine}: the last plural of the sentence before. */
    private static String countedIn(Words words, Numeral number) {
        for (int i = number.first() - 1; i >= 0 && !".;:?!".contains(words.at(i)); i--) {
            if (words.isWord(i) && isPlural(words.at(i)) && !Lexis.FUNCTION.contains(words.at(i))) {
                return Stems.of(words.at(i));
            }
        }
        return "";
    }

    /** The stem of what is counted: the first noun-like word behind the number. */
    static String counted(Words words, Numeral number) {
        if (!number.unit().isEmpty()) {
            return Stems.of(number.unit());
        }
        String before = words.at(number.first() - 1);
        if (before.equals("$") || before.equals("€") || before.equals("£")) {
            return before;
        }
        String first = "";
        int start = number.end();
        // "three of her patients" are patients.
        while (words.at(number.end()).equals("of") && words.isWord(start) && Lexis.FUNCTION.contains(words.at(start))) {
            start++;
        }
        boolean cent = words.at(start).equals("per") && words.at(start + 1).equals("cent");
        if (cent || words.at(start).equals("percent")) {
            return "%";
        }
        int last = Math.min(words.size(), start + COUNTED_WITHIN);
        for (int i = start; i < last; i++) {
            if (!words.isWord(i)) {
                return first.isEmpty() && words.at(i).equals("%") ? "%" : first;
            }
            boolean noun = !Lexis.FUNCTION.contains(words.at(i)) && !Lexis.HEDGES.contains(words.at(i));
            if (!noun && (!first.isEmpty() || i > start)) {
                return first;
            }
            // "six ballot boxes" are boxes.
            if (noun && isPlural(words.at(i)) && number.value() != 1) {
                return Stems.of(words.at(i));
            }
            if (noun && first.isEmpty()) {
                first = Stems.of(words.at(i));
            }
        }
        return first;
    }

    private static boolean isPlural(String word) {
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")
                || Lexis.PLURALS.contains(word);
    }

    /** Whether a word stands for the speaker; then the name is put in its place. */
    private boolean pronoun(Words words, int i) {
        if (speaker.isEmpty()) {
            return false;
        }
        String word = words.at(i);
        Speaker who = speaker.get();
        boolean person = who.kind() == SpeakerKind.PERSON
                || who.kind() == SpeakerKind.UNNAMED
                || who.kind() == SpeakerKind.OFFICE;
        boolean first = Lexis.FIRST_SINGULAR.contains(word) || Lexis.FIRST_PLURAL.contains(word);
        boolean third = !quoted
                && !personBefore
                && (person
                        ? word.equals("he") || word.equals("she") || word.equals("his") || word.equals("her")
                        : word.equals("it") || word.equals("its") || word.equals("they") || word.equals("their"));
        if (!first && !third) {
            return false;
        }
        if (who.kind() != SpeakerKind.UNNAMED) {
            terms.add(new Term(Term.Kind.NAME, Setting.value(who), "", Optional.empty()));
        }
        sentence.append(sentence.isEmpty() ? "" : " ").append(named(words, i, who));
        return true;
    }

    /** What is written for a pronoun: the name, or the pronoun itself where its verb would not go with a name. */
    private String named(Words words, int i, Speaker who) {
        String word = words.at(i);
        String name = setting.name(who);
        boolean plural = who.kind() != SpeakerKind.PERSON && name.endsWith("s") && !name.endsWith("ss");
        if (GENITIVES.contains(word)) {
            return name + (plural ? "'" : "'s");
        }
        if (!SUBJECTS.contains(word) && !word.contains("'")) {
            return name;
        }
        Optional<Agreement.Verb> verb = Agreement.of(words, i, plural);
        if (verb.isEmpty()) {
            return words.span(i).of(text);
        }
        if (verb.get().at() < 0) {
            return name + " " + verb.get().form();
        }
        agreeing = verb;
        return name;
    }

    /** Where a date ends that begins at a word; the word itself where there is none. */
    private int date(Words words, int i) {
        String word = words.at(i);
        Integer month = words.isCapital(i) ? Lexis.MONTHS.get(word) : null;
        if (month != null) {
            int at = words.at(i + 1).equals(".") ? i + 2 : i + 1;
            int end = isDayNumber(words.at(at)) ? at + 1 : i + 1;
            String value = end > i + 1 ? month + "-" + Integer.parseInt(words.at(at)) : String.valueOf(month);
            addDate(value, words.span(i, end - 1));
            return end;
        }
        if (isDayNumber(word) && words.isCapital(i + 1) && Lexis.MONTHS.containsKey(words.at(i + 1))) {
            addDate(Lexis.MONTHS.get(words.at(i + 1)) + "-" + Integer.parseInt(word), words.span(i, i + 1));
            return i + 2;
        }
        if (word.length() == 4
                && (word.startsWith("19") || word.startsWith("20"))
                && word.chars().allMatch(Character::isDigit)) {
            addDate(word, words.span(i));
            return i + 1;
        }
        if (setting.day().isEmpty()) {
            return i;
        }
        LocalDate day = setting.day().get();
        Integer weekday = Lexis.WEEKDAYS.get(word);
        if (weekday != null) {
            int back = Math.floorMod(day.getDayOfWeek().getValue() - weekday, DAYS_A_WEEK);
            addDay(day.minusDays(back), words.span(i));
            return i + 1;
        }
        if (word.equals("yesterday")) {
            addDay(day.minusDays(1), words.span(i));
            return i + 1;
        }
        if (word.equals("today") || word.equals("tonight")) {
            addDay(day, words.span(i));
            return i + 1;
        }
        return i;
    }

    private static boolean isDayNumber(String word) {
        return !word.isEmpty() && word.length() <= 2 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private void addDay(LocalDate day, Span span) {
        addDate(day.getMonthValue() + "-" + day.getDayOfMonth(), span);
    }

    private void addDate(String value, Span span) {
        terms.add(new Term(Term.Kind.DATE, value, "", Optional.of(span)));
    }

    private int write(Words words, int from, int to) {
        boolean glued = from > 0
                && words.span(from - 1).end() == words.span(from).start()
                && !sentence.isEmpty()
                && ".-–$€£".indexOf(sentence.charAt(sentence.length() - 1)) >= 0;
        sentence.append(sentence.isEmpty() || glued ? "" : " ")
                .append(agreeing.filter(verb -> verb.at() == from)
                        .map(Agreement.Verb::form)
                        .orElseGet(() -> words.span(from, to - 1).of(text)));
        return to;
    }
}
