package io.onrecord.speakers;

import io.onrecord.text.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects the {@link Clue}s of one person for one pronoun. */
final class Clues {

    private static final Double HOLDS = 1.0;
    private static final Double FAILS = 0.0;

    /** Earlier pronouns further back than this many sentences say nothing. */
    private static final int CHAIN = 4;

    private static final Set<String> OPENING_MARKS = Set.of("`", "\"", "“", "'", "‘", "*");
    private static final Set<String> CLOSING_MARKS = Set.of("`", "\"", "”", "'", "’", "*");
    private static final Pattern BORN = Pattern.compile("born|b|n|née|\\d{4}");
    private static final Pattern ODD = Pattern.compile("\\d|\\p{Ll}-\\p{Ll}|\\p{Lu}{3}");

    private final Reading reading;
    private final Phrase pronoun;
    private final Gender gender;
    private final Firsts firsts;
    /** The names that are looked at, the nearest first. */
    private final List<Mention> named;

    private final Party party;
    private final Phrase phrase;
    private final boolean after;
    private final Map<Clue, Double> found = new EnumMap<>(Clue.class);

    private Clues(Reading reading, Phrase pronoun, Gender gender, Firsts firsts, List<Mention> named) {
        this.reading = reading;
        this.pronoun = pronoun;
        this.gender = gender;
        this.firsts = firsts;
        this.named = named;
        this.party = named.get(0).party();
        this.phrase = reading.of(named.get(0));
        this.after = phrase.span().start() > pronoun.span().start();
    }

    /**
     * What the text says of a person.
     *
     * @param named its names before the pronoun, the nearest first; or one behind it
     * @param first the first person of the article
     */
    static Map<Clue, Double> of(
            Reading reading, Phrase pronoun, Gender gender, Firsts firsts, List<Mention> named, @Nullable Party first) {
        Clues clues = new Clues(reading, pronoun, gender, firsts, named);
        clues.addDistance();
        clues.addFunction();
        if (!clues.after && clues.phrase.sentence() == pronoun.sentence()) {
            clues.addHere();
        } else if (!clues.after) {
            clues.addPast();
        }
        put(clues.found, Clue.FIRST_PERSON_NAMED, clues.party.equals(first));
        putGender(clues.found, clues.party, gender);
        clues.found.putAll(reading.kind(clues.party));
        clues.found.putAll(reading.facts(named.get(0)).clues());
        clues.addNames();
        clues.addChain();
        return clues.found;
    }

    static void put(Map<Clue, Double> clues, Clue clue, boolean holds) {
        clues.put(clue, holds ? HOLDS : FAILS);
    }

    static void putGender(Map<Clue, Double> clues, Party party, Gender gender) {
        boolean other = !party.gender().fits(gender);
        boolean single = party.fullest().words().size() == 1;
        put(clues, Clue.GENDER, party.gender() == gender);
        put(clues, Clue.OTHER_GENDER, other && !single);
        put(clues, Clue.OTHER_GENDER_IF_FIRST_NAME, other && single);
    }

    private void put(Clue clue, boolean holds) {
        put(found, clue, holds);
    }

    private void addDistance() {
        int distance = Math.max(0, pronoun.sentence() - phrase.sentence());
        boolean here = distance == 0 && !after;
        put(Clue.SAME_SENTENCE, distance == 0);
        put(Clue.SENTENCE_BEFORE, distance == 1);
        put(Clue.TWO_BEFORE, distance == 2);
        found.put(Clue.DISTANCE, StrictMath.log1p(distance));
        found.put(Clue.WORDS_BETWEEN, here ? StrictMath.log1p(Math.max(0, pronoun.from() - phrase.to())) : 0.0);
        boolean last = !after && phrase.sentence() == firsts.lastSentence();
        put(Clue.LAST_NAMED_SENTENCE, last);
        put(Clue.ONLY_IN_SENTENCE, last && firsts.inLast() == 1);
        put(
                Clue.OTHER_SIDE_OF_QUOTATION,
                reading.facts(named.get(0)).quoted()
                        != reading.place().isQuoted(pronoun.span().start()));
    }

