package io.onrecord.store;

import io.onrecord.claims.Proposition;
import io.onrecord.store.KeyTable.Two;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which propositions are near one another, and so are compared: those that share a key of their words, and those whose articles
 * share a key of their story. The keys of a story are the same for all propositions of an article, and kept once for it.
 */
final class Nearness {

    static final KeyTable WORDS = new KeyTable("proposition_key", "proposition", Near.PROPOSITIONS);
    static final KeyTable STORIES = new KeyTable("story_key", "article", Near.STORIES);

    private Nearness() {}

    /**
     * Gives an article the keys of its story.
     *
     * @return links between propositions of other articles that it has moved apart
     */
    static Set<Two> addStory(Session session, int article, List<Proposition> propositions) {
        Set<Two> apart = new LinkedHashSet<>();
        Near.Keyed keyed = Near.story(propositions);
        for (Two two : STORIES.add(session, article, keyed.place(), keyed.hashes())) {
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
        Near.Keyed keyed = Near.proposition(proposition);
        return WORDS.add(session, key, keyed.place(), keyed.hashes());
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
