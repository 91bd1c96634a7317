package io.onrecord.reading.page;

import io.onrecord.model.Metadata;
import io.onrecord.model.Published;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.nodes.Element;

/**
 * What a page says of its article, from where pages say it: JSON-LD before Open Graph, before other names of {@code meta},
 * before microdata, before what people see. The first that has a value is taken, and named as its origin.
 */
final class PageMetadata {

    private static final String JSON_LD = "json-ld";
    private static final String OPEN_GRAPH = "open-graph";
    private static final String META = "meta";
    private static final String MICRODATA = "microdata";
    private static final String TIME = "time";
    private static final String URL = "url";
    private static final String TEXT = "text";
    private static final String HTML = "html";

    private static final int LONGEST = 500;

    private static final List<String> OG_DATES = List.of(
            "article:published_time",
            "og:article:published_time",
            "og:published_time",
            "article:published",
            "og:pubdate");
    private static final List<String> META_DATES = List.of(
            "parsely-pub-date",
            "sailthru.date",
            "pubdate",
            "publishdate",
            "publish-date",
            "publish_date",
            "publication_date",
            "publication-date",
            "publicationdate",
            "date_published",
            "datepublished",
            "article_date_original",
            "article.published",
            "originalpublicationdate",
            "published",
            "published-date",
            "published_date",
            "published_at",
            "dcterms.issued",
            "dcterms.created",
            "dcterms.date",
            "dc.date.issued",
            "dc.date.created",
            "dc.date",
            "citation_publication_date",
            "citation_date",
            "displaydate",
            "release_date",
            "ptime",
            "cdate",
            "date");
    private static final List<String> META_AUTHORS = List.of(
            "author",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "dcterms.creator",
            "dc.author",
            "citation_author",
            "article.author",
            "byl",
            "authors",
            "article:author_name",
            "byline");
    private static final List<String> META_TITLES = List.of(
            "parsely-title",
            "sailthru.title",
            "dc.title",
            "dcterms.title",
            "citation_title",
            "headline",
            "hdl",
            "title",
            "twitter:title");
    private static final List<String> META_OUTLETS = List.of(
            "application-name",
            "dc.publisher",
            "dcterms.publisher",
            "citation_journal_title",
            "publisher",
            "source",
            "cre");

    private final Markup markup;
    private final String address;
    private final LinkedData data;
    private final Headlines headlines;
    private final List<Block> before;
    private final Map<String, List<String>> metas = new LinkedHashMap<>();
    private final Map<String, String> from = new LinkedHashMap<>();

    private PageMetadata(Markup markup, String address, LinkedData data, Headlines headlines, List<Block> before) {
        this.markup = markup;
        this.address = address;
        this.data = data;
        this.headlines = headlines;
        this.before = before;
        for (Element meta : markup.metas()) {
            String name =
                    (meta.hasAttr("property") ? meta.attr("property") : meta.attr("name")).toLowerCase(Locale.ROOT);
            String value = meta.attr("content");
            if (!name.isEmpty() && !value.isBlank() && value.length() <= 10 * LONGEST) {
                metas.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            }
        }
    }

    /**
     * All that can be told.
     *
     * @param before lines that stand before the article, where a by-line and a date may be
     */
    static Metadata of(Markup markup, String address, LinkedData data, Headlines headlines, List<Block> before) {
        return new PageMetadata(markup, address, data, headlines, before).metadata();
    }

    private Metadata metadata() {
        Optional<String> outlet = outlet();
        return new Metadata(
                outlet,
                title(outlet),
                authors(outlet),
                published(),
                language(),
                Optional.empty(),
                Optional.empty(),
                from);
    }