    private void addFunction() {
        put(Clue.BEHIND_PLACE, phrase.isBehindPlace());
        put(Clue.BRACKETED, phrase.bracketed() && !pronoun.bracketed());
        boolean subject = pronoun.is(Function.SUBJECT);
        put(Clue.LAST_SUBJECT_SUBJECT, firsts.isLastSubject(party) && subject);
        put(Clue.LAST_SUBJECT_OBJECT, firsts.isLastSubject(party) && isObject());
        put(Clue.SUBJECT_OF_BEFORE_SUBJECT, firsts.isSubjectBefore(party) && subject);
        put(Clue.SUBJECT_OF_BEFORE_OPENING, firsts.isSubjectBefore(party) && pronoun.from() == 0);
        if (after) {
            return;
        }
        put(Clue.SUBJECT, phrase.is(Function.SUBJECT));
        put(Clue.OBJECT, phrase.is(Function.OBJECT));
        put(Clue.OBLIQUE, phrase.is(Function.OBLIQUE));
        put(Clue.OWNER, phrase.is(Function.OWNER));
        put(Clue.BEHIND_BY, phrase.before().equals("by"));
        put(Clue.BEHIND_OF, phrase.before().equals("of"));
        put(Clue.BEHIND_TO, phrase.before().equals("to"));
        put(Clue.JOINED, phrase.joined());
        put(Clue.JOINED_SUBJECT, phrase.joined() && phrase.is(Function.SUBJECT));
    }

    private boolean isObject() {
        return pronoun.is(Function.OBJECT) || pronoun.is(Function.OBLIQUE);
    }

    /** Named earlier in the sentence of the pronoun. */
    private void addHere() {
        boolean owner = pronoun.is(Function.OWNER);
        boolean other = phrase.is(Function.OTHER);
        put(Clue.HERE_OBLIQUE_OWNER, phrase.is(Function.OBLIQUE) && owner);
        put(Clue.HERE_OBLIQUE_OBJECT, phrase.is(Function.OBLIQUE) && isObject());
        put(Clue.HERE_OTHER_SUBJECT, other && pronoun.is(Function.SUBJECT));
        put(Clue.HERE_OTHER_OWNER, other && owner);
        int clauses = Math.max(0, pronoun.clause() - phrase.clause());
        boolean subject = phrase.is(Function.SUBJECT);
        put(Clue.CLAUSE_SUBJECT_OWNER, clauses == 0 && subject && owner);
        put(Clue.CLAUSE_SUBJECT_OBJECT, clauses == 0 && subject && isObject());
        put(Clue.CLAUSE_OTHER_OWNER, clauses == 0 && !subject && owner);
        put(Clue.CLAUSE_OTHER_OBJECT, clauses == 0 && !subject && isObject());
        put(Clue.CLAUSE_NEXT, clauses == 1);
        found.put(Clue.CLAUSE_DISTANCE, StrictMath.log1p(clauses));
        put(Clue.NEXT_TO_OWNER, owner && reading.syntax().isNextTo(phrase, pronoun));
    }

    /** Named last in an earlier sentence. */
    private void addPast() {
        boolean subject = pronoun.is(Function.SUBJECT);
        put(Clue.PAST_SUBJECT_SUBJECT, phrase.is(Function.SUBJECT) && subject);
        put(Clue.PAST_SUBJECT_OWNER, phrase.is(Function.SUBJECT) && pronoun.is(Function.OWNER));
        put(Clue.PAST_OWNER_SUBJECT, phrase.is(Function.OWNER) && subject);
        put(Clue.PAST_OWNER_OTHER, phrase.is(Function.OWNER) && !subject);
        put(Clue.PAST_OBLIQUE_SUBJECT, phrase.is(Function.OBLIQUE) && subject);
    }

