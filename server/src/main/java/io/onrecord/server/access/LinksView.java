package io.onrecord.server.access;

import io.onrecord.store.DeskLink;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Links that let others read, and the form for another.
 *
 * @param opens the page that the next one is to open; empty for all
 * @param made the link that was made just now, which is shown this once; empty where none was
 * @param problem why none was made; empty where that did not happen
 * @param links those that have not ended, the next to end first
 */
public record LinksView(String opens, String made, String problem, List<Item> links) {

    public LinksView {
        links = List.copyOf(links);
    }

    /**
     * A link.
     *
     * @param prefix how its token begins
     * @param opens the page that it opens; empty for all
     * @param author who made it
     * @param until the last day on which it opens something, in UTC
     * @param seen the day on which somebody last came by it, in UTC
     */
    public record Item(String prefix, String opens, String author, LocalDate until, Optional<LocalDate> seen) {

        static Item of(DeskLink link) {
            return new Item(
                    link.prefix(),
                    link.opens().orElse(""),
                    link.author(),
                    day(link.expiresAt()),
                    link.usedAt().map(Item::day));
        }

        private static LocalDate day(Instant time) {
            return time.atZone(ZoneOffset.UTC).toLocalDate();
        }
    }
}
