package io.onrecord.store;

import io.onrecord.claims.Keys;
import io.onrecord.claims.Place;
import io.onrecord.claims.Proposition;
import io.onrecord.copies.Signature;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * By which keys what is kept is compared, and where it stands in them: two items are near if they share a key and stand at most so
 * many places apart in it. Pure functions, so that whoever compares elsewhere, such as a cluster, finds what a store finds.
 */
public final class Near {

    /** How many places apart two propositions of one key may stand. */
    public static final int PROPOSITIONS = 32;

    /** How many places apart two articles of one key of their stories may stand; then all of their propositions are near. */
    public static final int STORIES = 8;

    /** How many places apart two articles of one key of their signatures may stand. */
    public static final int COPIES = 32;

    private static final long SECONDS_A_DAY = 86_400;

    private Near() {}

    /**
     * The keys of one item.
     *
     * @param place where it stands in each of them: items stand in ascending order, those of one place in that of their ids
     * @param hashes the keys, each once
     */
    public record Keyed(long place, List<Long> hashes) {
        public Keyed {
            hashes = List.copyOf(hashes);
        }
    }

    /** A proposition, by its words. */
    public static Keyed proposition(Proposition one) {
        // The part is told apart in digits that count.
        long id = Long.parseUnsignedLong(one.statementId().substring(0, 16), 16) + ((long) one.part() << 20);
        return keyed(
                place(one.place(), String.format(Locale.ROOT, "%016x", id)), Arrays.stream(Keys.of(withoutStory(one))));
    }

    /**
     * An article, by its story: what the keys of all of its propositions have in common beside their words.
     *
     * @param ofArticle all of its propositions; none have no keys
     */
    public static Keyed story(List<Proposition> ofArticle) {
        if (ofArticle.isEmpty()) {
            return new Keyed(0, List.of());
        }
        Place place = ofArticle.get(0).place();
        return keyed(place(place, place.articleId()), ofArticle.stream().flatMapToLong(Near::ofStory));
    }

    private static LongStream ofStory(Proposition one) {
        Set<Long> words = new TreeSet<>();
        Arrays.stream(Keys.of(withoutStory(one))).forEach(words::add);
        return Arrays.stream(Keys.of(one)).filter(key -> !words.contains(key));
    }

    /**
     * An article, by the signature of its text.
     *
     * @param lastDay on which it may have been published
     */
    public static Keyed copies(String articleId, Optional<LocalDate> lastDay, Signature signature) {
        return keyed(ofCopies(articleId, lastDay), Arrays.stream(signature.keys()));
    }

    static long ofCopies(String articleId, Optional<LocalDate> lastDay) {
        return KeyTable.place(lastDay.map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE), articleId);
    }

    /** SQLite keeps 48 bits in six bytes, which are enough for what only proposes. */
    private static Keyed keyed(long place, LongStream keys) {
        return new Keyed(place, keys.map(key -> key >>> 17).distinct().boxed().toList());
    }

    private static Proposition withoutStory(Proposition one) {
        return new Proposition(
                one.statementId(),
                one.part(),
                one.place(),
                one.outlet(),
                one.speaker(),
                one.stance(),
                one.cue(),
                one.standing(),
                one.recalled(),
                one.furniture(),
                one.mood(),
                one.asOf(),
                one.text(),
                one.terms(),
                List.of(),
                one.vector());
    }

    private static long place(Place place, String id) {
        long day = place.moment() == Place.UNKNOWN ? place.moment() : Math.floorDiv(place.moment(), SECONDS_A_DAY);
        return KeyTable.place(day, id);
    }
}
