package io.onrecord.server.desk;

import io.onrecord.memory.ClaimSearch;
import io.onrecord.memory.Search;
import io.onrecord.store.Store;

/** A store with its search index and what keeps both up to date. Safe to share between threads. */
public final class Shelf implements AutoCloseable {

    private final Store store;
    private final Search search;
    private final Upkeep upkeep;

    private Shelf(Store store, Search search) {
        this.store = store;
        this.search = search;
        this.upkeep = new Upkeep(store, search);
    }

    /**
     * Opens a store, which is made where there is none.
     *
     * @param address a file, or {@code jdbc:postgresql://…}
     * @throws io.onrecord.store.StoreException if it can be neither opened nor made
     * @throws io.onrecord.search.IndexException if its index can be neither made nor read
     */
    static Shelf open(String address) {
        Store store = Store.open(address);
        try {
            return new Shelf(store, Search.open(store));
        } catch (RuntimeException | Error e) {
            store.close();
            throw e;
        }
    }

    public Store store() {
        return store;
    }

    public Search search() {
        return search;
    }

    /** Finds claims by what they are about. */
    public ClaimSearch claims() {
        return new ClaimSearch(store, search);
    }

    /** What goes over articles, brought up to date behind the pages. */
    public Upkeep upkeep() {
        return upkeep;
    }

    @Override
    public void close() {
        try (store;
                search) {
            upkeep.close();
        }
    }
}
