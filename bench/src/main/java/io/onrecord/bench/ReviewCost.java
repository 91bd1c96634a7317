package io.onrecord.bench;

import io.onrecord.corrections.Change;
import io.onrecord.model.Stance;
import io.onrecord.store.Arrived.Mark;
import io.onrecord.store.Doubtful;
import io.onrecord.store.ReviewQuery;
import io.onrecord.store.Store;
import io.onrecord.testkit.NewsRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the next statement to be reviewed costs in a store of made-up news, and what else the first pages of the desk ask the store for. */
public final class ReviewCost {

    private static final int STATEMENTS = 25;
    private static final int ROUNDS = 40;
    private static final int ACCEPTED = 2_000;

    private ReviewCost() {}

    /** Arguments: perhaps how many articles, and perhaps an address; without one, a file that goes afterwards. */
    public static void main(String[] arguments) throws IOException {
        int articles = arguments.length > 0 ? Math.max(100, Integer.parseInt(arguments[0])) : 4_000;
        Path folder = Files.createTempDirectory(Path.of(System.getProperty("bench.folder", ".")), "review");
        try (Store store = Store.open(
                arguments.length > 1
                        ? arguments[1]
                        : folder.resolve("onrecord.db").toString())) {
            for (int i = 0; i < articles; i++) {
                store.put(NewsRecords.of(i, STATEMENTS));
            }
            print(store, "nobody reviewed anything");
            for (int i = 0; i < ACCEPTED; i++) {
                Doubtful next = store.reviews()
                        .waiting(ReviewQuery.ALL, Optional.empty(), 1)
                        .get(0);
                store.correct(next.articleId(), next.statementId(), new Change.Accepted(), "bench", Optional.empty());
            }
            print(store, ACCEPTED + " accepted");
        } finally {
            for (String name : List.of("onrecord.db", "onrecord.db-wal", "onrecord.db-shm")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private static void print(Store store, String what) {
        System.out.printf(Locale.ROOT, "%d statements, %s%n", store.counts().statements(), what);
        time("next of all", () -> next(store, ReviewQuery.ALL));
        time(
                "next of a stance",
                () -> next(store, query(Optional.empty(), Optional.of(Stance.LABELS), Optional.empty())));
        String outlet = store.outlets().get(store.outlets().size() - 1);
        time(
                "next of the rarest outlet",
                () -> next(store, query(Optional.of(outlet), Optional.empty(), Optional.empty())));
        time("none of an outlet", () -> next(store, query(Optional.of("none"), Optional.empty(), Optional.empty())));
        time("none of a speaker", () -> next(store, query(Optional.empty(), Optional.empty(), Optional.of("zzzz"))));
        time(
                "next since a late day",
                () -> next(
                        store,
                        new ReviewQuery(
                                Optional.empty(), Optional.empty(), Optional.empty(), LocalDate.of(2025, 11, 25))));
        time("progress", () -> store.reviews().progress());
        time("counts", store::counts);
        time("outlets", store::outlets);
        time("latest articles", () -> store.arrivals().latest(Mark.START, Optional.empty(), 10));
    }

    private static ReviewQuery query(Optional<String> outlet, Optional<Stance> stance, Optional<String> speaker) {
        return new ReviewQuery(outlet, stance, speaker, LocalDate.MIN);
    }

    private static Object next(Store store, ReviewQuery query) {
        return store.reviews().waiting(query, Optional.empty(), 2);
    }

    private static void time(String what, java.util.function.Supplier<Object> work) {
        double[] each = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            Object unused = work.get();
            each[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(each);
        System.out.printf(
                Locale.ROOT, "  %-28s p50 %7.2f ms, p95 %7.2f ms%n", what, each[ROUNDS / 2], each[ROUNDS * 95 / 100]);
    }
}
