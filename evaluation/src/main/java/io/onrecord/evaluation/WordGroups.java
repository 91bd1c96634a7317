package io.onrecord.evaluation;

import io.onrecord.evaluation.ClaimsGold.Labelled;
import io.onrecord.evaluation.ClaimsGold.Place;
import io.onrecord.evaluation.ClaimsGold.Stated;
import io.onrecord.model.Span;
import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Claims as somebody would make them who only compares words: what to measure claims against. */
final class WordGroups {

    private static final double LEAST = 0.5;

    /** Words of at most so many letters are those of grammar. */
    private static final int SHORT = 3;

    private WordGroups() {}

    /** Each gold statement that has a claim. */
    static void forEachClaimed(ClaimsGold gold, BiConsumer<Place, Stated> each) {
        for (Labelled article : gold.articles()) {
            article.statements().forEach((id, stated) -> {
                if (stated.claim().isPresent()) {
                    each.accept(new Place(article.article().address(), id), stated);
                }
            });
        }
    }

    /** Each a claim of its own. */
    static BCubed singletons(ClaimsGold gold) {
        BCubed score = new BCubed();
        forEachClaimed(
                gold,
                (place, stated) -> score.add(stated.claim().orElseThrow(), place.article() + " " + place.statement()));
        return score;
    }

    /** Those of which half of the words are the same belong together. */
    static BCubed alike(ClaimsGold gold) {
        List<String> claims = new ArrayList<>();
        List<Set<String>> contents = new ArrayList<>();
        for (Labelled article : gold.articles()) {
            String text = article.article().text().value();
            article.statements().values().stream()
                    .filter(stated -> stated.claim().isPresent())
                    .forEach(stated -> {
                        claims.add(stated.claim().orElseThrow());
                        contents.add(words(text, stated.words().content()));
                    });
        }
        int[] groups = new int[claims.size()];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = i;
            for (int j = 0; j < i; j++) {
                if (isLike(contents.get(i), contents.get(j))) {
                    join(groups, i, groups[i], groups[j]);
                }
            }
        }
        BCubed score = new BCubed();
        for (int i = 0; i < groups.length; i++) {
            score.add(claims.get(i), String.valueOf(groups[i]));
        }
        return score;
    }

    private static void join(int[] groups, int upTo, int from, int to) {
        for (int i = 0; i <= upTo; i++) {
            if (groups[i] == from) {
                groups[i] = to;
            }
        }
    }

    private static Set<String> words(String text, List<Span> spans) {
        Set<String> found = new HashSet<>();
        for (Span span : spans) {
            Words words = Words.of(text, span);
            for (int i = 0; i < words.size(); i++) {
                if (words.isWord(i) && words.at(i).length() > SHORT) {
                    found.add(words.at(i));
                }
            }
        }
        return found;
    }

    private static boolean isLike(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        int all = one.size() + other.size() - both.size();
        return all > 0 && both.size() >= LEAST * all;
    }
}
