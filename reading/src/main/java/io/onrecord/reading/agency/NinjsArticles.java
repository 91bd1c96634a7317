package io.onrecord.reading.agency;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.ItemArticles;
import io.onrecord.reading.item.Wording;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The articles of ninjs, 1 to 3: one object, a list of them, or one after another; also texts that an object is associated
 * with.
 */
final class NinjsArticles implements ItemArticles {

    private static final int SHOWN = 80;

    private final Item item;
    private final int longest;
    private final Consumer<String> notices;
    private final JsonParser parser;
    private final Deque<Map<String, Object>> associated = new ArrayDeque<>();
    private boolean any;
    private boolean done;

    NinjsArticles(Item item, int longest, Consumer<String> notices) throws IOException {
        this.item = item;
        this.longest = longest;
        this.notices = notices;
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(JsonTree.most(longest))
                        .build())
                .errorReportConfiguration(ErrorReportConfiguration.builder()
                        .maxErrorTokenLength(SHOWN)
                        .build())
                .build();
        try {
            this.parser = factory.createParser(ObjectReadContext.empty(), item.bytes());
        } catch (JacksonException e) {
            throw fault(e);
        }
    }

    @Override
    public @Nullable Outcome<Article> next() throws IOException {
        try {
            while (!done) {
                Map<String, Object> one = associated.pollFirst();
                if (one != null) {
                    if (isText(one)) {
                        return outcome(one);
                    }
                    continue;
                }
                JsonToken token = parser.nextToken();
                if (token == null) {
                    done = true;
                } else if (token == JsonToken.START_OBJECT) {
                    any = true;
                    return object();
                }
            }
        } catch (JacksonException e) {
            done = true;
            throw fault(e);
        }
        if (any) {
            return null;
        }
        any = true;
        return Wording.skipped(item.address(), "no ninjs: there is no object in it");
    }

    @Override
    public void close() throws IOException {
        try {
            parser.close();
        } catch (JacksonException e) {
            throw fault(e);
        }
    }

    private Outcome<Article> object() {
        JsonTree tree = new JsonTree(parser, JsonTree.most(longest));
        Map<String, Object> object = tree.object();
        if (tree.tooLarge()) {
            return Wording.skipped(
                    string(object, "uri").isEmpty() ? item.address() : string(object, "uri"),
                    "an object of more than " + Wording.bytes(JsonTree.most(longest)) + ": split what is longer");
        }
        associate(object.get("associations"));
        Optional<String> broken =
                tree.halves().stream().filter(name -> name.startsWith("body_")).findFirst();
        if (broken.isPresent() && !isText(object)) {
            return Wording.skipped(
                    string(object, "uri").isEmpty() ? item.address() : string(object, "uri"),
                    "'" + Wording.shown(broken.get()) + "' has half a character (\\ud800 to \\udfff alone): write both"
                            + " halves of the surrogate pair, or neither");
        }
        return outcome(object);
    }

    /** In 1.x an object whose fields are items, from 2.0 on a list. */
    private void associate(@Nullable Object associations) {
        if (associations instanceof Map<?, ?> named) {
            named.values().forEach(one -> associateOne(one));
        } else if (associations instanceof List<?> list) {
            list.forEach(one -> associateOne(one));
        }
    }

    private void associateOne(@Nullable Object one) {
        if (one instanceof Map<?, ?> map) {
            associated.add(JsonTree.fields(map));
        }
    }

    private static boolean isText(Map<String, Object> object) {
        return object.keySet().stream().anyMatch(name -> name.startsWith("body_") || name.equals("bodies"));
    }

    private Outcome<Article> outcome(Map<String, Object> object) {
        Story story = new Story(AgencyKind.NINJS, longest);
        story.id(string(object, "uri"));
        String type = string(object, "type").toLowerCase(Locale.ROOT);
        if (List.of("picture", "video", "audio", "graphic", "animation").contains(type)) {
            story.leaveOut("no article but " + type + ": its type says so");
        }
        String status = string(object, "pubstatus").toLowerCase(Locale.ROOT);
        if (status.equals("canceled") || status.equals("withheld")) {
            story.leaveOut((status.equals("canceled") ? "cancelled" : status) + " by its agency: its status says so");
        }
        metadata(story, object);
        body(story, object);
        return AgencyFormats.told(story, item, notices);
    }

    private static void metadata(Story story, Map<String, Object> object) {
        story.title(Html.line(string(object, "headline")));
        each(object.get("headlines"), headline -> story.title(Html.line(string(headline, "value"))));
        story.title(Html.line(string(object, "title")));
        for (String name : List.of("byline", "by")) {
            story.byline(Html.line(string(object, name)));
        }
        each(object.get("bylines"), by -> {
            story.byline(Html.line(string(by, "byline")));
            story.byline(Html.line(string(by, "value")));
        });
        for (String name : List.of("versioncreated", "contentcreated", "firstcreated")) {
            if (!string(object, name).isEmpty()) {
                story.published(string(object, name));
            }
        }
        story.language(string(object, "language"));
        each(object.get("infosources"), source -> provider(story, string(source, "name")));
        for (String name : List.of("provider", "source", "copyrightholder", "creditline")) {
            provider(story, string(object, name));
        }
        if (object.get("copyrightholder") instanceof Map<?, ?> holder) {
            provider(story, string(JsonTree.fields(holder), "name"));
        }
    }

    private static void provider(Story story, String name) {
        story.outlet(name);
        story.provider(name);
    }

    /** Markup says where paragraphs are, so it goes before plain text. */
    private static void body(Story story, Map<String, Object> object) {
        String html = string(object, "body_html");
        html = html.isEmpty() ? string(object, "body_xhtml") : html;
        String plain = string(object, "body_text");
        for (Map<String, Object> body : JsonTree.objects(object.get("bodies"))) {
            boolean markup = string(body, "contenttype").contains("html");
            html = markup && html.isEmpty() ? string(body, "value") : html;
            plain = !markup && plain.isEmpty() ? string(body, "value") : plain;
        }
        for (Map.Entry<String, Object> field : object.entrySet()) {
            boolean other = field.getKey().startsWith("body_") && field.getValue() instanceof String;
            plain = other && html.isEmpty() && plain.isEmpty() ? (String) field.getValue() : plain;
        }
        if (!html.isBlank()) {
            story.blocks.html(html);
        } else if (!plain.isBlank()) {
            story.blocks.plain(plain);
        }
    }

    private static void each(@Nullable Object list, Consumer<Map<String, Object>> use) {
        JsonTree.objects(list).forEach(use);
    }

    private static String string(Map<String, Object> object, String name) {
        return object.get(name) instanceof String value ? value : "";
    }

    private static IOException fault(JacksonException e) {
        String place = e.getLocation() == null
                ? ""
                : " in line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        String said = e.getOriginalMessage() == null ? "" : ": " + Wording.shown(e.getOriginalMessage());
        return new IOException("not valid JSON" + place + said, e);
    }
}
