package io.onrecord.reading.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A memory that somebody else keeps, feed by feed. */
final class WatchRecall implements WatchState {

    private final WatchMemory kept;

    WatchRecall(WatchMemory kept) {
        this.kept = kept;
    }

    @Override
    public List<WatchedFeed> load() throws IOException {
        List<WatchedFeed> feeds = new ArrayList<>();
        for (Map.Entry<String, String> one : kept.load().entrySet()) {
            feeds.add(WatchJson.read(one.getKey(), one.getValue()));
        }
        return feeds;
    }

    @Override
    public void save(Collection<WatchedFeed> feeds) throws IOException {
        Map<String, String> states = new LinkedHashMap<>();
        feeds.forEach(feed -> states.put(feed.address(), WatchJson.written(feed)));
        kept.save(states);
    }

    @Override
    public void close() throws IOException {
        kept.close();
    }
}
