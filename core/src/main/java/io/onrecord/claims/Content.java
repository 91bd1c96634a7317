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

/** Reads the words of a content: to terms, and to a sentence that can be read by itself. For one content. */
final class Content {

    /** Words beyond are not read; a content of ten thousand words puts no single proposition. */
    private static final int MOST_WORDS = 400;

    private static final int DAYS_A_WEEK = 7;

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
        Words words = Words.of(text, span);
        int i = 0;
        if (sentence.isEmpty() && words.at(0).equals("that")) {
            i = 1;
        }
        while (i < words.size() && read < MOST_WORDS) {
            int end = step(words, i);
            read += end - i;
            i = end;
        }
    }

    /** Reads what begins at a word, and tells where it ends. */
    private int step(Words words, int i) {
        if (!words.isWord(i)) {
            if (",.;:?!–-%$€£".contains(words.at(i))) {
                sentence.append(words.at(i));
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
            return write(words, i, number.end());
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
            addNegation(word, span);
        } else if (words.isCapital(i) && setting.isName(bare)) {
            terms.add(new Term(Term.Kind.NAME, bare, "", span));
            personBefore = true;
        } else if (Lexis.HEDGES.contains(word)) {
            terms.add(new Term(Term.Kind.HEDGE, word, "", span));
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

    /** What is negated is the next word, or for {@code nothing} behind a verb that verb. */
    private void addNegation(String word, Optional<Span> span) {
        if (subordinate) {
            terms.add(new Term(Term.Kind.WORD, word, "", span));
            return;
        }
        Optional<Term> verb = Optional.<Term>empty();
        if (Lexis.NEGATIVE_OBJECTS.contains(word) && !terms.isEmpty()) {
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
                && words.at(number.first()).equals("one");
    }

    /** What is counted; where that is not said ({@code Eleven.}, {@code the three}), what was counted last. */
    private String countedOrBefore(Words words, Numeral number) {
        String counted = counted(words, number);
        if (counted.isEmpty()) {
            return last.isEmpty()
                    ? setting.countedBefore(words.span(number.first()).start())
                    : last;
        }
        last = counted;
        return counted;
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
        for (int i = number.end(); i < Math.min(words.size(), number.end() + 2); i++) {
            if (words.isWord(i) && !Lexis.FUNCTION.contains(words.at(i)) && !Lexis.HEDGES.contains(words.at(i))) {
                return Stems.of(words.at(i));
            }
            if (!words.isWord(i)) {
                return words.at(i).equals("%") ? "%" : "";
            }
        }
        return "";
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
        boolean genitive = word.equals("my")
                || word.equals("our")
                || word.equals("his")
                || word.equals("her")
                || word.equals("its")
                || word.equals("their");
        sentence.append(sentence.isEmpty() ? "" : " ").append(setting.name(who)).append(genitive ? "'s" : "");
        return true;
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
                .append(text, words.span(from).start(), words.span(to - 1).end());
        return to;
    }
}
