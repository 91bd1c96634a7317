package io.onrecord.speakers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What speaks for or against a person as the one a pronoun stands for: 1 or 0, or the logarithm of a count. Where a clue
 * speaks of a name, it is the last one of the person before the pronoun, or else the first behind it.
 */
public enum Clue {
    /** Named in the sentence of the pronoun. */
    SAME_SENTENCE,
    /** Named last in the sentence before. */
    SENTENCE_BEFORE,
    /** Named last two sentences before. */
    TWO_BEFORE,
    /** Logarithm of the number of sentences between. */
    DISTANCE,
    /** Logarithm of the number of words between, within a sentence. */
    WORDS_BETWEEN,
    /** Logarithm of one more than the other persons named between. */
    OTHERS_BETWEEN,
    /** The nearest person, in the sentence of the pronoun. */
    NEAREST_SAME_SENTENCE,
    /** Stands in the last sentence that names a person. */
    LAST_NAMED_SENTENCE,
    /** The same, and it names nobody else. */
    ONLY_IN_SENTENCE,

    /** Named as a subject. */
    SUBJECT,
    /** Named as an object. */
    OBJECT,
    /** Named behind a preposition. */
    OBLIQUE,
    /** Named as an owner. */
    OWNER,
    /** Named behind {@code by}. */
    BEHIND_BY,
    /** Named behind {@code of}. */
    BEHIND_OF,
    /** Named behind {@code to}. */
    BEHIND_TO,
    /** Named behind {@code as}. */
    BEHIND_AS,
    /** Named behind {@code in}, {@code at} or {@code from}, as places are. */
    BEHIND_PLACE,
    /** Joined to another name by {@code and} or in a list. */
    JOINED,
    /** Joined, and a subject. */
    JOINED_SUBJECT,
    /** Named in brackets, where the pronoun is not. */
    BRACKETED,

    /** Behind a preposition, earlier in the sentence in which the pronoun owns something. */
    HERE_OBLIQUE_OWNER,
    /** Behind a preposition, earlier in the sentence in which the pronoun is an object. */
    HERE_OBLIQUE_OBJECT,
    /** Earlier in the sentence, of no known function; the pronoun is a subject. */
    HERE_OTHER_SUBJECT,
    /** Earlier in the sentence, of no known function; the pronoun owns something. */
    HERE_OTHER_OWNER,
    /** Subject of an earlier sentence; the pronoun is a subject, too. */
    PAST_SUBJECT_SUBJECT,
    /** Subject of an earlier sentence; the pronoun owns something. */
    PAST_SUBJECT_OWNER,
    /** Owner in an earlier sentence; the pronoun is a subject. */
    PAST_OWNER_SUBJECT,
    /** Owner in an earlier sentence; the pronoun is none. */
    PAST_OWNER_OTHER,
    /** Behind a preposition in an earlier sentence; the pronoun is a subject. */
    PAST_OBLIQUE_SUBJECT,
    /** Subject of the clause in which the pronoun owns something. */
    CLAUSE_SUBJECT_OWNER,
    /** Subject of the clause in which the pronoun is an object: it would be {@code himself}. */
    CLAUSE_SUBJECT_OBJECT,
    /** Something else in the clause in which the pronoun owns something. */
    CLAUSE_OTHER_OWNER,
    /** Something else in the clause in which the pronoun is an object. */
    CLAUSE_OTHER_OBJECT,
    /** Named one clause before. */
    CLAUSE_NEXT,
    /** Logarithm of the number of clauses between, within a sentence. */
    CLAUSE_DISTANCE,
    /** The last subject before the pronoun in its sentence; so is the pronoun. */
    LAST_SUBJECT_SUBJECT,
    /** The last subject before the pronoun in its sentence, where the pronoun is an object. */
    LAST_SUBJECT_OBJECT,
    /** First subject of the sentence before; the pronoun is a subject. */
    SUBJECT_OF_BEFORE_SUBJECT,
    /** First subject of the sentence before; the pronoun opens its sentence. */
    SUBJECT_OF_BEFORE_OPENING,
    /** {@code Ana Orell and her son}. */
    NEXT_TO_OWNER,

