package io.onrecord.speakers;

import io.onrecord.model.Location;
import io.onrecord.model.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whom printed questions and answers are put to: the only person whom the text names in full before they begin, if it says there that
 * this person was asked, and of nobody else further down.
 */
final class Interview {

    /** What stands before printed questions. */
    static final Set<String> QUESTION = Set.of("q", "question");

    /** What stands before their answers. */
    static final Set<String> ANSWER = Set.of("a", "answer");

    /** UTF-16 units of a sentence, or of sentences, that may say who was asked. */
    private static final int LONGEST = 1_000;

    private static final String ASKING =
            "\\b(?:interview(?:s|ed)?|(?:spoke|speaks|talked|talks|sat down) (?:to|with)|asked|answer(?:s|ed)|"
                    + "questions?|conversation|told us)\\b";
    private static final Pattern ASKED = Pattern.compile(ASKING, Pattern.CASE_INSENSITIVE);
    private static final Pattern ASKED_PRONOUN = Pattern.compile(
            "\\b(?:he|she)\\b[^.!?]{0,80}" + ASKING + "|" + ASKING + "[^.!?]{0,80}\\b(?:him|her)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Whoever is named a few words behind one of these is not the one who was asked. */
    private static final Pattern NOT_ASKED =
            Pattern.compile("\\b(?:about|after|by|for|of|on)(?: [^ ,.]+){0,3} ?$", Pattern.CASE_INSENSITIVE);

    private final Place text;

    private Interview(Place text) {
        this.text = text;
    }

    /**
     * The one who answers; empty where that is not clear.
     *
     * @param text of the article, no title
     * @param turns where its questions begin
     */
    static Optional<Party> asked(Cast cast, Place text, int turns) {
        Interview interview = new Interview(text);
        List<Mention> before = cast.before(Location.TEXT, turns).stream()
                .filter(Interview::isPerson)
                .toList();
        if (before.stream().map(Mention::party).distinct().count() != 1) {
            return Optional.empty();
        }
        Party person = before.get(0).party();
        boolean another = cast.mentions(Location.TEXT).stream()
                .anyMatch(mention -> isPerson(mention) && mention.party() != person && interview.isAsked(mention));
        boolean said = before.stream().anyMatch(interview::isAsked)
                || before.stream()
                        .filter(interview::opensSentence)
                        .findFirst()
                        .filter(mention -> interview.isAskedLater(mention, turns))
                        .isPresent();
        return said && !another ? Optional.of(person) : Optional.empty();
    }

    private static boolean isPerson(Mention mention) {
        return mention.party().isSurelyPerson()
                && mention.party().fullest().words().size() > 1;
    }

    /** Whether the sentence of a name says that somebody was asked, and not by, about or on behalf of the one named. */
    private boolean isAsked(Mention mention) {
        Span sentence = sentence(mention);
        if (sentence.length() > LONGEST) {
            return false;
        }
        String before =
                text.text().substring(sentence.start(), mention.name().whole().start());
        return ASKED.matcher(sentence.of(text.text())).find()
                && !NOT_ASKED.matcher(before).find();
    }

    private boolean opensSentence(Mention mention) {
        return sentence(mention).start() == mention.name().whole().start();
    }

    /** Whether behind the sentence of a name it says, before the questions, that he or she was asked. */
    private boolean isAskedLater(Mention mention, int turns) {
        int from = sentence(mention).end();
        int to = Math.min(turns, from + LONGEST);
        return from < to
                && ASKED_PRONOUN.matcher(text.text().substring(from, to)).find();
    }

    private Span sentence(Mention mention) {
        return text.sentence(mention.name().sentence());
    }
}
