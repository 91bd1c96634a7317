package io.onrecord.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onrecord.model.Span;
import io.onrecord.search.Matches;
import io.onrecord.search.Query;
import io.onrecord.search.Stamp;
import io.onrecord.search.StatementIndex;
import io.onrecord.search.Update;
import io.onrecord.search.Words;
import io.onrecord.server.problem.Problem;
import io.onrecord.server.view.SearchQuery;
import io.onrecord.testkit.NewsRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What is typed into a search, and the addresses of searches; asked of a real index. */
final class SearchTarget {

    private static final String TEXT = "Mara Oldin said the harbour's quay had been closed, and \"would not\" reopen.";

    private static final StatementIndex INDEX = index();

    private SearchTarget() {}

    private static StatementIndex index() {
        try {
            Path folder = Files.createTempDirectory("onrecord-fuzz-index");
            StatementIndex index = StatementIndex.open(folder);
            try (Update update = index.update(true)) {
                for (int article = 1; article <= 5; article++) {
                    update.put(article, NewsRecords.of(article, 8), Map.of());
                }
                update.commit(new Stamp("0123456789abcdef0123456789abcdef", 1, 1, 0));
            }
            index.refresh();
            return index;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void read(byte[] bytes) {
        String typed = new String(bytes, UTF_8);
        Words words = Words.of(typed);
        for (Span span : Matches.of(words).in(TEXT)) {
            if (span.end() > TEXT.length()) {
                throw new IllegalStateException("a match outside of the text");
            }
        }
        INDEX.search(Query.ALL.about(words, Optional.empty()), 0, 10);
        try {
            SearchQuery query = SearchQuery.of(typed);
            if (!SearchQuery.of(query.address()).equals(query)) {
                throw new IllegalStateException("the address of a search is another search's");
            }
        } catch (Problem e) {
            Kept.told(e.getMessage());
        }
    }
}
