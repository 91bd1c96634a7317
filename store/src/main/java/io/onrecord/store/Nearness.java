package io.onrecord.store;

import io.onrecord.claims.Keys;
import io.onrecord.claims.Place;
import io.onrecord.claims.Proposition;
import io.onrecord.store.KeyTable.Two;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * Which propositions are near one another, and so are compared: those that share a key of their words, and those whose articles
 * share a key of their story. The keys of a story are the same for all propositions of an article, and kept once for it.
 */
final class Nearness {

    static final KeyTable WORDS = new KeyTable("proposition_key", "proposition", 32);
    static final KeyTable STORIES = new KeyTable("story_key", "article", 8);

    private static final long SECONDS_A_DAY = 86_400;

    private Nearness() {}

    /**
     * Gives an article the keys of its story.
     *
     * @return links between propositions of other articles that it has moved apart
     */
    static Set<Two> addStory(Session session, int article, List<Proposition> propositions) {
        Set<Two> apart = new LinkedHashSet<>();
        if (propositions.isEmpty()) {
            return apart;
        }
        long[] keys = propositions.stream()
                .flatMapToLong(one -> Arrays.stream(story(one)))
                .distinct()
                .toArray();
        Place place = propositions.get(0).place();
        for (Two two : STORIES.add(session, article, place(place, place.articleId()), keys)) {
            if (!STORIES.areNear(session, two)) {
                apart.addAll(linked(session, two.first(), two.second()));
                apart.addAll(linked(session, two.second(), two.first()));
            }
        }
        return apart;
    }

    private static List<Two> linked(Session session, int first, int second) {
        return session.list(
                "SELECT claim_link.first AS first, claim_link.second AS second FROM proposition one"
                        + " JOIN claim_link ON claim_link.first = one.key"
                        + " JOIN proposition other ON other.key = claim_link.second"
                        + " WHERE one.article = ? AND other.article = ?",
                row -> new Two(row.integer("first"), row.integer("second")),
                first,
                second);
    }

    /**
     * Gives a proposition the keys of its words.
     *
     * @return pairs of others that it has moved apart
     */
    static Set<Two> add(Session session, int key, Proposition proposition) {
        // The part is told apart in digits that count.
        long id = Long.parseUnsignedLong(proposition.statementId().substring(0, 16), 16)
                + ((long) proposition.part() << 20);
        long place = place(proposition.place(), String.format(Locale.ROOT, "%016x", id));
        return WORDS.add(session, key, place, words(proposition));
    }

    private static long[] words(Proposition proposition) {
        return shortened(Arrays.stream(Keys.of(withoutStory(proposition))));
    }

    private static long[] story(Proposition proposition) {
        Set<Long> words = new TreeSet<>();
        Arrays.stream(Keys.of(withoutStory(proposition))).forEach(words::add);
        return shortened(Arrays.stream(Keys.of(proposition)).filter(key -> !words.contains(key)));
    }

    /** SQLite keeps 48 bits in six bytes, which are enough for what only proposes. */
    private static long[] shortened(LongStream keys) {
        return keys.map(key -> key >>> 17).toArray();
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

    /** All propositions that are near one of an article. */
    static Set<Integer> of(Session session, int proposition, Set<Integer> ofStories) {
        Set<Integer> near = new TreeSet<>(ofStories);
        near.addAll(WORDS.near(session, proposition));
        near.remove(proposition);
        return near;
    }

    /** All propositions of the articles that share a key of the story with one, its own included if it has any. */
    static Set<Integer> ofStories(Session session, int article) {
        Set<Integer> near = new TreeSet<>();
        if (STORIES.has(session, article)) {
            near.addAll(ClaimTables.keysOf(session, article));
            STORIES.near(session, article).forEach(other -> near.addAll(ClaimTables.keysOf(session, other)));
        }
        return near;
    }

    /** Whether two propositions are near. */
    static boolean areNear(Session session, Two two) {
        if (WORDS.areNear(session, two)) {
            return true;
        }
        int first = article(session, two.first());
        int second = article(session, two.second());
        return first == second ? STORIES.has(session, first) : STORIES.areNear(session, Two.of(first, second));
    }

    private static int article(Session session, int proposition) {
        return (int) session.count("SELECT article FROM proposition WHERE key = ?", proposition);
    }
}
