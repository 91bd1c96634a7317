package io.onrecord.reading.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The elements that say something of the article to machines, gathered in one pass. */
final class Markup {

    /** Of a kind; a page needs few, and a hostile one has no end of them. */
    private static final int MOST = 200;

    private static final int LONGEST = 500;

    private static final Set<String> ASIDE = Set.of("nav", "aside", "footer");

    private final List<Element> metas = new ArrayList<>();
    private final List<Element> properties = new ArrayList<>();
    private final List<Element> times = new ArrayList<>();
    private final List<Element> headings = new ArrayList<>();
    private final List<Element> links = new ArrayList<>();
    private final List<Element> scripts = new ArrayList<>();
    private final List<String> languages = new ArrayList<>();
    private boolean framed;
    private boolean scripted;

    private Markup() {}

    static Markup of(Document document) {
        Markup markup = new Markup();
        document.forEachNode(node -> markup.take(node));
        return markup;
    }

    private void take(Node node) {
        if (!(node instanceof Element element)) {
            return;
        }
        switch (element.normalName()) {
            case "meta" -> add(metas, element, "content");
            case "time" -> add(times, element, "datetime");
            case "script" -> {
                scripted = true;
                add(scripts, element, "type");
            }
            case "a", "link" -> add(links, element, "rel");
            case "h1" -> add(headings, element, "");
            case "frame", "frameset" -> framed = true;
            case "html" -> {
                languages.add(element.attr("lang"));
                languages.add(element.attr("xml:lang"));
            }
            default -> {
                // Says nothing by its name.
            }
        }
        if (element.attributesSize() > 0) {
            add(properties, element, "itemprop");
        }
    }

    private static void add(List<Element> to, Element element, String attribute) {
        if (to.size() < MOST && (attribute.isEmpty() || element.hasAttr(attribute))) {
            to.add(element);
        }
    }

    List<Element> metas() {
        return metas;
    }

    List<String> languages() {
        return languages;
    }

    boolean isFramed() {
        return framed;
    }

    boolean hasScripts() {
        return scripted;
    }

    /** The contents of scripts that hold JSON-LD. */
    List<String> linkedData() {
        return scripts.stream()
                .filter(script -> script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json"))
                .map(Element::data)
                .toList();
    }

    /** The texts of first headings. */
    List<String> headings() {
        return texts(headings);
    }

    /** Values of a property of microdata. */
    List<String> property(String name) {
        return texts(having(name));
    }

    /** The names of what a property of microdata stands for. */
    List<String> names(String name) {
        List<Element> named = new ArrayList<>();
        for (Element owner : having(name)) {
            List<Element> inside = having("name").stream()
                    .filter(inner -> !inner.equals(owner) && isIn(inner, owner))
                    .toList();
            named.addAll(inside.isEmpty() ? List.of(owner) : inside);
        }
        return texts(named);
    }

    private static boolean isIn(Element inner, Element outer) {
        for (Element at = inner.parent(); at != null; at = at.parent()) {
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    /** When it was published, as microdata. */
    List<String> dates() {
        List<String> dates = new ArrayList<>();
        for (Element element : properties) {
            String name = element.attr("itemprop");
            if (name.equals("datePublished") || name.equals("dateCreated")) {
                dates.add(element.attr("content"));
                dates.add(element.attr("datetime"));
                dates.addAll(texts(List.of(element)));
            }
        }
        return dates;
    }

    /** Times, those that are marked as the time of publication first; none of what stands beside the article. */
    List<String> times() {
        List<String> marked = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Element time : times) {
            String look = time.className().toLowerCase(Locale.ROOT);
            if (time.hasAttr("pubdate") || look.contains("publish")) {
                marked.add(time.attr("datetime"));
            } else if (!look.contains("updated") && !look.contains("modified") && !isAside(time)) {
                others.add(time.attr("datetime"));
            }
        }
        marked.addAll(others);
        return marked;
    }

    private static boolean isAside(Element element) {
        for (Element at = element.parent(); at != null; at = at.parent()) {
            if (ASIDE.contains(at.normalName())) {
                return true;
            }
        }
        return false;
    }

    List<String> linkedAuthors() {
        return texts(links.stream()
                .filter(link ->
                        link.normalName().equals("a") && link.attr("rel").equals("author"))
                .toList());
    }

    /** The address that the page calls its own. */
    Optional<String> canonical() {
        Optional<String> link = links.stream()
                .filter(element -> element.normalName().equals("link")
                        && element.attr("rel").equals("canonical"))
                .map(element -> element.attr("href"))
                .findFirst();
        return link.or(() -> metas.stream()
                        .filter(meta -> meta.attr("property").equals("og:url"))
                        .map(meta -> meta.attr("content"))
                        .findFirst())
                .map(Spaces::line)
                .filter(address -> !address.isEmpty());
    }

    private List<Element> having(String property) {
        return properties.stream()
                .filter(element -> element.attr("itemprop").equals(property))
                .toList();
    }

    private static List<String> texts(List<Element> elements) {
        return elements.stream()
                .limit(20)
                .map(element -> Spaces.line(element.hasAttr("content") ? element.attr("content") : element.text()))
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST)
                .toList();
    }
}
