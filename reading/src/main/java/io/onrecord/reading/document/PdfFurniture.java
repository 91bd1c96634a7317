package io.onrecord.reading.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the lines that belong to the pages, not to the text: running heads and feet, and page numbers. */
final class PdfFurniture {

    /** Lines at the top and at the bottom of a page that may be furniture. */
    private static final int EDGE = 3;

    /** On so many of the pages, at the same height, a line is furniture; left and right pages may differ. */
    private static final float SHARE = 0.3f;

    private static final float SAME_HEIGHT = 4;

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?i)(?:page|p\\.?|seite|- )?\\s*\\d{1,5}(?:\\s*(?:of|/|von|de)\\s*\\d{1,5}| -)?");

    private static final Pattern PAGE_OF = Pattern.compile("(?i)page\\s*\\d{1,5}\\s*(?:of|/)\\s*\\d{1,5}");

    private PdfFurniture() {}

    /** What is left without it. */
    static List<PdfLine> without(List<PdfLine> lines) {
        Map<Integer, List<PdfLine>> pages = new HashMap<>();
        for (PdfLine line : lines) {
            pages.computeIfAbsent(line.page(), page -> new ArrayList<>()).add(line);
        }
        Map<String, Set<Integer>> seen = new HashMap<>();
        Map<Integer, List<PdfLine>> edges = new HashMap<>();
        pages.forEach((page, all) -> {
            List<PdfLine> edge = edge(all);
            edges.put(page, edge);
            for (PdfLine line : edge) {
                for (String key : keys(line)) {
                    seen.computeIfAbsent(key, any -> new HashSet<>()).add(page);
                }
            }
        });
        Set<PdfLine> furniture = new HashSet<>();
        edges.values().forEach(edge -> {
            for (PdfLine line : edge) {
                if (isFurniture(line, seen, pages.size())) {
                    furniture.add(line);
                }
            }
        });
        return lines.stream().filter(line -> !furniture.contains(line)).toList();
    }

    private static boolean isFurniture(PdfLine line, Map<String, Set<Integer>> seen, int pages) {
        if (PAGE_OF.matcher(line.text()).matches()) {
            return true;
        }
        int most = 0;
        for (String key : keys(line)) {
            most = Math.max(most, seen.getOrDefault(key, Set.of()).size());
        }
        boolean number = PAGE_NUMBER.matcher(line.text()).matches();
        return most >= Math.max(2, number ? 2 : (int) Math.ceil(SHARE * pages));
    }

    /** The topmost and the bottommost lines, whatever their order in the program. */
    private static List<PdfLine> edge(List<PdfLine> page) {
        List<PdfLine> sorted = new ArrayList<>(page);
        sorted.sort((a, b) -> Float.compare(a.y(), b.y()));
        if (sorted.size() <= 2 * EDGE) {
            return sorted;
        }
        List<PdfLine> edge = new ArrayList<>(sorted.subList(0, EDGE));
        edge.addAll(sorted.subList(sorted.size() - EDGE, sorted.size()));
        return edge;
    }

    /** The text but for its numbers, with its height rounded down and up, so that neighbours meet in one of them. */
    private static List<String> keys(PdfLine line) {
        String text = DIGITS.matcher(line.text().toLowerCase(Locale.ROOT)).replaceAll("#");
        int height = (int) (line.y() / SAME_HEIGHT);
        return List.of(text + "@" + height, text + "@" + (height + 1));
    }
}
