package io.onrecord.reading;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.reading.web.Fetch;
import io.onrecord.reading.web.Fetched;
import io.onrecord.reading.web.Refused;
import org.jspecify.annotations.Nullable;

/** What lies at one address, fetched when it is first asked for. */
final class Fetching implements Source {

    private final String address;
    private final Run run;
    private @Nullable Source articles;
    private boolean done;

    Fetching(String address, Run run) {
        this.address = address;
        this.run = run;
    }

    @Override
    public @Nullable Outcome<Article> next() {
        if (done) {
            return null;
        }
        if (articles == null) {
            articles = fetched(run.fetcher().fetch(address));
        }
        return articles.next();
    }

    private Source fetched(Fetch fetch) {
        if (fetch instanceof Refused refused) {
            return new Failure(refused.skipped());
        }
        return new ItemSource(((Fetched) fetch).item(), run, run.archives()::open);
    }

    @Override
    public void close() {
        done = true;
        if (articles != null) {
            articles.close();
        }
    }
}
