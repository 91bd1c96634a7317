package io.onrecord.server.view;

import io.onrecord.server.desk.Shelf;
import io.onrecord.store.Doubtful;
import io.onrecord.store.ReviewProgress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The next statements that somebody should look at, the least certain first.
 *
 * @param items of them
 * @param next where those behind them begin; empty where there are none
 * @param progress how far the review is, over all that is kept
 * @param done what was looked at last, so that it can be taken back
 * @param outlets to choose from
 * @param asked what was asked for
 */
public record ReviewView(
        List<ReviewItem> items,
        Optional<String> next,
        Progress progress,
        Optional<Done> done,
        List<String> outlets,
        Filter asked) {

    private static final int OUTLETS = 200;

    /**
     * How far the review is.
     *
     * @param waiting how many statements nobody looked at
     * @param reviewed how many somebody did
     * @param accepted of these, how many were right
     * @param corrected were put right
     * @param rejected were taken away
     * @param added were added by people
     */
    public record Progress(long waiting, long reviewed, long accepted, long corrected, long rejected, long added) {

        static Progress of(ReviewProgress progress) {
            return new Progress(
                    progress.waiting(),
                    progress.reviewed(),
                    progress.accepted(),
                    progress.corrected(),
                    progress.rejected(),
                    progress.added());
        }
    }

    /**
     * What was looked at last.
     *
     * @param statement its id, by which it can be taken back
     * @param review {@code ACCEPTED}, {@code CORRECTED} or {@code REJECTED}
     * @param words the beginning of its content
     */
    public record Done(String statement, String review, String words) {}

    /**
     * What was asked for, as it stands in the address.
     *
     * @param outlet its name; empty for any
     * @param stance what the cue does; empty for any
     * @param speaker words of the name; empty for any
     * @param since the first day of publication; empty for any
     * @param cursor where it begins; empty for the start
     */
    public record Filter(String outlet, String stance, String speaker, String since, String cursor) {

        /** Whether some statements are left out. */
        public boolean narrowed() {
            return !outlet.isEmpty() || !stance.isEmpty() || !speaker.isEmpty() || !since.isEmpty();
        }

        /** As what follows the path of an address; with the cursor, or from the start. */
        public String parameters(boolean on) {
            StringJoiner joined = new StringJoiner("&", "?", "").setEmptyValue("");
            add(joined, "outlet", outlet);
            add(joined, "stance", stance);
            add(joined, "speaker", speaker);
            add(joined, "since", since);
            add(joined, Cursor.PARAMETER, on ? cursor : "");
            return joined.toString();
        }

        private static void add(StringJoiner joined, String name, String value) {
            if (!value.isEmpty()) {
                joined.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }

        /** As the address of what follows. */
        public String next(String nextCursor) {
            return new Filter(outlet, stance, speaker, since, nextCursor).parameters(true);
        }

        static Filter of(Asked asked) {
            return new Filter(
                    asked.outlet().orElse(""),
                    asked.stance().map(Enum::name).orElse(""),
                    asked.speaker().orElse(""),
                    asked.since().map(Object::toString).orElse(""),
                    asked.cursor().orElse(""));
        }
    }

    public ReviewView {
        items = List.copyOf(items);
        outlets = List.copyOf(outlets);
    }

    /**
     * As it is now.
     *
     * @param most how many at most
     */
    public static ReviewView of(Shelf shelf, Asked asked, int most) {
        List<Doubtful> found = shelf.store().reviews().waiting(asked.query(), asked.after(), most + 1);
        List<Doubtful> shown = found.subList(0, Math.min(most, found.size()));
        return new ReviewView(
                ReviewItem.of(shelf.store(), shown),
                found.size() > most
                        ? asked.after(shown.get(shown.size() - 1).place()).cursor()
                        : Optional.empty(),
                Progress.of(shelf.store().reviews().progress()),
                asked.done().flatMap(id -> ReviewItem.done(shelf.store(), id)),
                shelf.store().outlets().stream().limit(OUTLETS).toList(),
                Filter.of(asked));
    }
}
