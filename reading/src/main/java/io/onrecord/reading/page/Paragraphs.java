package io.onrecord.reading.page;

import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.text.Furniture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Blocks as the paragraphs of one text, a blank line between two of them. */
final class Paragraphs {

    private Paragraphs() {}

    static Text of(List<Block> blocks) {
        StringBuilder value = new StringBuilder();
        List<Span> spans = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            if (value.length() > 0) {
                value.append("\n\n");
            }
            int start = value.length();
            value.append(block.text());
            spans.add(new Span(start, value.length()));
        }
        return new Text(value.toString(), spans);
    }

    /** Without what is furniture by its words. */
    static List<Block> withoutFurniture(List<Block> blocks) {
        Text text = of(blocks);
        Set<Span> furniture = new HashSet<>(Furniture.of(text));
        List<Span> spans = text.paragraphs();
        List<Block> kept = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (!furniture.contains(spans.get(i))) {
                kept.add(blocks.get(i));
            }
        }
        return kept;
    }
}
