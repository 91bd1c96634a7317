package io.onrecord.reading.page;

import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Finds the part of a page that is the article: where running text is dense and links are few. The scores follow the idea
 * of Readability (Arc90, 2010): each paragraph speaks for the boxes around it, less the further out they are.
 */
final class Body {

    /** Steps outwards for which a paragraph speaks. */
    private static final int LEVELS = 6;

    /** A parent is taken instead of the best box if the text that it adds scores this much of it. */
    private static final double PARENT_SHARE = 0.75;

    /** Boxes that look alike are pieces of one article if together they hold so many times what the best one holds. */
    private static final double PIECES = 1.5;

    /** Boxes that are held against what the page tells, if the best one does not agree with it. */
    private static final int CANDIDATES = 12;

    private final Boxes page;
    private final Headlines headlines;
    private final ToldBody told;

    private Body(Boxes page, Headlines headlines, ToldBody told) {
        this.page = page;
        this.headlines = headlines;
        this.told = told;
    }

    /** The blocks of the article in reading order, furniture among them left out; none if there is no article. */
    static List<Block> of(Boxes page, Headlines headlines, ToldBody told) {
        return new Body(page, headlines, told).find();
    }

    private List<Block> find() {
        score();
        List<Box> candidates = page.all().stream()
                .filter(box -> value(box) > 0)
                .sorted(Comparator.comparingDouble(Body::value).reversed())
                .limit(CANDIDATES)
                .toList();
        if (candidates.isEmpty()) {
            return List.of();
        }
        List<Block> best = new Trim(page, widened(candidates.get(0)), headlines).blocks();
        return told.isIn(best) ? best : agreed(candidates, best);
    }

    /** Of the boxes that hold what the page tells, the one with the least beside it. */
    private List<Block> agreed(List<Box> candidates, List<Block> otherwise) {
        List<Block> best = otherwise;
        double most = 0;
        for (Box candidate : candidates) {
            List<Block> blocks = new Trim(page, candidate, headlines).blocks();
            double agreement = told.agreement(blocks);
            if (agreement > most && told.isIn(blocks)) {
                most = agreement;
                best = blocks;
            }
        }
        return best;
    }

    private void score() {
        Set<Box> out = out();
        for (Block block : page.blocks()) {
            if (!Prose.is(block) || out.contains(block.box())) {
                continue;
            }
            double points = 1 + Prose.commas(block.text()) + Math.min(3, block.length() / 100.0);
            for (Box at = block.box(); at != null; at = at.parent()) {
                at.addGood(block.length());
            }
            Box box = start(block.box());
            int level = 0;
            while (level < LEVELS && box != null) {
                box.add(points / divisor(level));
                Box parent = box.parent();
                // A wrapper around nothing else is no step outwards.
                level += parent != null && parent.length() > box.length() ? 1 : 0;
                box = parent;
            }
        }
    }

    private static double divisor(int level) {
        return level == 0 ? 1 : level == 1 ? 2 : 3.0 * level;
    }

    /** Paragraphs and what can be nothing but part of something larger speak for what they stand in. */
    private static Box start(Box box) {
        Box at = box;
        Box parent = at.parent();
        while (parent != null
                && (isPart(at) || (at.blocks().size() == 1 && at.boxes().isEmpty()))) {
            at = parent;
            parent = at.parent();
        }
        return at;
    }

    static boolean isPart(Box box) {
        return switch (box.tag()) {
            case "p",
                    "li",
                    "ul",
                    "ol",
                    "dl",
                    "dd",
                    "dt",
                    "tr",
                    "tbody",
                    "blockquote",
                    "pre",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6" -> true;
            default -> false;
        };
    }

    /** Boxes that are out by their role, unless most of the page is in them, and all in those. */
    private Set<Box> out() {
        int most = page.all().get(0).prose() / 2;
        Set<Box> out = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Box box : page.all()) {
            boolean byRole = box.role() == Role.OUTSIDE || (box.role().isOut() && box.prose() <= most);
            Box parent = box.parent();
            if (byRole || (parent != null && out.contains(parent))) {
                out.add(box);
            }
        }
        return out;
    }

    private static double value(Box box) {
        return box.score() * (1 - box.linkDensity()) * Math.max(0.1, box.role().weight());
    }

    /** Whether a box holds several that look alike and hold text, as where advertisements cut an article in pieces. */
    private static boolean holdsPieces(Box box, Box piece) {
        int alike = 0;
        for (Box other : box.boxes()) {
            alike += other.look().equals(piece.look()) ? other.good() : 0;
        }
        return alike > PIECES * piece.good();
    }

    private static double plain(Box box) {
        return box.score() * (1 - box.linkDensity());
    }

    private static Box widened(Box best) {
        Box widest = best;
        Box piece = best;
        for (Box at = best.parent(); at != null && !at.role().isOut(); piece = at, at = at.parent()) {
            if (plain(at) >= PARENT_SHARE * plain(widest) || holdsPieces(at, piece)) {
                widest = at;
            }
        }
        return widest;
    }
}
