package io.onrecord.store;

import io.onrecord.claims.Link;
import io.onrecord.claims.Matcher;
import io.onrecord.claims.Pair;
import io.onrecord.claims.Proposition;
import io.onrecord.model.ArticleRecord;
import io.onrecord.store.KeyTable.Two;
import java.util.ArrayList;
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

    private static final ClaimReading NOTHING = new ClaimReading(List.of(), List.of());

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
                || database.writeAlone(ClaimMerge::step);
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
        record Due(Waiting waiting, Optional<ArticleRecord> record) {}
        List<Due> found = database.read(session -> waiting(session, 0).stream()
                .map(one -> new Due(one, record(session, one.article)))
                .toList());
        List<Read> all = found.stream()
                .map(one -> new Read(one.waiting, one.record.map(reading).orElse(NOTHING)))
                .toList();
        if (!all.isEmpty()) {
            database.writeAlone(session -> {
                all.forEach(one -> put(session, one));
                return true;
            });
        }
        articles += all.size();
        return !all.isEmpty();
    }

    /** What claims are made of; nothing of a damaged record, which {@code Store.check} tells of: the others must go on. */
    private static Optional<ArticleRecord> record(Session session, int article) {
        try {
            return Optional.of(CorrectionTables.corrected(session, article).inPlace());
        } catch (StoreException e) {
            if (e.reason() != StoreException.Reason.DAMAGED) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static void put(Session session, Read read) {
        int article = read.waiting.article;
        int still = session.update(
                "UPDATE claim_pending SET stage = 1 WHERE article = ? AND asked = ? AND stage = 0",
                article,
                read.waiting.asked);
        if (still == 0) {
            // It changed while it was read, or went, or another has put it and may be comparing it now.
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
        record Compared(List<Two> pairs, Found found) {}
        Compared compared = database.read(session -> {
            List<Two> pairs = session.list(
                    "SELECT first, second FROM claim_pair ORDER BY first, second LIMIT " + PAIRS,
                    row -> new Two(row.integer("first"), row.integer("second")));
            Propositions propositions = new Propositions(session);
            Found found = new Found();
            match(propositions, pairs, found);
            pairs.forEach(two -> found.see(propositions, two));
            return new Compared(pairs, found);
        });
        if (compared.pairs.isEmpty()) {
            return false;
        }
        database.writeAlone(session -> {
            Propositions now = new Propositions(session);
            keep(session, now, compared.found);
            session.batch(
                    "DELETE FROM claim_pair WHERE first = ? AND second = ?",
                    compared.pairs.stream()
                            .filter(two -> compared.found.isStill(now, two))
                            .map(two -> new Object[] {two.first(), two.second()})
                            .toList());
            return true;
        });
        return true;
    }

    /** Articles that came near since one between them went. */
    private boolean matchStories() {
        record Compared(List<Two> stories, Set<Integer> members, Found found) {}
        Compared compared = database.read(session -> {
            List<Two> stories = session.list(
                    "SELECT first, second FROM story_pair ORDER BY first, second LIMIT 1",
                    row -> new Two(row.integer("first"), row.integer("second")));
            List<Two> pairs = new ArrayList<>();
            Set<Integer> members = new HashSet<>();
            for (Two story : stories) {
                members.addAll(membersOf(session, story));
                for (int one : ClaimTables.keysOf(session, story.first())) {
                    ClaimTables.keysOf(session, story.second()).forEach(other -> pairs.add(Two.of(one, other)));
                }
            }
            Found found = new Found();
            Propositions propositions = new Propositions(session);
            for (int i = 0; i < pairs.size(); i += PAIRS) {
                match(propositions, pairs.subList(i, Math.min(pairs.size(), i + PAIRS)), found);
            }
            members.forEach(key -> found.see(propositions, key));
            return new Compared(stories, members, found);
        });
        for (Two story : compared.stories) {
            database.writeAlone(session -> {
                Propositions now = new Propositions(session);
                keep(session, now, compared.found);
                if (membersOf(session, story).equals(compared.members)
                        && compared.members.stream().allMatch(key -> compared.found.isStill(now, key))) {
                    session.update(
                            "DELETE FROM story_pair WHERE first = ? AND second = ?", story.first(), story.second());
                }
                return true;
            });
        }
        return !compared.stories.isEmpty();
    }

    private static Set<Integer> membersOf(Session session, Two story) {
        Set<Integer> members = new HashSet<>(ClaimTables.keysOf(session, story.first()));
        members.addAll(ClaimTables.keysOf(session, story.second()));
        return members;
    }

    /** The propositions of articles that were put, against all that are near. */
    private boolean matchArticles() {
        record Compared(List<Waiting> articles, Found found) {}
        Compared compared = database.read(session -> {
            List<Waiting> articles = waiting(session, 1);
            return new Compared(articles, compare(session, articles));
        });
        if (compared.articles.isEmpty()) {
            return false;
        }
        database.writeAlone(session -> {
            keep(session, new Propositions(session), compared.found);
            for (Waiting one : compared.articles) {
                ClaimTables.touchArticle(session, one.article);
                session.update(
                        "DELETE FROM claim_pending WHERE article = ? AND asked = ? AND stage = 1",
                        one.article,
                        one.asked);
            }
            return true;
        });
        return true;
    }

    /** Propositions that lost one of their strongest links, against all that are near: there may be others that come after. */
    private boolean matchShort() {
        record Compared(List<Integer> propositions, Found found) {}
        Compared compared = database.read(session -> {
            List<Integer> some = session.list(
                    "SELECT proposition FROM claim_short ORDER BY proposition LIMIT " + SHORT,
                    row -> row.integer("proposition"));
            Propositions propositions = new Propositions(session);
            Found found = new Found();
            for (int one : some) {
                int article = (int) session.count("SELECT article FROM proposition WHERE key = ?", one);
                List<Two> pairs = Nearness.of(session, one, Nearness.ofStories(session, article)).stream()
                        .map(other -> Two.of(one, other))
                        .toList();
                match(propositions, pairs, found);
                found.see(propositions, one);
            }
            return new Compared(some, found);
        });
        if (compared.propositions.isEmpty()) {
            return false;
        }
        database.writeAlone(session -> {
            Propositions now = new Propositions(session);
            keep(session, now, compared.found);
            session.batch(
                    "DELETE FROM claim_short WHERE proposition = ?",
                    compared.propositions.stream()
                            .filter(key -> compared.found.isStill(now, key))
                            .map(key -> new Object[] {key})
                            .toList());
            return true;
        });
        return true;
    }

    private Found compare(Session session, List<Waiting> articles) {
        Propositions propositions = new Propositions(session);
        Set<Integer> newcomers = new HashSet<>();
        articles.forEach(one -> newcomers.addAll(ClaimTables.keysOf(session, one.article)));
        Found found = new Found();
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
                    match(propositions, pairs, found);
                    pairs.clear();
                }
                if (propositions.knownCount() > HELD) {
                    propositions.forget();
                }
            }
        }
        match(propositions, pairs, found);
        return found;
    }

    /**
     * What was found, and what the propositions were like of which it was found. Others may work on the same store meanwhile, and a
     * row of the same number may be another proposition by then, or the same one with other words or a meaning.
     */
    private static final class Found {

        private final List<ClaimLinks.Kept> links = new ArrayList<>();

        /** By row a digest of the proposition, which is all that has to be remembered of it. */
        private final Map<Integer, Integer> seen = new HashMap<>();

        void see(Propositions propositions, int key) {
            if (!seen.containsKey(key)) {
                seen.put(key, propositions.get(key).hashCode());
            }
        }

        void see(Propositions propositions, Two two) {
            see(propositions, two.first());
            see(propositions, two.second());
        }

        /** Whether a proposition is what it was when it was compared. */
        boolean isStill(Propositions now, int key) {
            return now.find(key).map(Proposition::hashCode).equals(Optional.ofNullable(seen.get(key)));
        }

        boolean isStill(Propositions now, Two two) {
            return isStill(now, two.first()) && isStill(now, two.second());
        }
    }

    private void match(Propositions propositions, List<Two> pairs, Found found) {
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
        for (Link link : matcher.match(asked)) {
            Two two = rows.get(link.first() + " " + link.second());
            if (two == null) {
                throw new IllegalStateException("the matcher links what it was not asked for: " + link);
            }
            found.links.add(new ClaimLinks.Kept(two, link));
            found.see(propositions, two);
            links++;
        }
    }

    private static void keep(Session session, Propositions now, Found found) {
        List<ClaimLinks.Kept> still = found.links.stream()
                .filter(one -> found.isStill(now, one.two()))
                .toList();
        ClaimTables.touch(session, new ClaimLinks(session).put(still));
    }
}
