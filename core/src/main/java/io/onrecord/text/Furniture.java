package io.onrecord.text;

import io.onrecord.model.Span;
import io.onrecord.model.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds page furniture inside a text: paragraphs that a page wraps around its articles and that came along with the text,
 * such as headlines of other stories, notices, credits and calls to subscribe. By the words of English pages; conservative,
 * since a paragraph that is wrongly taken for furniture takes standing from what is stated there.
 */
public final class Furniture {

    /** Without a label over them, so many headlines in a row are a list of other stories. */
    private static final int FEWEST_HEADLINES = 3;

    private static final int FEWEST_VERBS = 2;

    private Furniture() {}

    /** The paragraphs that are furniture, in order. */
    public static List<Span> of(Text text) {
        List<String> lines =
                text.paragraphs().stream().map(span -> span.of(text.value())).toList();
        boolean[] furniture = new boolean[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            furniture[i] = FurnitureLine.isFurniture(lines.get(i));
        }
        int i = 0;
        while (i < lines.size()) {
            int end = endOfHeadlines(lines, i, furniture);
            if (end > i && isListOfStories(lines, i, end)) {
                Arrays.fill(furniture, i, end, true);
            }
            i = Math.max(i + 1, end);
        }
        List<Span> spans = new ArrayList<>();
        for (int line = 0; line < furniture.length; line++) {
            if (furniture[line]) {
                spans.add(text.paragraphs().get(line));
            }
        }
        return spans;
    }

    private static int endOfHeadlines(List<String> lines, int from, boolean[] furniture) {
        int end = from;
        while (end < lines.size() && !furniture[end] && FurnitureLine.isHeadline(lines.get(end))) {
            end++;
        }
        return end;
    }

    private static boolean isListOfStories(List<String> lines, int from, int end) {
        if (from > 0 && FurnitureLine.isListLabel(lines.get(from - 1))) {
            return true;
        }
        // A title and what stands under it come first; a colon announces a list of the article's own.
        if (from == 0 || end - from < FEWEST_HEADLINES || lines.get(from - 1).endsWith(":")) {
            return false;
        }
        return lines.subList(from, end).stream()
                        .filter(FurnitureLine::hasHeadlineVerb)
                        .count()
                >= FEWEST_VERBS;
    }
}
