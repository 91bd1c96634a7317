package io.onrecord.bench;

import io.onrecord.memory.Identifying;
import io.onrecord.memory.ProgressListener;
import io.onrecord.store.SpeakerProfile;
import io.onrecord.store.SpeakerQuery;
import io.onrecord.store.SpokenQuery;
import io.onrecord.store.Store;
import io.onrecord.store.StoredPeople;
import io.onrecord.testkit.ClaimNews;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the store takes for pages of people, in processor time of one thread: lists, and all that a page shows of one of the two hundred with the most
 * statements. The store has made-up articles and who is the same, but no claims: these make {@code bench/desk}'s.
 */
public final class PeopleCost {

    private static final int STATEMENTS = 25;
    private static final int ASKED = 200;

    private final List<SpeakerProfile> busiest;

    private PeopleCost(List<SpeakerProfile> busiest) {
        this.busiest = busiest;
    }

    /** Argument: perhaps how many statements. */
    public static void main(String[] arguments) {
        int statements = arguments.length > 0 ? Math.max(1000, Integer.parseInt(arguments[0])) : 100_000;
        Path file = Path.of(System.getProperty("bench.folder", "."), "people-" + statements + ".db");
        int articles = statements / STATEMENTS;
        ClaimNews news = new ClaimNews(1, articles / 4, STATEMENTS);
        try (Store store = Store.open(file.toString())) {
            for (long number = store.counts().articles(); number < articles; number++) {
                store.put(news.record((int) number));
            }
            new Identifying().run(store, ProgressListener.NONE);
            System.out.printf(Locale.ROOT, "Java %s, %s%n", System.getProperty("java.version"), store.counts());
            measure(store);
        }
    }

    private static void measure(Store store) {
        StoredPeople people = store.people();
        List<SpeakerProfile> busiest =
                people.list(by(SpeakerQuery.Order.STATEMENTS, ASKED)).list();
        PeopleCost cost = new PeopleCost(busiest);
        System.out.printf(
                Locale.ROOT,
                "of %d speakers with %d to %d statements%n",
                busiest.size(),
                busiest.get(busiest.size() - 1).statements(),
                busiest.get(0).statements());
        cost.time("list, most statements first", id -> people.list(by(SpeakerQuery.Order.STATEMENTS, 50)));
        cost.time("list by name", id -> people.list(by(SpeakerQuery.Order.NAME, 50)));
        cost.time("profile", people::get);
        cost.time("latest 20 statements", id -> people.said(id, SpokenQuery.latest(21)));
        cost.time("statements by month", people::months);
        cost.time("subjects", people::subjects);
        cost.time("names in 200 articles", id -> people.members(id, 200));
        new PeopleCost(busiest.subList(0, Math.min(10, busiest.size())))
                .time("an id that never was", id -> people.former("f".repeat(32)));
    }

    private static SpeakerQuery by(SpeakerQuery.Order order, int limit) {
        return new SpeakerQuery(Optional.empty(), order, Optional.empty(), limit);
    }

    private void time(String what, Consumer<String> asking) {
        busiest.forEach(one -> asking.accept(one.id()));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] each = new double[busiest.size()];
        for (int i = 0; i < each.length; i++) {
            long start = threads.getCurrentThreadCpuTime();
            asking.accept(busiest.get(i).id());
            each[i] = (threads.getCurrentThreadCpuTime() - start) / 1e6;
        }
        Arrays.sort(each);
        System.out.printf(
                Locale.ROOT,
                "%-28s p50 %6.2f ms, p95 %6.2f ms, most %6.2f ms%n",
                what,
                each[each.length / 2],
                each[each.length * 95 / 100],
                each[each.length - 1]);
    }
}
