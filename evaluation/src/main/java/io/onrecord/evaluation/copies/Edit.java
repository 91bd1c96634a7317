package io.onrecord.evaluation.copies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What an outlet does to a text that it takes over. */
enum Edit {
    /** The end is cut off: 35 to 80 per cent of the paragraphs are left. */
    CUT,
    /** One paragraph to 40 per cent of them go, between the first and the last. */
    MIDDLE,
    /** The first paragraph is written anew. */
    LEDE,
    /** Another headline, or none. */
    HEADLINE,
    /** Straight quotation marks, other dashes and spaces, capitals in the headline, hard-wrapped lines. */
    TYPOGRAPHY,
    /** Words are replaced and left out, here and there a sentence goes. */
    SMALL,
    /** The agency is named at the beginning or at the end. */
    CREDIT,
    /** A later version of the page: a new lede, up to a quarter of new paragraphs, all others kept. */
    UPDATE;

    /** The order in which they are done: what the text says first, then how it looks. */
    static final List<Edit> ORDER = List.of(UPDATE, MIDDLE, CUT, LEDE, HEADLINE, SMALL, CREDIT, TYPOGRAPHY);

    private static final int WRAP = 72;

    /** The name in the gold: small letters. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a text has enough paragraphs for this. */
    boolean fits(Draft draft) {
        return switch (this) {
            case CUT, MIDDLE -> draft.size() >= 4;
            case UPDATE -> draft.size() >= 5;
            case LEDE -> draft.size() >= 3;
            default -> true;
        };
    }

    Draft apply(Draft draft, Event event, Grammar grammar, Random random) {
        return switch (this) {
            case CUT -> cut(draft, random);
            case MIDDLE -> middle(draft, random);
            case LEDE -> first(draft, event.lede(random));
            case HEADLINE -> draft.withHeadline(random.nextInt(4) == 0 ? "" : event.headline(random));
            case TYPOGRAPHY -> typography(draft, random);
            case SMALL -> small(draft, grammar, random);
            case CREDIT -> credit(draft, event, random);
            case UPDATE -> update(draft, event, random);
        };
    }

    private static Draft cut(Draft draft, Random random) {
        int left = (int) Math.ceil(draft.size() * (0.35 + 0.45 * random.nextDouble()));
        return draft.withParagraphs(draft.paragraphs().subList(0, Math.max(3, left)));
    }

    private static Draft middle(Draft draft, Random random) {
        int dropped = 1 + random.nextInt(Math.max(1, draft.size() * 2 / 5));
        int from = 1 + random.nextInt(draft.size() - dropped - 1);
        List<String> left = new ArrayList<>(draft.paragraphs());
        left.subList(from, from + dropped).clear();
        return draft.withParagraphs(left);
    }

    private static Draft first(Draft draft, String lede) {
        List<String> paragraphs = new ArrayList<>(draft.paragraphs());
        paragraphs.set(0, lede);
        return draft.withParagraphs(paragraphs);
    }

    private static Draft update(Draft draft, Event event, Random random) {
        List<String> paragraphs =
                new ArrayList<>(first(draft, event.lede(random)).paragraphs());
        int fresh = 1 + random.nextInt(Math.max(1, draft.size() / 4));
        for (int i = 0; i < fresh; i++) {
            String added = random.nextBoolean() ? event.spoken(random) : event.body(random);
            paragraphs.add(1 + random.nextInt(Math.max(1, paragraphs.size() / 2)), added);
        }
        return draft.withParagraphs(paragraphs);
    }

    private static Draft credit(Draft draft, Event event, Random random) {
        List<String> paragraphs = new ArrayList<>(draft.paragraphs());
        String credit = event.credit(random);
        if (credit.startsWith("(")) {
            paragraphs.set(
                    0,
                    event.headline(random).split(" ", 2)[0].toUpperCase(Locale.ROOT) + " " + credit + " – "
                            + paragraphs.get(0));
        } else {
            paragraphs.add(credit);
        }
        return draft.withParagraphs(paragraphs);
    }

    private static Draft small(Draft draft, Grammar grammar, Random random) {
        List<String> out = new ArrayList<>();
        for (String paragraph : draft.paragraphs()) {
            String edited = shortened(swapped(paragraph, grammar, random), random);
            out.add(edited);
        }
        return draft.withParagraphs(out);
    }

    private static String swapped(String paragraph, Grammar grammar, Random random) {
        String out = paragraph;
        for (String swap : grammar.alternatives("swaps")) {
            String[] pair = swap.split(">", 2);
            int at = out.indexOf(" " + pair[0] + " ");
            if (at >= 0 && random.nextInt(3) == 0) {
                out = out.substring(0, at + 1) + pair[1] + out.substring(at + 1 + pair[0].length());
            }
        }
        return out;
    }

    /** One word in eighty goes, and one paragraph in twelve loses its last sentence. */
    private static String shortened(String paragraph, Random random) {
        StringBuilder out = new StringBuilder();
        for (String word : paragraph.split(" ", -1)) {
            boolean plain = word.chars().allMatch(c -> c >= 'a' && c <= 'z');
            if (out.isEmpty() || !plain || random.nextInt(80) > 0) {
                out.append(out.isEmpty() ? "" : " ").append(word);
            }
        }
        int last = out.lastIndexOf(". ");
        return last > 0 && random.nextInt(12) == 0 ? out.substring(0, last + 1) : out.toString();
    }

    private static Draft typography(Draft draft, Random random) {
        boolean straight = random.nextBoolean();
        boolean single = !straight && random.nextBoolean();
        boolean hyphens = random.nextBoolean();
        boolean wide = random.nextBoolean();
        boolean wrapped = random.nextInt(3) == 0;
        List<String> out = new ArrayList<>();
        for (String paragraph : draft.paragraphs()) {
            String set = paragraph;
            if (straight) {
                set = set.replace('“', '"').replace('”', '"').replace('’', '\'');
            } else if (single) {
                set = set.replace('“', '‘').replace('”', '’');
            }
            set = hyphens ? set.replace("–", "--") : set.replace(" – ", "—");
            set = wide ? set.replace(". ", ".\u00A0 ") : set;
            out.add(wrapped ? wrapped(set) : set);
        }
        String headline = random.nextBoolean() ? draft.headline().toUpperCase(Locale.ROOT) : draft.headline();
        return new Draft(headline, out);
    }

    private static String wrapped(String paragraph) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (String word : paragraph.split(" ", -1)) {
            boolean breaks = column > 0 && column + word.length() > WRAP;
            out.append(column == 0 ? "" : breaks ? "\n" : " ").append(word);
            column = breaks ? word.length() + 1 : column + word.length() + 1;
        }
        return out.toString();
    }
}
