package io.onrecord.reading.document;

import java.util.Iterator;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/** Parses HTML of strangers: some megabytes of tags unfold into more elements than the heap holds. */
final class BoundedHtml {

    /** An export of a thousand articles has some ten thousand; this many take some 150 MB. */
    static final int MOST_ELEMENTS = 500_000;

    private BoundedHtml() {}

    /** Nothing if it has more elements; they are counted while they come. */
    static Optional<Document> parse(String html) {
        try (StreamParser parser = new StreamParser(Parser.htmlParser())) {
            parser.parse(html, "");
            int elements = 0;
            for (Iterator<Element> all = parser.iterator(); all.hasNext(); all.next()) {
                if (++elements > MOST_ELEMENTS) {
                    return Optional.empty();
                }
            }
            return Optional.of(parser.document());
        }
    }
}
