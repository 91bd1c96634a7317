package io.onrecord.exchange;

import io.onrecord.copies.Link;
import java.util.List;
import java.util.Optional;

/**
 * Articles that are copies of one another, as they are shown.
 *
 * @param origin the one published first
 * @param copies all others; at least one
 */
public record CopyGroup(Item origin, List<Copy> copies) {

    /**
     * An article.
     *
     * @param id of the article
     * @param address file, URL, or the input's own id
     */
    public record Item(
            String id, String address, Optional<String> outlet, Optional<String> published, Optional<String> title) {}

    /** An article and its link to the origin. */
    public record Copy(Item article, Link link) {}

    public CopyGroup {
        copies = List.copyOf(copies);
        if (copies.isEmpty()) {
            throw new IllegalArgumentException("the group of " + origin.address() + " has no copies");
        }
    }
}