    private Optional<String> outlet() {
        return first(
                "outlet",
                value -> Optional.of(Spaces.line(value))
                        .filter(line -> !line.isEmpty() && !line.startsWith("@") && !line.contains("://")),
                new Source(JSON_LD, data.outlet().stream().toList()),
                new Source(OPEN_GRAPH, meta(List.of("og:site_name"))),
                new Source(META, meta(META_OUTLETS)),
                new Source(MICRODATA, markup.names("publisher")));
    }

    private Optional<String> title(Optional<String> outlet) {
        return first(
                "title",
                value -> headlines.title(Spaces.line(value), outlet),
                new Source(JSON_LD, data.title().stream().toList()),
                new Source(OPEN_GRAPH, meta(List.of("og:title"))),
                new Source(META, meta(META_TITLES)),
                new Source(MICRODATA, markup.property("headline")),
                new Source(HTML, headlines.inHtml()));
    }

    private List<String> authors(Optional<String> outlet) {
        for (Source source : List.of(
                new Source(JSON_LD, data.authors()),
                new Source(OPEN_GRAPH, meta(List.of("article:author", "og:article:author"))),
                new Source(META, meta(META_AUTHORS)),
                new Source(MICRODATA, markup.names("author")),
                new Source(HTML, markup.linkedAuthors()),
                new Source(TEXT, Bylines.in(before)))) {
            List<String> names = new ArrayList<>(Names.of(source.values()));
            outlet.ifPresent(publisher -> names.removeIf(name -> name.equalsIgnoreCase(publisher)));
            if (!names.isEmpty()) {
                from.put("authors", source.name());
                return names;
            }
        }
        return List.of();
    }

    private Optional<Published> published() {
        for (Source source : List.of(
                new Source(JSON_LD, data.published().stream().toList()),
                new Source(OPEN_GRAPH, meta(OG_DATES)),
                new Source(META, meta(META_DATES)),
                new Source(MICRODATA, markup.dates()),
                new Source(TIME, markup.times()))) {
            for (String value : source.values()) {
                Optional<String> iso = Dates.iso(value);
                if (iso.isPresent()) {
                    return Optional.of(new Published(iso.get(), source.name()));
                }
            }
        }
        return Dates.inAddress(address)
                .map(iso -> new Published(iso, URL))
                .or(() -> Bylines.date(before).map(iso -> new Published(iso, TEXT)));
    }

    private Optional<String> language() {
        return first(
                "language",
                PageMetadata::tag,
                new Source(JSON_LD, data.language().stream().toList()),
                new Source(HTML, markup.languages()),
                new Source(META, httpEquiv("content-language")),
                new Source(META, meta(List.of("dc.language", "dcterms.language", "language"))),
                new Source(OPEN_GRAPH, meta(List.of("og:locale"))));
    }

    /** Of BCP 47, such as {@code en-GB}. */
    private static Optional<String> tag(String value) {
        String given = value.strip().replace('_', '-').split(",", 2)[0];
        if (given.length() < 2 || given.length() > 35) {
            return Optional.empty();
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(given).build();
            return locale.getLanguage().length() < 2 || locale.getLanguage().length() > 3
                    ? Optional.empty()
                    : Optional.of(locale.toLanguageTag());
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    private Optional<String> first(String what, Function<String, Optional<String>> read, Source... sources) {
        for (Source source : sources) {
            for (String value : source.values()) {
                Optional<String> found =
                        value.isBlank() || value.length() > LONGEST ? Optional.empty() : read.apply(value);
                if (found.isPresent()) {
                    from.put(what, source.name());
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private List<String> meta(List<String> names) {
        List<String> values = new ArrayList<>();
        for (String name : names) {
            values.addAll(metas.getOrDefault(name, List.of()));
        }
        return values;
    }

    private List<String> httpEquiv(String name) {
        return markup.metas().stream()
                .filter(meta -> meta.attr("http-equiv").equalsIgnoreCase(name))
                .map(meta -> meta.attr("content"))
                .toList();
    }

    /** Values of one origin, in the order in which they are tried. */
    private record Source(String name, List<String> values) {}
}
