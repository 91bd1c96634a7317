package io.onrecord.reading.document;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The articles of a document while it is open. */
interface Parts extends Closeable {

    /**
     * The next one, or null at the end.
     *
     * @throws DocumentException if the document cannot be read on
     */
    @Nullable
    Outcome<Article> next() throws IOException, DocumentException;
}
