package io.onrecord.store;

import io.onrecord.claims.Link;
import io.onrecord.claims.Matcher;
import io.onrecord.claims.Pair;
import io.onrecord.claims.Proposition;
import io.onrecord.model.ArticleRecord;
import io.onrecord.store.KeyTable.Two;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Brings claims up to date, step by step, each step one transaction: articles to propositions with keys, propositions that came
 * near one another to links, and what hangs together by links to claims. What is still to do stands in tables, so that a process
 * that is killed leaves its work to the next; a step that is done twice changes nothing the second time. Networks compare outside
 * of transactions that write, which would keep others waiting.
 *
 * <p>What is kept at the end is a function of the records and decisions: two propositions are linked exactly if they are near
 * (see {@link KeyTable}) and match, and their link is among the strongest of one of them.
 */
final class ClaimUpdate {

    /** Articles in one transaction. */
    private static final int ARTICLES = 8;

    /** Pairs that are matched together. */
    private static final int PAIRS = 512;

    /** Propositions that lost links and are compared anew together. */
    private static final int SHORT = 32;

    /** Propositions that are held in memory while pairs are matched. */
    private static final int HELD = 20_000;

    private final Database database;
    private final Function<ArticleRecord, ClaimReading> reading;
    private final Matcher matcher;
    private long articles;
    private long candidates;
    private long links;

    ClaimUpdate(Database database, Function<ArticleRecord, ClaimReading> reading, Matcher matcher) {
        this.database = database;
        this.reading = reading;
        this.matcher = matcher;
    }

    long articles() {
        return articles;
    }

    long links() {
        return links;
    }

    /** Pairs that were compared so far. */
    long candidates() {
        return candidates;
    }

    /**
     * Takes the next step.
     *
     * @return whether there was one
     */
    boolean step() {
        // Those that were put are matched before others are, so that each pair is compared once.
        return matchPairs()
                || matchStories()
                || matchArticles()
                || put()
                || matchShort()
                || database.write(ClaimMerge::step);
    }

    /** An article that waits, and how often it was asked for until now. */
    private record Waiting(int article, int asked) {}

    private static List<Waiting> waiting(Session session, int stage) {
        return session.list(
                "SELECT article, asked FROM claim_pending WHERE stage = ? ORDER BY article LIMIT " + ARTICLES,
                row -> new Waiting(row.integer("article"), row.integer("asked")),
                stage);
    }

    /** An article with what was read from its record. */
    private record Read(Waiting waiting, ClaimReading reading) {}

    private boolean put() {
        record Due(Waiting waiting, ArticleRecord record) {}
        List<Due> found = database.read(session -> waiting(session, 0).stream()
                .map(one -> new Due(
                        one, CorrectionTables.corrected(session, one.article).inPlace()))
                .toList());
        List<Read> all = found.stream()
                .map(one -> new Read(one.waiting, reading.apply(one.record)))
                .toList();
        if (!all.isEmpty()) {
            database.write(session -> {
                all.forEach(one -> put(session, one));
                return true;
            });
        }
        articles += all.size();
        return !all.isEmpty();
    }

    private static void put(Session session, Read read) {
        int article = read.waiting.article;
        int still = session.update(
                "UPDATE claim_pending SET stage = 1 WHERE article = ? AND asked = ?", article, read.waiting.asked);
        if (still == 0) {
            // It changed while it was read, or went.
            return;
        }
        ClaimTables.removing(session, article);
        session.update("DELETE FROM proposition WHERE article = ?", article);
        References.put(session, article, read.reading.references());
        for (Two two : new Propositions(session).put(article, read.reading.propositions())) {
            if (ClaimTables.LINKS.has(session, two) && !Nearness.areNear(session, two)) {
                new ClaimLinks(session).remove(two);
            }
        }
    }

    /** Pairs that came near since something between them went. */
    private boolean matchPairs() {
        record Compared(List<Two> pairs, List<ClaimLinks.Kept> found) {}
        Compared compared = database.read(session -> {
            List<Two> pairs = session.list(
                    "SELECT first, second FROM claim_pair ORDER BY first, second LIMIT " + PAIRS,
                    row -> new Two(row.integer("first"), row.integer("second")));
            return new Compared(pairs, match(new Propositions(session), pairs));
        });
        if (compared.pairs.isEmpty()) {
            return false;
        }
        database.write(session -> {
            keep(session, compared.found);
            session.batch(
                    "DELETE FROM claim_pair WHERE first = ? AND second = ?",
                    compared.pairs.stream()
                            .map(two -> new Object[] {two.first(), two.second()})
                            .toList());
            return true;
        });
        return true;
    }

    /** Articles that came near since one between them went. */
    private boolean matchStories() {
        record Compared(List<Two> stories, List<ClaimLinks.Kept> found) {}
        Compared compared = database.read(session -> {
            List<Two> stories = session.list(
                    "SELECT first, second FROM story_pair ORDER BY first, second LIMIT 1",
                    row -> new Two(row.integer("first"), row.integer("second")));
            List<Two> pairs = new ArrayList<>();
            for (Two story : stories) {
                for (int one : ClaimTables.keysOf(session, story.first())) {
                    ClaimTables.keysOf(session, story.second()).forEach(other -> pairs.add(Two.of(one, other)));
                }
            }
            List<ClaimLinks.Kept> found = new ArrayList<>();
            Propositions propositions = new Propositions(session);
            for (int i = 0; i < pairs.size(); i += PAIRS) {
                found.addAll(match(propositions, pairs.subList(i, Math.min(pairs.size(), i + PAIRS))));
            }
            return new Compared(stories, found);
        });
        for (Two story : compared.stories) {
            database.write(session -> {
                keep(session, compared.found);
                return session.update(
                        "DELETE FROM story_pair WHERE first = ? AND second = ?", story.first(), story.second());
            });
        }
        return !compared.stories.isEmpty();
    }

