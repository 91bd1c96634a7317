package io.onrecord.reading.page;

import java.util.ArrayList;
import java.util.List;

/**
 * What is read of a page that has no running text: a notice of a sentence or two that somebody saved. It must stand
 * outside of links, headings and what is around an article by its role.
 */
final class ShortText {

    private static final double MOST_LINKED = 0.5;

    private ShortText() {}

    /**
     * In reading order; none if there are only links and labels.
     *
     * @param scripts whether the page has any: what it shows besides paragraphs may be there until they have run
     */
    static List<Block> of(Boxes page, Headlines headlines, boolean scripts) {
        boolean linked = page.blocks().stream().anyMatch(block -> block.linkDensity() > 0);
        List<Block> text = new ArrayList<>();
        for (Block block : page.blocks()) {
            boolean paragraph = Prose.isParagraph(block.box());
            boolean said = paragraph || (!scripts && (!linked || Prose.endsSentence(block.text())));
            if (said && block.linkDensity() < MOST_LINKED && !isOut(block.box()) && !Prose.isHeading(block.box())) {
                text.add(block);
            }
        }
        List<Block> kept = Paragraphs.withoutFurniture(text);
        List<Block> untitled =
                kept.stream().filter(block -> !headlines.have(block.text())).toList();
        return untitled.isEmpty() ? kept : untitled;
    }

    private static boolean isOut(Box box) {
        for (Box at = box; at != null; at = at.parent()) {
            if (at.role().isOut()) {
                return true;
            }
        }
        return false;
    }
}
