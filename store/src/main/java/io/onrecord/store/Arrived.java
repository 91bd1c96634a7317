package io.onrecord.store;

import java.time.Instant;
import java.util.Optional;

/**
 * An article in a list.
 *
 * @param mark its place in the order they came
 * @param articleId its id
 * @param address its address
 * @param title its title, where it has one
 * @param outlet the name of its outlet, where that is known
 * @param published when, as it says
 * @param keptAt when it was first kept, to the second
 * @param statements how many the engine found
 */
public record Arrived(
        Mark mark,
        String articleId,
        String address,
        Optional<String> title,
        Optional<String> outlet,
        Optional<String> published,
        Instant keptAt,
        int statements) {

    /**
     * A place between articles in the order they came.
     *
     * @param keptAt when the article before it was kept, to the second
     * @param article its number in this store
     */
    public record Mark(Instant keptAt, int article) {

        /** Before all articles. */
        public static final Mark START = new Mark(Instant.EPOCH, 0);
    }
}
