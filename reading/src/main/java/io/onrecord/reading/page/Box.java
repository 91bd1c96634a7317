package io.onrecord.reading.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element that a browser shows as a box of its own, with what the search for the article needs to know of it. Made by
 * {@link Boxes} for one page, on one thread; fixed once that is done.
 */
final class Box {

    private final String tag;
    private final String look;
    private final @Nullable Box parent;
    private final Role role;
    private final List<Box> boxes = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    /** Order of the first and one after the last block inside. */
    private int first;

    private int end;
    private int length;
    private int linked;
    /** Characters of running text: blocks that look like sentences. */
    private int prose;

    private double score;
    /** Characters of the running text that may be part of the article. */
    private int good;

    Box(String tag, String look, @Nullable Box parent, Role role, int first) {
        this.tag = tag;
        this.look = look;
        this.parent = parent;
        this.role = role;
        this.first = first;
        this.end = first;
        if (parent != null) {
            parent.boxes.add(this);
        }
    }

    String tag() {
        return tag;
    }

    /** The same for boxes that come from the same place of a template. */
    String look() {
        return look;
    }

    @Nullable
    Box parent() {
        return parent;
    }

    Role role() {
        return role;
    }

    List<Box> boxes() {
        return boxes;
    }

    /** Blocks directly in it. */
    List<Block> blocks() {
        return blocks;
    }

    int first() {
        return first;
    }

    int end() {
        return end;
    }

    /** Characters in it, at any depth. */
    int length() {
        return length;
    }

    int prose() {
        return prose;
    }

    double linkDensity() {
        return length == 0 ? 0 : Math.min(1, linked / (double) length);
    }

    double score() {
        return score;
    }

    int good() {
        return good;
    }

    void addGood(int characters) {
        good += characters;
    }

    void add(double points) {
        score += points;
    }

    /** Called once for each box, after all boxes inside it. */
    void close(int blocksSoFar) {
        end = blocksSoFar;
        for (Block block : blocks) {
            length += block.visible();
            linked += block.linked();
            prose += Prose.is(block) ? block.length() : 0;
        }
        for (Box box : boxes) {
            length += box.length;
            linked += box.linked;
            prose += box.prose;
        }
    }

    boolean contains(Block block) {
        return first <= block.order() && block.order() < end;
    }
}
