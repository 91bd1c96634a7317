package io.onrecord.server.view;

import io.onrecord.server.desk.Desk;
import io.onrecord.store.SavedSearch;
import java.util.List;

/**
 * The searches that people saved.
 *
 * @param searches those first that were saved last
 */
public record SavedListView(List<Saved> searches) {
    public SavedListView {
        searches = List.copyOf(searches);
    }

    /**
     * A search that somebody saved.
     *
     * @param id of it
     * @param name what people call it
     * @param query what is looked for, as an address has it behind its question mark
     * @param author who saved it
     * @param savedAt when, ISO 8601
     * @param fresh how much it found since somebody last looked
     * @param found how much it found since it was saved
     * @param page what it found, as a path of the desk
     * @param link the search itself, likewise
     * @param feed the same as an Atom feed, likewise
     */
    public record Saved(
            String id,
            String name,
            String query,
            String author,
            String savedAt,
            long fresh,
            long found,
            String page,
            String link,
            String feed) {

        static Saved of(SavedSearch search) {
            String page = "/searches/" + search.id();
            return new Saved(
                    search.id(),
                    search.name(),
                    search.query(),
                    search.author(),
                    search.savedAt().toString(),
                    search.fresh(),
                    search.found(),
                    page,
                    search.query().isEmpty() ? "/search" : "/search?" + search.query(),
                    page + "/feed");
        }
    }

    /** All of them. */
    public static SavedListView of(Desk desk) {
        return new SavedListView(
                desk.shelf().store().saved().all().stream().map(Saved::of).toList());
    }
}
