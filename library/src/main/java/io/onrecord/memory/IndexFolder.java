package io.onrecord.memory;

import io.onrecord.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the search index of a store lies. */
public final class IndexFolder {

    private static final String ENDING = ".index";

    private IndexFolder() {}

    /**
     * Beside the file of the store, as {@code onrecord.db.index}; for a database elsewhere, or where nothing can be written beside the
     * file, in the user's folder for what can be made anew.
     */
    public static Path of(Store store) {
        return of(store, System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    static Path of(Store store, Map<String, String> environment, Path home) {
        String name = store.name();
        if (!name.startsWith("jdbc:")) {
            Path file = Path.of(name);
            Path beside = file.resolveSibling(file.getFileName() + ENDING);
            @Nullable Path folder = beside.getParent();
            if (Files.isDirectory(beside) || folder != null && Files.isWritable(folder)) {
                return beside;
            }
        }
        String told = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path cache = told.isBlank() ? home.resolve(".cache") : Path.of(told);
        return cache.resolve("onrecord").resolve(store.id() + ENDING);
    }
}
