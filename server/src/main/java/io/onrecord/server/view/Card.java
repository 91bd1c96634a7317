package io.onrecord.server.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A statement beside its words. Words of enums are in small letters; places count code points of the text, or of the title.
 *
 * @param id of the statement
 * @param number in the article, from 1
 * @param title whether it stands in the title
 * @param speaker who says it
 * @param stance what the cue does
 * @param form direct, indirect or mixed
 * @param date when it was said
 * @param confidence how sure the engine is
 * @param source the words that name the speaker
 * @param cue the reporting words
 * @param content what is said
 * @param addressee the words that name whom it was said to
 * @param continues whether it goes on from before
 * @param within the statement that reports it
 * @param about names of those whom the content speaks of
 * @param furniture whether it stands in page furniture
 * @param disputes what it has to do with others
 * @param claims that it belongs to
 * @param review what people said of it
 */
public record Card(
        String id,
        int number,
        boolean title,
        Who speaker,
        Optional<StanceLine> stance,
        String form,
        Optional<DateLine> date,
        Sureness confidence,
        Part source,
        Part cue,
        Part content,
        Part addressee,
        boolean continues,
        Optional<Other> within,
        List<String> about,
        boolean furniture,
        List<DisputeLine> disputes,
        List<ClaimLine> claims,
        Optional<Review> review) {

    /**
     * Words of a statement.
     *
     * @param words those of several places are joined by {@code " … "}; empty where there are none
     * @param places in the order of the text
     */
    public record Part(String words, List<Place> places) {
        public Part {
            places = List.copyOf(places);
        }
    }

    /**
     * Who says it.
     *
     * @param name empty where nobody can be named
     * @param identity id of who that is over articles; empty where that is not known (yet)
     * @param kind such as {@code person}
     * @param roles what the article says the speaker is
     * @param rule that found the speaker, or the reason why there is none
     * @param why the same in a sentence
     * @param confidence that it is this speaker
     */
    public record Who(
            Optional<String> name,
            Optional<String> identity,
            Optional<String> kind,
            Optional<String> roles,
            String rule,
            String why,
            Optional<Double> confidence) {}

    /**
     * What the cue does.
     *
     * @param stance such as {@code denies}
     * @param negated did not say so
     * @param hypothetical would say so
     */
    public record StanceLine(String stance, boolean negated, boolean hypothetical) {

        /** For people. */
        public String words() {
            return (negated ? "not: " : "") + (hypothetical ? "perhaps: " : "") + stance;
        }
    }

    /**
     * When it was said.
     *
     * @param value ISO 8601, to the precision
     * @param basis {@code on_text} or {@code published}
     * @param words that give it
     */
    public record DateLine(String value, String basis, Optional<String> words) {}

    /**
     * How sure the engine is, from 0 to 1.
     *
     * @param statement of all of it
     * @param source of the words that name the speaker
     * @param cue of the reporting words
     * @param content of what is said
     */
    public record Sureness(double statement, Optional<Double> source, Optional<Double> cue, double content) {}

    /**
     * Another statement of the article.
     *
     * @param number in the article
     * @param id of the statement
     * @param words of it, cut
     */
    public record Other(int number, String id, String words) {}

    /**
     * What a statement has to do with another.
     *
     * @param kind such as {@code denies}
     * @param from whether this one does it; else the other does it to this one
     * @param number of the other in this article; empty where it stands in another
     * @param id of the other
     * @param article that has it
     * @param speaker who says it
     * @param outlet of its article
     * @param words its content, cut
     * @param evidence the words of this article that show it
     * @param confidence from 0 to 1
     */
    public record DisputeLine(
            String kind,
            boolean from,
            Optional<Integer> number,
            String id,
            String article,
            Optional<String> speaker,
            Optional<String> outlet,
            String words,
            Optional<String> evidence,
            double confidence) {

        /** For people. */
        public String does() {
            return from ? kind : "is " + PASSIVE.getOrDefault(kind, kind) + " by";
        }

        private static final Map<String, String> PASSIVE = Map.of(
                "denies", "denied",
                "rejects", "rejected",
                "contradicts", "contradicted",
                "concedes", "conceded",
                "supports", "supported",
                "repeats", "repeated");
    }

    /**
     * A claim.
     *
     * @param id of it
     * @param wording of it
     * @param statements that put it
     * @param outlets that carry it
     * @param origins independent ones
     * @param disputes of it
     */
    public record ClaimLine(String id, String wording, int statements, int outlets, int origins, int disputes) {}

    /**
     * What people said of a statement; the engine's answer stands beside it.
     *
     * @param verdict corrected, accepted, rejected or added
     * @param by who said the last of it
     * @param at when, ISO 8601
     * @param note why
     * @param changed what holds, such as {@code speaker}
     * @param engineSpeaker whom the engine named; empty where it named nobody
     * @param engineStance what it took the cue for
     * @param known whether the engine has such a statement
     * @param problem what people should look at
     */
    public record Review(
            String verdict,
            String by,
            String at,
            Optional<String> note,
            List<String> changed,
            Optional<String> engineSpeaker,
            Optional<String> engineStance,
            boolean known,
            Optional<String> problem) {
        public Review {
            changed = List.copyOf(changed);
        }
    }

    public Card {
        about = List.copyOf(about);
        disputes = List.copyOf(disputes);
        claims = List.copyOf(claims);
    }

    /** Whether people say that it is none. */
    public boolean isRejected() {
        return review.filter(one -> one.verdict().equals("rejected")).isPresent();
    }
}
