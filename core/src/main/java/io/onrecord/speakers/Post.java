package io.onrecord.speakers;

import io.onrecord.model.Role;
import io.onrecord.text.WordLists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A role, folded, so that it can be held against another.
 *
 * @param words of the title, without those that say when it was held
 * @param title those words in the order of characters
 * @param fields of work that the title belongs to, a bit each; 0 where it says nothing
 * @param tells whether it says what somebody does; {@code witness} and {@code spokesman} do not
 * @param of key of the state, organisation or place it belongs to, or empty
 * @param ofWords the words of that
 * @param former whether it is no longer held
 */
record Post(
        Set<String> words, String title, int fields, boolean tells, String of, Set<String> ofWords, boolean former) {

    /** How two posts, or all posts of two people, fit. */
    enum Fit {
        /** The same post in the same place, or posts of one career in it. */
        SAME,
        /** The same title; where, one of them does not say. */
        SAME_TITLE,
        /** Nothing can be told. */
        OPEN,
        /** Other work, which one person may do in one story: a minister, a businesswoman. */
        OTHER,
        /** Another trade, or the same post elsewhere. */
        APART
    }

    private static final Set<String> WHEN = Set.of(
            "former",
            "ex",
            "acting",
            "interim",
            "outgoing",
            "incoming",
            "then",
            "current",
            "late",
            "new",
            "longtime",
            "veteran",
            "retired",
            "the",
            "a",
            "an",
            "of",
            "for",
            "and",
            "at",
            "in",
            "her",
            "his",
            "their",
            "its");
    private static final Set<String> PAST = Set.of("former", "ex", "retired", "late", "then", "one-time", "onetime");
    /** With one of these a title is another title. */
    private static final Set<String> LESSER = Set.of("vice", "deputy", "assistant", "under", "shadow", "associate");

    private static final Map<String, Integer> FIELDS = new HashMap<>();
    private static final Map<String, List<String>> SHORTHAND = new HashMap<>();
    /** Fields whose people act in public, so that one of them may be another, too. */
    private static final int PUBLIC;
    /** Fields in which one climbs from post to post within a firm or a school. */
    private static final int STAFF;

    static {
        int bit = 1;
        int open = 0;
        int staff = 0;
        for (List<String> row : WordLists.rows(Post.class, "trades.tsv")) {
            for (String word : row.get(1).split(" ", -1)) {
                FIELDS.merge(word, bit, (a, b) -> a | b);
            }
            open |= Set.of("politics", "law", "business", "media", "military", "science", "police")
                            .contains(row.get(0))
                    ? bit
                    : 0;
            staff |= Set.of("business", "science", "teaching", "medicine", "media", "craft", "transport")
                            .contains(row.get(0))
                    ? bit
                    : 0;
            bit <<= 1;
        }
        PUBLIC = open;
        STAFF = staff;
        for (List<String> row : WordLists.rows(Post.class, "shorthand.tsv")) {
            SHORTHAND.put(row.get(0), List.of(row.get(1).split(" ", -1)));
        }
    }

    Post {
        words = Set.copyOf(words);
        ofWords = Set.copyOf(ofWords);
    }

    static Post of(Role role) {
        List<String> all = new ArrayList<>();
        for (String word : Folding.words(role.title())) {
            String bare = word.startsWith("ex-") ? word.substring(3) : word;
            if (!bare.equals(word)) {
                all.add("ex");
            }
            all.addAll(SHORTHAND.getOrDefault(bare, List.of(bare)));
        }
        boolean former = all.stream().anyMatch(PAST::contains);
        String of = role.of().orElse("");
        // The Avenian finance minister is one of Avenia.
        if (of.isEmpty()
                && !all.isEmpty()
                && Countries.ofPeople(role.title().strip().split("\\s+", -1)[0]).isPresent()) {
            of = role.title().strip().split("\\s+", -1)[0];
            all.remove(0);
        }
        Set<String> words = new HashSet<>(all);
        words.removeAll(WHEN);
        int fields = 0;
        for (String word : words) {
            fields |= FIELDS.getOrDefault(word, 0);
        }
        Set<String> kept = words.isEmpty() ? Set.copyOf(all) : words;
        boolean tells = fields != 0 || kept.stream().noneMatch(Vocabulary.PERSON_NOUNS::contains);
        String title = String.join(" ", kept.stream().sorted().toList());
        return new Post(kept, title, fields, tells, key(of), Set.copyOf(Folding.words(of)), former);
    }

    /** What a place has in common with its people and its capital; empty for none. */
    static String key(String of) {
        String name = of.strip().replaceFirst("^[Tt]he\\s+", "");
        if (name.isEmpty()) {
            return "";
        }
        return Countries.named(name)
                .or(() -> Countries.ofPeople(name))
                .map(country -> "=" + country.code())
                .orElseGet(() -> {
                    List<String> words = Folding.words(name);
                    return words.size() == 1 ? Folding.stem(words.get(0)) : String.join(" ", words);
                });
    }

    /** Whether a folded word names a trade or a post. */
    static boolean isTrade(String word) {
        return FIELDS.containsKey(word);
    }

    boolean isOneWith(Post other) {
        return title.equals(other.title) && !of.isEmpty() && !other.of.isEmpty() && sameOf(other);
    }

    Fit fit(Post other) {
        boolean bothSay = !of.isEmpty() && !other.of.isEmpty();
        boolean sameOf = bothSay && sameOf(other);
        if (titleFits(other)) {
            return sameOf ? Fit.SAME : bothSay ? Fit.APART : Fit.SAME_TITLE;
        }
        if (!tells || !other.tells) {
            return Fit.OPEN;
        }
        if (fields == 0 || other.fields == 0) {
            return sameOf && (isFirm() || other.isFirm()) && ((fields | other.fields) & ~STAFF) == 0
                    ? Fit.SAME
                    : Fit.OTHER;
        }
        if ((fields & other.fields) != 0) {
            return sameOf ? Fit.SAME : bothSay ? Fit.OTHER : Fit.OPEN;
        }
        if (sameOf && isFirm() && (fields & STAFF) != 0 && (other.fields & STAFF) != 0) {
            return Fit.SAME;
        }
        return (fields & PUBLIC) != 0 && (other.fields & PUBLIC) != 0 ? Fit.OTHER : Fit.APART;
    }

    private boolean titleFits(Post other) {
        if (title.equals(other.title)) {
            return true;
        }
        if ((fields & other.fields) == 0) {
            return false;
        }
        boolean longer = words.size() > other.words.size();
        Set<String> more = longer ? words : other.words;
        Set<String> fewer = longer ? other.words : words;
        return more.containsAll(fewer)
                && more.stream().noneMatch(word -> LESSER.contains(word) && !fewer.contains(word));
    }

    private boolean sameOf(Post other) {
        return of.equals(other.of)
                || (ofWords.size() != other.ofWords.size()
                        && (ofWords.containsAll(other.ofWords) || other.ofWords.containsAll(ofWords)));
    }

    /** A name of several words is a body rather than a town, more often than not. */
    private boolean isFirm() {
        return ofWords.size() > 1 && !of.startsWith("=");
    }

    /** How all posts of two people fit: the best of the pairs that say something, else the worst. */
    static Fit fit(List<Post> some, List<Post> others) {
        Fit best = Fit.OPEN;
        Fit worst = Fit.OPEN;
        for (Post post : some) {
            for (Post other : others) {
                Fit fit = post.fit(other);
                best = fit.compareTo(best) < 0 ? fit : best;
                worst = fit.compareTo(worst) > 0 ? fit : worst;
            }
        }
        return best != Fit.OPEN ? best : worst;
    }
}
