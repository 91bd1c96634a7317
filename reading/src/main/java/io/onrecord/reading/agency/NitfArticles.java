package io.onrecord.reading.agency;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.item.ItemArticles;
import io.onrecord.reading.xml.XmlPull;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The article of a NITF document; several, where a file has {@code nitf} elements within another. */
final class NitfArticles implements ItemArticles {

    private final Item item;
    private final int longest;
    private final Consumer<String> notices;
    private final XmlPull xml;
    private boolean any;

    NitfArticles(Item item, int longest, Consumer<String> notices) throws IOException {
        this.item = item;
        this.longest = longest;
        this.notices = notices;
        this.xml = XmlPull.of(item.bytes(), AgencyFormats.LARGEST);
    }

    @Override
    public @Nullable Outcome<Article> next() throws IOException {
        for (XmlPull.Event event = xml.next(); event != XmlPull.Event.DONE; event = xml.next()) {
            if (event == XmlPull.Event.START && xml.name().equals("nitf")) {
                any = true;
                Story story = new Story(AgencyKind.NITF, longest);
                NitfReader.into(story, xml);
                return AgencyFormats.told(story, item, notices);
            }
        }
        if (any) {
            return null;
        }
        any = true;
        return new Outcome.Skipped<>(item.address(), Outcome.Stage.READING, "no NITF: there is no nitf element in it");
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