    /** The propositions of articles that were put, against all that are near. */
    private boolean matchArticles() {
        record Compared(List<Waiting> articles, List<ClaimLinks.Kept> found) {}
        Compared compared = database.read(session -> {
            List<Waiting> articles = waiting(session, 1);
            return new Compared(articles, compare(session, articles));
        });
        if (compared.articles.isEmpty()) {
            return false;
        }
        database.write(session -> {
            keep(session, compared.found);
            for (Waiting one : compared.articles) {
                ClaimTables.touchArticle(session, one.article);
                session.update("DELETE FROM claim_pending WHERE article = ? AND asked = ?", one.article, one.asked);
            }
            return true;
        });
        return true;
    }

    /** Propositions that lost one of their strongest links, against all that are near: there may be others that come after. */
    private boolean matchShort() {
        record Compared(List<Integer> propositions, List<ClaimLinks.Kept> found) {}
        Compared compared = database.read(session -> {
            List<Integer> some = session.list(
                    "SELECT proposition FROM claim_short ORDER BY proposition LIMIT " + SHORT,
                    row -> row.integer("proposition"));
            Propositions propositions = new Propositions(session);
            List<ClaimLinks.Kept> found = new ArrayList<>();
            for (int one : some) {
                int article = (int) session.count("SELECT article FROM proposition WHERE key = ?", one);
                List<Two> pairs = Nearness.of(session, one, Nearness.ofStories(session, article)).stream()
                        .map(other -> Two.of(one, other))
                        .toList();
                found.addAll(match(propositions, pairs));
            }
            return new Compared(some, found);
        });
        if (compared.propositions.isEmpty()) {
            return false;
        }
        database.write(session -> {
            keep(session, compared.found);
            session.batch(
                    "DELETE FROM claim_short WHERE proposition = ?",
                    compared.propositions.stream()
                            .map(key -> new Object[] {key})
                            .toList());
            return true;
        });
        return true;
    }

    private List<ClaimLinks.Kept> compare(Session session, List<Waiting> articles) {
        Propositions propositions = new Propositions(session);
        Set<Integer> newcomers = new HashSet<>();
        articles.forEach(one -> newcomers.addAll(ClaimTables.keysOf(session, one.article)));
        List<ClaimLinks.Kept> found = new ArrayList<>();
        List<Two> pairs = new ArrayList<>();
        for (Waiting article : articles) {
            Set<Integer> ofStories = Nearness.ofStories(session, article.article);
            for (int one : ClaimTables.keysOf(session, article.article)) {
                for (int other : Nearness.of(session, one, ofStories)) {
                    // Of two newcomers the first looks at both.
                    if (!newcomers.contains(other) || one < other) {
                        pairs.add(Two.of(one, other));
                    }
                }
                if (pairs.size() >= PAIRS) {
                    found.addAll(match(propositions, pairs));
                    pairs.clear();
                }
                if (propositions.knownCount() > HELD) {
                    propositions.forget();
                }
            }
        }
        found.addAll(match(propositions, pairs));
        return found;
    }

    private List<ClaimLinks.Kept> match(Propositions propositions, List<Two> pairs) {
        Map<String, Two> rows = new TreeMap<>();
        List<Pair> asked = new ArrayList<>();
        for (Two two : pairs) {
            Proposition first = propositions.get(two.first());
            Proposition second = propositions.get(two.second());
            if (!first.statementId().equals(second.statementId())) {
                Pair pair = Pair.of(first, second);
                rows.put(pair.first().id() + " " + pair.second().id(), two);
                asked.add(pair);
            }
        }
        candidates += asked.size();
        List<ClaimLinks.Kept> found = new ArrayList<>();
        for (Link link : matcher.match(asked)) {
            Two two = rows.get(link.first() + " " + link.second());
            if (two == null) {
                throw new IllegalStateException("the matcher links what it was not asked for: " + link);
            }
            found.add(new ClaimLinks.Kept(two, link));
        }
        links += found.size();
        return found;
    }

    private static void keep(Session session, Collection<ClaimLinks.Kept> found) {
        Map<String, Optional<Integer>> keys = new HashMap<>();
        List<ClaimLinks.Kept> still = new ArrayList<>();
        for (ClaimLinks.Kept one : found) {
            if (isThere(session, one, keys)) {
                still.add(one);
            }
        }
        ClaimTables.touch(session, new ClaimLinks(session).put(still));
    }

    /** Whether both rows still are what they were when they were compared. */
    private static boolean isThere(Session session, ClaimLinks.Kept one, Map<String, Optional<Integer>> keys) {
        Optional<Integer> first = keys.computeIfAbsent(one.link().first(), id -> ClaimTables.keyOf(session, id));
        Optional<Integer> second = keys.computeIfAbsent(one.link().second(), id -> ClaimTables.keyOf(session, id));
        return first.isPresent()
                && second.isPresent()
                && Two.of(first.get(), second.get()).equals(one.two());
    }
}