    /** What the words of a name say of its being a person. */
    static Map<Clue, Double> ofKind(Party party) {
        Map<Clue, Double> clues = new EnumMap<>(Clue.class);
        List<String> parts = party.fullest().words();
        String end = parts.get(parts.size() - 1).toLowerCase(Locale.ROOT);
        boolean single = parts.size() == 1;
        put(clues, Clue.SURELY_PERSON, party.isSurelyPerson());
        put(clues, Clue.FIRST_NAME_KNOWN, FirstNames.has(parts.get(0)));
        put(clues, Clue.SINGLE_WORD, single);
        put(clues, Clue.TITLE_WORD, single && (Vocabulary.isAddress(end) || Vocabulary.PERSON_NOUNS.contains(end)));
        put(clues, Clue.PLACE_WORD, Vocabulary.PLACES.contains(end) && !party.isAddressed());
        put(clues, Clue.WORK_WORD, Vocabulary.WORKS.contains(end));
        put(
                clues,
                Clue.SMALL_WORDS,
                parts.stream().anyMatch(part -> Vocabulary.FUNCTION.contains(part.toLowerCase(Locale.ROOT))));
        put(
                clues,
                Clue.PEOPLE_WORD,
                parts.stream().anyMatch(part -> Countries.ofPeople(part).isPresent()));
        return clues;
    }

    /** What the words around a name say of its being a person's. */
    static Map<Clue, Double> ofWords(Name name, Phrase phrase, Words words) {
        Map<Clue, Double> clues = new EnumMap<>(Clue.class);
        String before = words.at(phrase.from() - 1);
        String next = words.at(phrase.to());
        put(clues, Clue.ODD_WORD, ODD.matcher(name.text()).find());
        put(clues, Clue.BEHIND_AS, before.equals("as"));
        put(clues, Clue.IN_MARKS, OPENING_MARKS.contains(before) && CLOSING_MARKS.contains(next));
        put(clues, Clue.MODIFIER, Syntax.isModifier(words, phrase.to()));
        put(
                clues,
                Clue.DATED,
                next.equals("(") && BORN.matcher(words.at(phrase.to() + 1)).matches());
        return clues;
    }

    /** What all the names near say together. */
    private void addNames() {
        boolean subject = false;
        boolean owner = false;
        boolean human = false;
        boolean otherNoun = false;
        boolean start = party.fullest().words().size() == 1
                && !FirstNames.has(party.fullest().first());
        int places = 0;
        for (Mention mention : named) {
            Phrase at = reading.of(mention);
            subject |= at.is(Function.SUBJECT);
            owner |= at.is(Function.OWNER);
            human |= reading.facts(mention).human();
            otherNoun |= !reading.facts(mention).nounGender().fits(gender);
            start &= at.from() == 0 && !at.is(Function.SUBJECT) && !at.is(Function.OWNER);
            places += at.isBehindPlace() ? 1 : 0;
        }
        put(Clue.EVER_SUBJECT, subject);
        put(Clue.POSSESSOR, owner);
        put(Clue.HUMAN_VERB, human);
        put(Clue.NOUN_OTHER_GENDER, otherNoun);
        put(Clue.ONLY_AT_START, start);
        put(Clue.MOSTLY_PLACE, 2 * places >= named.size());
    }

    /** What earlier pronouns say. */
    private void addChain() {
        double salience = 0;
        for (Mention mention : named) {
            salience += after ? 0 : salience(reading.of(mention));
        }
        boolean seen = false;
        List<Reading.Resolved> resolved = reading.resolved();
        for (int i = resolved.size() - 1; i >= 0; i--) {
            Phrase at = resolved.get(i).phrase();
            if (pronoun.sentence() - at.sentence() > CHAIN) {
                break;
            }
            if (resolved.get(i).gender() != gender
                    || at.span().start() >= pronoun.span().start()) {
                continue;
            }
            salience += resolved.get(i).of(party) * salience(at);
            if (at.sentence() == pronoun.sentence() && !seen) {
                seen = true;
                put(
                        Clue.CHAIN_NAMED_SINCE,
                        !after && phrase.span().start() > at.span().start());
            }
        }
        found.put(Clue.SALIENCE, StrictMath.log1p(salience));
        Gender other = gender == Gender.MALE ? Gender.FEMALE : Gender.MALE;
        found.put(Clue.CHAIN_OTHER_GENDER, StrictMath.log1p(reading.count(party, other)));
    }

    /** Halves with each sentence. */
    private double salience(Phrase at) {
        double weight = at.is(Function.SUBJECT) ? 2 : at.is(Function.OBLIQUE) ? 0.5 : 1;
        return Math.scalb(weight, at.sentence() - pronoun.sentence());
    }
}
