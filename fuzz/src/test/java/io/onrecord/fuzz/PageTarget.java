package io.onrecord.fuzz;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.reading.item.Item;
import io.onrecord.reading.page.Page;
import io.onrecord.reading.page.PageReader;
import java.io.IOException;
import java.util.Optional;

/** Web pages: the article, its metadata, all that is shown. */
final class PageTarget {

    private static final PageReader READER = new PageReader();
    private static final String ADDRESS = "https://courier.example/2026/05/14/ferry";

    private PageTarget() {}

    static void read(byte[] bytes) throws IOException {
        Item item = Kept.item(ADDRESS, bytes);
        Outcome<Article> article = READER.read(item);
        Kept.one(article);
        if (bytes.length > 0) {
            Outcome<Page> page = READER.page(bytes, Optional.empty(), ADDRESS);
            if (page instanceof Outcome.Kept != article instanceof Outcome.Kept) {
                throw new IllegalStateException("an article and its page differ");
            }
            READER.everything(bytes, Optional.empty());
        }
    }
}