    /** Named after the pronoun only. */
    AFTER,
    /** The same, as a subject. */
    AFTER_SUBJECT,
    /** Named after the pronoun only, which owns something. */
    AFTER_OWNER,
    /** The pronoun stands in the opening phrase of a sentence, and this is the name behind its comma. */
    BEHIND_OPENING_PHRASE,
    /** The same, and the name is a subject. */
    BEHIND_OPENING_PHRASE_SUBJECT,
    /** The same, and the pronoun owns something. */
    OPENING_OWNER,
    /** {@code her sister Ana Orell}: the pronoun belongs to what describes the name. */
    SAME_PHRASE,
    /** Named behind the pronoun in its sentence, whose subject that is. */
    LATER_SUBJECT,
    /** The same in one clause. */
    LATER_SUBJECT_CLAUSE,
    /** Named behind the pronoun in its sentence, where it is no subject. */
    LATER_OTHER,
    /** The same in one clause. */
    LATER_OTHER_CLAUSE,

    /** Logarithm of how often named. */
    OFTEN,
    /** Nobody was named more often up to the pronoun. */
    MOST_OFTEN,
    /** The first person of the article. */
    FIRST_PERSON_NAMED,
    /** Named as a subject somewhere near. */
    EVER_SUBJECT,
    /** Named as an owner somewhere near. */
    POSSESSOR,
    /** Logarithm of all that names it near, earlier pronouns included, subjects for more and what is far for less. */
    SALIENCE,
    /** Named since the last pronoun of the sentence. */
    CHAIN_NAMED_SINCE,

    /** First name or address say what the pronoun says. */
    GENDER,
    /** First name or description say otherwise. */
    OTHER_GENDER,
    /** The only word of a family name, which some first name is, too, says otherwise. */
    OTHER_GENDER_IF_FIRST_NAME,
    /** A noun with the name says otherwise: {@code his wife Ana}. */
    NOUN_OTHER_GENDER,
    /** Logarithm of how many earlier pronouns that stand for it say otherwise. */
    CHAIN_OTHER_GENDER,

    /** More than a capital says that it is a person. */
    SURELY_PERSON,
    /** The first word of its name is a first name. */
    FIRST_NAME_KNOWN,
    /** Its fullest name has one word. */
    SINGLE_WORD,
    /** Does what persons do. */
    HUMAN_VERB,
    /** A year stands behind the name in brackets. */
    DATED,
    /** Named at least as often behind {@code in} and the like as otherwise. */
    MOSTLY_PLACE,
    /** A noun follows that the name tells more of: {@code the Harrow treaty}. */
    MODIFIER,
    /** Stands alone in quotation marks, as titles of works do. */
    IN_MARKS,
    /** Has digits, capitals in a row, or a hyphen before a small letter. */
    ODD_WORD,
    /** Its only word is a title: {@code the Minister}. */
    TITLE_WORD,
    /** Its only word is capitalized at the start of sentences alone. */
    ONLY_AT_START,
    /** Ends in a word of places. */
    PLACE_WORD,
    /** Ends in a word of events and works. */
    WORK_WORD,
    /** Has small words as titles of works do. */
    SMALL_WORDS,
    /** Has the word for a people. */
    PEOPLE_WORD,

    /** One of both stands in a quotation, the other does not. */
    OTHER_SIDE_OF_QUOTATION,
    /** The speaker of the statement before. */
    SPOKE_BEFORE,
    /** Stands in the title of the article. */
    IN_TITLE,

    /** How a head of the network's attention looks from the pronoun at the name, and so on: above the mean of all persons that it saw. */
    HEAD_1,
    HEAD_2,
    HEAD_3,
    HEAD_4,
    HEAD_5,
    HEAD_6,
    HEAD_7,
    HEAD_8,
    HEAD_9,
    HEAD_10,
    HEAD_11,
    HEAD_12;

    private static final List<Clue> HEADS = Arrays.stream(values())
            .filter(clue -> clue.name().startsWith("HEAD_"))
            .toList();

    /** Those of the network's heads, in their order. */
    static List<Clue> heads() {
        return HEADS;
    }

    /** The name in a table of weights. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
