package io.onrecord.reading.agency;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.ItemArticles;
import io.onrecord.reading.item.Wording;
import io.onrecord.reading.xml.XmlPull;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The articles of NewsML-G2: of a {@code newsItem}, or of all in a {@code newsMessage}. A {@code packageItem} only lists
 * items; what it lists and the document lacks is told.
 */
final class NewsMlArticles implements ItemArticles {

    /** Longest headline, by-line and the like, in characters. */
    private static final int LINE = 2000;

    /** References of packages that are looked after. */
    private static final int MOST_REFERENCES = 10_000;

    private final Item item;
    private final int longest;
    private final Consumer<String> notices;
    private final XmlPull xml;
    private final Set<String> found = new HashSet<>();
    private final Map<String, String> referred = new LinkedHashMap<>();
    private @Nullable Iterator<Map.Entry<String, String>> missing;
    private boolean any;

    NewsMlArticles(Item item, int longest, Consumer<String> notices) throws IOException {
        this.item = item;
        this.longest = longest;
        this.notices = notices;
        this.xml = XmlPull.of(item.bytes(), AgencyFormats.LARGEST);
    }

    @Override
    public @Nullable Outcome<Article> next() throws IOException {
        if (missing == null) {
            for (XmlPull.Event event = xml.next(); event != XmlPull.Event.DONE; event = xml.next()) {
                if (event != XmlPull.Event.START) {
                    continue;
                }
                if (xml.name().equals("newsItem")) {
                    any = true;
                    return AgencyFormats.told(newsItem(), item, notices);
                }
                if (xml.name().equals("packageItem")) {
                    any = true;
                    packageItem();
                }
            }
            referred.keySet().removeAll(found);
            missing = referred.entrySet().iterator();
        }
        if (missing.hasNext()) {
            Map.Entry<String, String> one = missing.next();
            return Wording.skipped(
                    one.getKey(),
                    "listed in the package " + Wording.shown(one.getValue())
                            + " but not in this file: give the file that holds it, too");
        }
        if (any) {
            return null;
        }
        any = true;
        return Wording.skipped(item.address(), "no NewsML-G2: there is neither a newsItem nor a packageItem in it");
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }

    private void packageItem() throws IOException {
        String guid = xml.attribute("guid").orElse(item.address());
        int outer = xml.depth() - 1;
        while (xml.depth() > outer) {
            XmlPull.Event event = xml.next();
            if (event == XmlPull.Event.DONE) {
                return;
            }
            if (event == XmlPull.Event.START && xml.name().equals("itemRef") && referred.size() < MOST_REFERENCES) {
                xml.attribute("residref")
                        .or(() -> xml.attribute("href"))
                        .filter(reference -> !reference.isBlank())
                        .ifPresent(reference -> referred.putIfAbsent(reference, guid));
            }
        }
    }

    private Story newsItem() throws IOException {
        Story story = new Story(AgencyKind.NEWSML_G2, longest);
        xml.attribute("guid").ifPresent(guid -> {
            story.id(guid);
            if (found.size() < MOST_REFERENCES) {
                found.add(guid);
            }
        });
        Content content = new Content(story);
        int outer = xml.depth() - 1;
        while (xml.depth() > outer) {
            XmlPull.Event event = xml.next();
            if (event == XmlPull.Event.DONE) {
                break;
            }
            if (event == XmlPull.Event.START) {
                content.element();
            }
        }
        content.ended();
        return story;
    }

    /** The elements of one item. */
    private final class Content {

        private final Story story;
        private @Nullable String created;
        private @Nullable String title;
        private @Nullable String creator;
        private @Nullable String elsewhere;
        private boolean body;

        Content(Story story) {
            this.story = story;
        }

        void element() throws IOException {
            switch (xml.name()) {
                case "itemMeta" -> itemMeta();
                case "contentMeta" -> contentMeta();
                case "rightsInfo" -> rights();
                case "inlineXML" -> {
                    body = true;
                    inlineXml();
                }
                case "inlineData" -> {
                    body = true;
                    inlineData();
                }
                case "remoteContent" ->
                    elsewhere = xml.attribute("href")
                            .or(() -> xml.attribute("residref"))
                            .orElse("a place that it does not name");
                case "contentSet" -> {
                    // Its children are looked at.
                }
                default -> xml.skip();
            }
        }

        void ended() {
            if (title != null) {
                story.title(title);
            }
            if (created != null) {
                story.published(created);
            }
            if (creator != null && !story.hasAuthors()) {
                story.byline(creator);
            }
            if (!body && elsewhere != null) {
                story.leaveOut("its text is not in this file but at " + Wording.shown(elsewhere));
            }
        }

        private void itemMeta() throws IOException {
            children(() -> {
                switch (xml.name()) {
                    case "itemClass" -> itemClass(code());
                    case "provider" -> provider();
                    case "versionCreated" -> story.published(xml.textWithin(LINE));
                    case "firstCreated" -> created = first(created, xml.textWithin(LINE));
                    case "pubStatus" -> status(code());
                    case "title" -> title = first(title, xml.textWithin(LINE));
                    default -> xml.skip();
                }
            });
        }

