package io.onrecord.reading.document;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.Limited;
import io.onrecord.reading.item.Wording;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A book (EPUB 2 and 3): each content document that holds running text is an article, in the order of the spine. Covers,
 * title pages and tables of contents hold none.
 */
final class Epub implements Parts {

    private static final String ORIGIN = "epub";

    private static final String CONTAINER = "META-INF/container.xml";

    /** Most bytes of a chapter's mark-up, and of the book's own lists. */
    private static final int CHAPTER = 16 << 20;

    private static final int MOST_CHAPTERS = 20_000;

    /** A paragraph of so many words makes a page running text; titles, imprints and lists of chapters have none. */
    private static final int RUNNING_WORDS = 12;

    private static final Set<String> NO_TEXT =
            Set.of("cover", "titlepage", "halftitlepage", "copyright-page", "toc", "landmarks", "loi", "lot", "index");

    private final Item item;
    private final DocumentLimits limits;
    private final ZipParts zip;
    private final List<String> chapters;
    private final Metadata book;
    private int at;
    private int given;

    private Epub(Item item, DocumentLimits limits, ZipParts zip, List<String> chapters, Metadata book) {
        this.item = item;
        this.limits = limits;
        this.zip = zip;
        this.chapters = chapters;
        this.book = book;
    }

    static Epub open(Item item, ZipParts zip, DocumentLimits limits) throws IOException, DocumentException {
        Element container = markUp(zip, CONTAINER);
        Element root = container == null ? null : first(container, "rootfile");
        String path = root == null ? "" : root.attr("full-path");
        Element pack = path.isEmpty() ? null : markUp(zip, path);
        if (pack == null) {
            throw new DocumentException("not a book: its archive has no package document");
        }
        List<String> chapters = chapters(pack, path);
        checkProtection(zip, chapters);
        return new Epub(item, limits, zip, chapters, metadata(pack));
    }

