package io.onrecord.evaluation.copies;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * A set of texts with edited copies and hard negatives, family by family: a function of the seed, so that one family is the
 * same whether or not others are drawn. Immutable, for any number of threads.
 *
 * <p>A family is an original, none to five copies of it (an outlet that reprints it, with up to three {@linkplain Edit edits};
 * some copies are made from copies), and perhaps
 *
 * <ul>
 *   <li>a <b>same-event</b> story: the same people, places and figures, up to three of the same quotations, all else written anew;
 *   <li>a <b>follow-up</b>: a later story, headline, lede and at least half of the paragraphs new, the rest (up to two fifths of the
 *       original, mostly background) taken over word for word; it may have a copy, which is a group of its own;
 *   <li>a <b>routine</b> report: a form with other figures;
 *   <li>a <b>round-up</b>, every twentieth family: headline and lede of six families before it.
 * </ul>
 *
 * An updated version of a page ({@link Edit#UPDATE}: a new lede, a few more paragraphs, all others kept) is a copy; an updated story that
 * mostly tells something else is a follow-up, and none.
 */
public final class CopySet {

    private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 6, 0);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);
    private static final int ROUND_UP = 20;

    private final Grammar grammar = Grammar.load();
    private final long seed;

    public CopySet(long seed) {
        this.seed = seed;
    }

    /** All texts of a number of families. */
    public List<CopyText> families(int count) {
        List<CopyText> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.addAll(family(i));
        }
        return all;
    }

    /** The texts of one family, counted from 0; the original is the first. */
    public List<CopyText> family(int number) {
        return new Family(number).texts();
    }

    /** Stirs seed and number well: neighbouring seeds give unlike sequences. */
    private Random random(int number) {
        long z = seed * 0x9E3779B97F4A7C15L + number + 1;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return new Random(z ^ (z >>> 31));
    }

    /** One family while it is made. */
    private final class Family {
        private final Random random;
        private final Event event;
        private final Draft original;
        private final String group;
        private final int number;
        private final List<CopyText> out = new ArrayList<>();
        private LocalDateTime now;

        Family(int number) {
            this.number = number;
            this.random = random(number);
            this.event = Event.draw(grammar, random);
            // Briefs and long reports: 3 to 24 paragraphs, most of them 6 to 14.
            int length = random.nextInt(8) == 0
                    ? 3 + random.nextInt(3)
                    : 6 + random.nextInt(9) + (random.nextInt(5) == 0 ? random.nextInt(11) : 0);
            this.original = event.story(length, random);
            this.group = String.format(Locale.ROOT, "%d-%07d", seed, number);
            this.now = START.plusMinutes(random.nextInt(500_000));
        }

        List<CopyText> texts() {
            add(original, group, true, List.of(), Optional.empty());
            copies();
            if (random.nextBoolean()) {
                negative(sameEvent(), "same-event");
            }
            if (random.nextBoolean()) {
                followUp();
            }
            if (random.nextInt(10) == 0) {
                negative(event.routine(random), "routine");
            }
            if (number % ROUND_UP == ROUND_UP - 1) {
                negative(roundUp(), "round-up");
            }
            return out;
        }

        private void copies() {
            List<Draft> drafts = new ArrayList<>(List.of(original));
            List<List<String>> done = new ArrayList<>(List.of(List.of()));
            int copies = random.nextInt(6);
            for (int i = 0; i < copies; i++) {
                int from = random.nextInt(4) == 0 ? random.nextInt(drafts.size()) : 0;
                Draft draft = drafts.get(from);
                List<String> labels = new ArrayList<>(done.get(from));
                for (Edit edit : edits()) {
                    if (edit.fits(draft)) {
                        draft = edit.apply(draft, event, grammar, random);
                        labels.add(edit.label());
                    }
                }
                drafts.add(draft);
                done.add(labels);
                add(draft, group, false, labels, Optional.empty());
            }
        }

        /** Up to three, in the order in which they are done. */
        private List<Edit> edits() {
            List<Edit> all = new ArrayList<>(Edit.ORDER);
            Collections.shuffle(all, random);
            List<Edit> chosen = all.subList(0, random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(3));
            return Edit.ORDER.stream().filter(chosen::contains).toList();
        }

        private Draft sameEvent() {
            Draft fresh = event.story(Math.max(4, original.size()), random);
            List<String> paragraphs = new ArrayList<>(fresh.paragraphs());
            List<String> quoted = new ArrayList<>(
                    original.paragraphs().stream().filter(p -> p.contains("“")).toList());
            Collections.shuffle(quoted, random);
            int most = Math.min(quoted.size(), Math.max(1, paragraphs.size() / 4));
            for (int i = 0; i < Math.min(3, most); i++) {
                paragraphs.set(1 + random.nextInt(paragraphs.size() - 1), quoted.get(i));
            }
            return fresh.withParagraphs(paragraphs);
        }

        private void followUp() {
            int kept = Math.max(1, original.size() * (20 + random.nextInt(21)) / 100);
            // Background stands towards the end.
            List<Integer> places = new ArrayList<>();
            for (int i = 1; i < original.size(); i++) {
                places.add(i);
            }
            int front = random.nextInt(3) == 0 ? 0 : places.size() / 2;
            Collections.shuffle(places.subList(0, front), random);
            Collections.shuffle(places.subList(front, places.size()), random);
            Collections.reverse(places);
            List<String> paragraphs = new ArrayList<>(
                    event.story(Math.max(3, kept + random.nextInt(6)), random).paragraphs());
            places.subList(0, Math.min(kept, places.size())).stream()
                    .sorted()
                    .forEach(place -> paragraphs.add(original.paragraphs().get(place)));
            Draft draft = new Draft(event.headline(random), paragraphs);
            now = now.plusHours(20 + random.nextInt(40));
            negative(draft, "follow-up");
            if (random.nextInt(3) == 0) {
                Draft copy = Edit.HEADLINE.apply(draft, event, grammar, random);
                add(copy, group + "-follow-up", false, List.of(Edit.HEADLINE.label()), Optional.of("follow-up"));
            }
        }

        private Draft roundUp() {
            List<String> paragraphs = new ArrayList<>();
            for (int i = 6; i > 0; i--) {
                Draft other = new Family(number - 3 * i).original;
                paragraphs.add(other.headline());
                paragraphs.add(other.paragraphs().get(0));
            }
            return new Draft("Morning briefs", paragraphs);
        }

        private void negative(Draft draft, String kind) {
            add(draft, group + "-" + kind, true, List.of(), Optional.of(kind));
        }

        private void add(Draft draft, String ofGroup, boolean origin, List<String> edits, Optional<String> kind) {
            String text = draft.text();
            if (random.nextInt(3) == 0) {
                text += "\n\n" + grammar.prose("boilerplate", "", java.util.Map.of(), random);
            }
            now = now.plusMinutes(5 + random.nextInt(300));
            boolean dated = origin || random.nextInt(10) > 0;
            out.add(new CopyText(
                    group + "." + Integer.toHexString(random.nextInt(1 << 20)) + "." + out.size(),
                    text,
                    dated ? Optional.of(TIME.format(now)) : Optional.empty(),
                    grammar.draw("outlet", "", java.util.Map.of(), random),
                    ofGroup,
                    origin,
                    edits,
                    kind.map(name -> group),
                    kind));
        }
    }
}
