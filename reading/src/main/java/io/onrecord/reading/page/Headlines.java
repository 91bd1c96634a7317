package io.onrecord.reading.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What a page calls its article, in all the places where it says so, to know the title again where it stands in the text. */
final class Headlines {

    private static final int LONGEST = 400;
    private static final int SHORTEST_PART = 15;
    private static final int MOST = 20;
    private static final int MOST_WORDS_OF_OUTLET = 5;

    /** Between a title and the name of the outlet. */
    private static final Pattern BETWEEN = Pattern.compile(" [|•·»«:–—-] |(?<=[\\p{L}\\p{N}]) ?[|»«] ?");

    /** Of {@code meta} elements that hold the title. */
    private static final Set<String> NAMES = Set.of("og:title", "twitter:title", "title");

    private final Set<String> folded = new LinkedHashSet<>();
    private final List<String> seen = new ArrayList<>();
    private final String tab;

    private Headlines(String tab) {
        this.tab = tab;
    }

    static Headlines of(Markup markup, String tab) {
        Headlines all = new Headlines(Spaces.line(tab));
        for (List<String> texts : List.of(markup.headings(), markup.property("headline"))) {
            for (String text : texts) {
                if (text.length() <= LONGEST && all.seen.size() < MOST) {
                    all.seen.add(text);
                    all.add(text);
                }
            }
        }
        for (Element meta : markup.metas()) {
            String name = meta.hasAttr("property") ? meta.attr("property") : meta.attr("name");
            if (NAMES.contains(name)) {
                all.add(meta.attr("content"));
            }
        }
        all.add(all.tab);
        return all;
    }

    private void add(String title) {
        String one = fold(title);
        if (!one.isEmpty() && folded.size() < MOST) {
            folded.add(one);
        }
    }

    /** Whether a line is the title, or a long part of it: the name of the outlet often follows. */
    boolean have(String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        String one = fold(line);
        return !one.isEmpty()
                && folded.stream()
                        .anyMatch(
                                title -> title.equals(one) || (one.length() >= SHORTEST_PART && title.startsWith(one)));
    }

    /** What the page shows as its title: a first heading that its own name begins with, the only one, or that name. */
    List<String> inHtml() {
        List<String> titles = new ArrayList<>();
        for (String heading : seen) {
            if (fold(tab).contains(fold(heading)) && heading.length() >= SHORTEST_PART) {
                titles.add(heading);
            }
        }
        if (seen.size() == 1) {
            titles.add(seen.get(0));
        }
        titles.add(tab);
        return titles;
    }

    /** A title without the outlet's name, which pages put after it or before it. */
    Optional<String> title(String value, Optional<String> outlet) {
        String title = value;
        for (Matcher between = BETWEEN.matcher(value); between.find(); ) {
            String head = value.substring(0, between.start()).strip();
            String rest = value.substring(between.end()).strip();
            if (isOutlet(rest, outlet) || (shown(head) && !shown(value))) {
                title = head;
                break;
            }
            if (isOutlet(head, outlet) && !rest.isEmpty()) {
                title = title(rest, outlet).orElse(rest);
                break;
            }
        }
        return Optional.of(title).filter(found -> found.codePoints().anyMatch(Character::isLetterOrDigit));
    }

    private boolean shown(String title) {
        String one = fold(title);
        return !one.isEmpty() && seen.stream().anyMatch(heading -> fold(heading).equals(one));
    }

    private static boolean isOutlet(String part, Optional<String> outlet) {
        if (part.isEmpty() || part.split(" ", -1).length > MOST_WORDS_OF_OUTLET) {
            return false;
        }
        String one = fold(part);
        return outlet.map(Headlines::fold)
                .filter(name -> !name.isEmpty()
                        && (name.equals(one)
                                || name.equals("the" + one)
                                || one.equals("the" + name)
                                || one.equals(name + "com")))
                .isPresent();
    }

    private static String fold(String value) {
        StringBuilder out = new StringBuilder(Math.min(value.length(), LONGEST));
        value.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(LONGEST)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