        private void contentMeta() throws IOException {
            children(() -> {
                switch (xml.name()) {
                    case "contentCreated", "contentModified" -> created = xml.textWithin(LINE);
                    case "headline" -> headline();
                    case "by" -> story.byline(Html.line(xml.textWithin(LINE)));
                    case "creator" ->
                        creator = first(creator, name(xml.attribute("literal").orElse("")));
                    case "creditline" -> story.provider(xml.textWithin(LINE));
                    case "dateline" -> story.dateline(xml.textWithin(LINE));
                    case "language" -> xml.attribute("tag").ifPresent(story::language);
                    default -> xml.skip();
                }
            });
        }

        private void rights() throws IOException {
            children(() -> {
                if (xml.name().equals("copyrightHolder")) {
                    story.provider(name(xml.attribute("literal").orElse("")));
                } else {
                    xml.skip();
                }
            });
        }

        /** The main one comes first, unless a role says that it is another. */
        private void headline() throws IOException {
            String role = xml.attribute("role").orElse("").toLowerCase(Locale.ROOT);
            String line = xml.textWithin(LINE);
            if (role.isEmpty() || role.contains("main") || role.endsWith(":hl1")) {
                story.title(line);
            } else {
                title = first(title, line);
            }
        }

        private void provider() throws IOException {
            String code = code().replaceFirst("^[^:]*:", "");
            String name = name(xml.attribute("literal").orElse(code));
            story.outlet(name);
            story.provider(name);
            story.provider(code.toUpperCase(Locale.ROOT));
        }

        private void itemClass(String code) {
            String kind = code.substring(code.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
            if (Set.of("picture", "video", "audio", "graphic", "animation", "still")
                    .contains(kind)) {
                story.leaveOut("no article but " + kind + ": its class says so");
            }
        }

        private void status(String code) {
            String status = code.substring(code.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
            if (status.equals("canceled") || status.equals("cancelled")) {
                story.leaveOut("cancelled by its agency: its status says so");
            } else if (status.equals("withheld")) {
                story.leaveOut("withheld by its agency: its status says so");
            }
        }

        private String code() {
            return xml.attribute("qcode").or(() -> xml.attribute("uri")).orElse("");
        }

        /** After the beginning of an element: the name in it, else what an attribute said. */
        private String name(String otherwise) throws IOException {
            StringBuilder name = new StringBuilder();
            int outer = xml.depth() - 1;
            while (xml.depth() > outer) {
                XmlPull.Event event = xml.next();
                if (event == XmlPull.Event.DONE) {
                    break;
                }
                if (event == XmlPull.Event.START && xml.name().equals("name") && name.isEmpty()) {
                    name.append(xml.textWithin(LINE));
                }
            }
            return name.toString().isBlank() ? otherwise : name.toString();
        }

        private void inlineXml() throws IOException {
            int outer = xml.depth() - 1;
            while (xml.depth() > outer) {
                XmlPull.Event event = xml.next();
                if (event == XmlPull.Event.DONE) {
                    return;
                }
                if (event != XmlPull.Event.START) {
                    continue;
                }
                if (xml.name().equals("nitf")) {
                    NitfReader.into(story, xml);
                } else {
                    xml.attribute("lang").ifPresent(story::language);
                    NitfReader.blocks(story.blocks, xml);
                }
            }
        }

        private void inlineData() throws IOException {
            String type = xml.attribute("contenttype").orElse("").toLowerCase(Locale.ROOT);
            boolean coded = xml.attribute("encoding")
                    .orElse("")
                    .toLowerCase(Locale.ROOT)
                    .contains("base64");
            String data = xml.textWithin(coded ? 2 * longest : longest + longest / 2);
            if (coded) {
                data = decoded(data);
            }
            if (type.contains("html") || type.contains("nitf") || type.isEmpty() && data.contains("</p>")) {
                story.blocks.html(data);
            } else {
                story.blocks.plain(data);
            }
        }

        private String decoded(String data) {
            try {
                return new String(Base64.getMimeDecoder().decode(data), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                story.leaveOut("its text is not the Base64 that it says it is");
                return "";
            }
        }
    }

    private static String first(@Nullable String before, String value) {
        return before != null ? before : value;
    }

    @FunctionalInterface
    private interface Each {
        void start() throws IOException;
    }

    /** After the beginning of an element: each child as it begins, which must be taken to its end or skipped. */
    private void children(Each each) throws IOException {
        int outer = xml.depth() - 1;
        while (xml.depth() > outer) {
            XmlPull.Event event = xml.next();
            if (event == XmlPull.Event.DONE) {
                return;
            }
            if (event == XmlPull.Event.START) {
                each.start();
            }
        }
    }
}
