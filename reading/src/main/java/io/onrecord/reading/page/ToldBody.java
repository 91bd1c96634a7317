package io.onrecord.reading.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of the article as the page gives it to machines, to check what was found against. Never the source of the text: it is
 * often cut, and has no paragraphs.
 */
final class ToldBody {

    /** Shorter ones say little. */
    private static final int SHORTEST = 200;

    private static final int LONGEST = 200_000;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern TAG = Pattern.compile("<[^<>]{1,500}>");

    private final Set<String> told;

    private ToldBody(Set<String> told) {
        this.told = told;
    }

    static ToldBody of(Optional<String> body) {
        return new ToldBody(body.map(text -> TAG.matcher(text.substring(0, Math.min(text.length(), LONGEST)))
                        .replaceAll(" "))
                .filter(text -> text.length() >= SHORTEST)
                .map(ToldBody::pairs)
                .orElse(Set.of()));
    }

    /** Whether most of what was told is in what was found; true if nothing was told. */
    boolean isIn(List<Block> blocks) {
        return told.isEmpty() || 2 * shared(pairs(blocks)) >= told.size();
    }

    /** How much of either is in the other, 0 to 1. */
    double agreement(List<Block> blocks) {
        Set<String> found = pairs(blocks);
        return found.isEmpty() ? 0 : 2.0 * shared(found) / (found.size() + told.size());
    }

    private int shared(Set<String> found) {
        int shared = 0;
        for (String pair : found) {
            shared += told.contains(pair) ? 1 : 0;
        }
        return shared;
    }

    private static Set<String> pairs(List<Block> blocks) {
        Set<String> pairs = new HashSet<>();
        for (Block block : blocks) {
            pairs.addAll(pairs(block.text()));
        }
        return pairs;
    }

    /** Of words that follow one another. */
    private static Set<String> pairs(String text) {
        List<String> words = new ArrayList<>();
        for (Matcher matcher = WORD.matcher(text); matcher.find(); ) {
            words.add(matcher.group());
        }
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < words.size(); i++) {
            pairs.add(words.get(i) + ' ' + words.get(i + 1));
        }
        return pairs;
    }
}