    @Override
    public @Nullable Outcome<Article> next() throws IOException, DocumentException {
        while (at < chapters.size()) {
            String path = chapters.get(at++);
            Outcome<Article> outcome = chapter(path);
            if (outcome != null) {
                given++;
                return outcome;
            }
        }
        if (given++ == 0) {
            return Wording.skipped(item.address(), "empty: none of its chapters holds running text");
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Null if it has no running text. */
    private @Nullable Outcome<Article> chapter(String path) throws IOException {
        String address = item.address() + "!/" + path;
        Element page;
        try {
            page = markUp(zip, path);
        } catch (DocumentException e) {
            return Wording.skipped(address, e.why());
        }
        if (page == null) {
            return Wording.skipped(address, "missing: the book lists it but does not hold it");
        }
        if (isNoText(page)) {
            return null;
        }
        List<HtmlBlocks.Block> blocks = HtmlBlocks.of(page);
        if (blocks.stream().noneMatch(block -> !block.heading() && isRunning(block.text()))) {
            return null;
        }
        List<String> texts = blocks.stream().map(HtmlBlocks.Block::text).toList();
        Properties own = new Properties(ORIGIN);
        blocks.stream().filter(HtmlBlocks.Block::heading).findFirst().ifPresent(block -> own.title(block.text()));
        Element title = first(page, "title");
        if (title != null && chapters.size() == 1) {
            own.title(title.text());
        }
        Metadata found = own.metadata().orElse(chapters.size() == 1 ? book : withoutTitle(book));
        // Of a book with many articles, what is known outside names the book, not the article.
        return Draft.article(
                address,
                Paragraphs.text(texts),
                found.orElse(withoutTitle(item.known().metadata())),
                limits);
    }

    private static boolean isNoText(Element page) {
        Element found = first(page, "body");
        Element body = found == null ? page : found;
        for (Element element : new Element[] {body, body.childrenSize() == 1 ? body.child(0) : body}) {
            for (String type : element.attr("epub:type").split(" ", 8)) {
                if (NO_TEXT.contains(type)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isRunning(String text) {
        return text.split("\\s+", RUNNING_WORDS + 1).length >= RUNNING_WORDS;
    }

    private static Metadata withoutTitle(Metadata all) {
        Map<String, String> from = new HashMap<>(all.from());
        from.remove("title");
        return new Metadata(
                all.outlet(),
                Optional.empty(),
                all.authors(),
                all.published(),
                all.language(),
                all.agency(),
                all.capture(),
                from);
    }

    /** Paths of the content documents in reading order. */
    private static List<String> chapters(Element pack, String packPath) throws DocumentException {
        Map<String, String> paths = new HashMap<>();
        for (Element entry : all(pack, "item")) {
            String type = entry.attr("media-type");
            boolean text = type.equals("application/xhtml+xml") || type.equals("text/html") || type.contains("dtbook");
            boolean navigation = entry.attr("properties").contains("nav");
            if (text && !navigation) {
                paths.put(entry.attr("id"), resolved(packPath, entry.attr("href")));
            }
        }
        List<String> chapters = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Element reference : all(pack, "itemref")) {
            String path = paths.get(reference.attr("idref"));
            if (path != null && seen.add(path)) {
                chapters.add(path);
            }
        }
        if (chapters.size() > MOST_CHAPTERS) {
            throw new DocumentException("lists more than " + MOST_CHAPTERS + " chapters, as no honest book has");
        }
        return chapters;
    }

    private static Metadata metadata(Element pack) {
        Properties properties = new Properties(ORIGIN);
        all(pack, "title").forEach(element -> properties.title(element.text()));
        all(pack, "creator").forEach(element -> properties.author(element.text()));
        all(pack, "publisher").forEach(element -> properties.outlet(element.text()));
        all(pack, "date").forEach(element -> properties.published(element.text()));
        all(pack, "language").forEach(element -> properties.language(element.text()));
        return properties.metadata();
    }

    /** Shops encrypt the chapters; publishers encrypt fonts, which nobody reads here. */
    private static void checkProtection(ZipParts zip, List<String> chapters) throws IOException, DocumentException {
        Element encryption = markUp(zip, "META-INF/encryption.xml");
        if (encryption == null) {
            return;
        }
        for (Element reference : all(encryption, "CipherReference")) {
            if (chapters.contains(decoded(reference.attr("URI")))) {
                throw new DocumentException(
                        "protected against copying: its chapters are encrypted for a shop's reader");
            }
        }
    }

    /**
     * A part that is mark-up, or null if there is none of this name. Chapters are read as XML, too: an empty
     * {@code <title/>} would swallow the rest of the page as HTML has it. jsoup's parser mends what is broken, knows no
     * entities but the named ones, and opens nothing.
     */
    private static @Nullable Element markUp(ZipParts zip, String path) throws IOException, DocumentException {
        InputStream in = zip.part(path);
        if (in == null) {
            return null;
        }
        try (InputStream limited = new Limited(in, CHAPTER)) {
            return Jsoup.parse(limited, null, "", Parser.xmlParser());
        } catch (Limited.TooLongException e) {
            throw new DocumentException(path + " in it is larger than " + Wording.bytes(CHAPTER), e);
        } catch (ZipException | EOFException e) {
            throw ZipParts.damaged(e);
        }
    }

    private static List<Element> all(Element root, String localName) {
        List<Element> all = new ArrayList<>();
        for (Element element : root.getAllElements()) {
            if (localName.equalsIgnoreCase(local(element))) {
                all.add(element);
            }
        }
        return all;
    }

    private static @Nullable Element first(Element root, String localName) {
        List<Element> all = all(root, localName);
        return all.isEmpty() ? null : all.get(0);
    }

    private static String local(Element element) {
        String name = element.tagName();
        return name.substring(name.indexOf(':') + 1);
    }

    /** A path within the archive, from the folder of the package document. */
    private static String resolved(String base, String href) {
        int end = href.indexOf('#');
        String path = decoded(end < 0 ? href : href.substring(0, end));
        List<String> parts = new ArrayList<>();
        String folder = base.contains("/") ? base.substring(0, base.lastIndexOf('/') + 1) : "";
        for (String part : (folder + path).split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    private static String decoded(String href) {
        try {
            return URLDecoder.decode(href.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return href;
        }
    }
}
