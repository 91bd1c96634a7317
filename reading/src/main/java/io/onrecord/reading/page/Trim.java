package io.onrecord.reading.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Leaves out of the part of a page that is the article what does not belong to it. */
final class Trim {

    /** Boxes that are out by their role stay in if they hold more than this share of the running text. */
    private static final double MOST_OUT = 1.0 / 3;

    private static final double LINK_LIST = 0.5;
    private static final double LINK_LINE = 0.8;

    /** Lines that are links for more characters than this on average are text. */
    private static final int LINK_LENGTH = 100;

    /** Of headings and lines before the text, the title among them. */
    private static final int LONGEST_LEAD = 12;

    /** Share of the running text that may come before the title. */
    private static final double MOST_LEAD = 0.2;

    private final Boxes page;
    private final Box root;
    private final Headlines headlines;

    Trim(Boxes page, Box root, Headlines headlines) {
        this.page = page;
        this.root = root;
        this.headlines = headlines;
    }

    List<Block> blocks() {
        Set<Box> in = kept();
        List<Block> kept = new ArrayList<>();
        List<Block> inside = page.blocks().subList(root.first(), root.end());
        for (int i = 0; i < inside.size(); i++) {
            Block block = inside.get(i);
            if (!in.contains(block.box()) || isLinkLine(block)) {
                continue;
            }
            if (Prose.isHeading(block.box()) && i + 1 < inside.size() && headsLinks(inside.get(i + 1))) {
                continue;
            }
            kept.add(block);
        }
        return withoutTail(withoutFurniture(withoutLead(kept)));
    }

    /** What stands before the first paragraph: kicker, title, standfirst, by-line, time of reading. */
    private List<Block> withoutLead(List<Block> blocks) {
        int start = 0;
        int before = 0;
        for (int i = 0; i < Math.min(LONGEST_LEAD, blocks.size()) && before <= MOST_LEAD * root.prose(); i++) {
            if (headlines.have(blocks.get(i).text())) {
                start = i + 1;
            }
            before += Prose.is(blocks.get(i)) ? blocks.get(i).length() : 0;
        }
        while (start < blocks.size() && !opens(blocks.get(start))) {
            start++;
        }
        return start == blocks.size() ? blocks : blocks.subList(start, blocks.size());
    }

    /** Whether an article may begin with it. A paragraph that begins with a quotation mark may be short. */
    private static boolean opens(Block block) {
        if (Prose.isHeading(block.box())) {
            return false;
        }
        return Prose.endsSentence(block.text()) && Prose.isParagraph(block.box()) || block.length() >= 45;
    }

    /** What is furniture by its words. */
    private static List<Block> withoutFurniture(List<Block> blocks) {
        List<Block> kept = Paragraphs.withoutFurniture(blocks);
        return kept.isEmpty() ? blocks : kept;
    }

    private List<Block> withoutTail(List<Block> blocks) {
        int end = blocks.size();
        while (end > 0
                && (Prose.isHeading(blocks.get(end - 1).box())
                        || blocks.get(end - 1).linkDensity() > LINK_LIST)) {
            end--;
        }
        return end == 0 ? blocks : blocks.subList(0, end);
    }

    private boolean headsLinks(Block next) {
        return isLinkLine(next) || isLinkList(next.box());
    }

    private boolean isLinkList(@Nullable Box box) {
        for (Box at = box; at != null && at != root; at = at.parent()) {
            if (listsLinks(at)) {
                return true;
            }
        }
        return false;
    }

    /** Each box after the one around it, so that no depth is too deep. */
    private Set<Box> kept() {
        Set<Box> in = Collections.newSetFromMap(new IdentityHashMap<>());
        in.add(root);
        for (Box box : page.all()) {
            Box parent = box.parent();
            if (box == root || parent == null || box.first() < root.first() || box.end() > root.end()) {
                continue;
            }
            boolean stays = in.contains(parent) || (box.tag().equals("blockquote") && isEmbedded(parent));
            if (stays && !hasRoleOut(box) && !listsLinks(box)) {
                in.add(box);
            }
        }
        return in;
    }

    /** A quotation in a frame of its own, such as a post that is shown in the article, is part of it. */
    private boolean isEmbedded(Box frame) {
        for (Box at = frame; at != root; at = at.parent()) {
            if (at == null || at.role() == Role.FURNITURE || at.role() == Role.OUTSIDE) {
                return false;
            }
        }
        return true;
    }

    private boolean hasRoleOut(Box box) {
        return box.role() == Role.OUTSIDE || (box.role().isOut() && box.prose() <= MOST_OUT * root.prose());
    }

    private boolean listsLinks(Box box) {
        return box.linkDensity() > LINK_LIST
                && !box.tag().equals("p")
                && !isTable(box)
                && box.length() < LINK_LENGTH * (box.end() - box.first())
                && box.prose() <= MOST_OUT * root.prose();
    }

    private static boolean isLinkLine(Block block) {
        return block.linkDensity() > LINK_LINE
                && !isTable(block.box())
                && (block.length() < LINK_LENGTH || !Prose.endsSentence(block.text()));
    }

    /** Names in tables of results are often links. */
    private static boolean isTable(Box box) {
        return box.tag().startsWith("t");
    }
}
