package io.onrecord.bench;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Metadata;
import io.onrecord.model.Producer;
import io.onrecord.model.Published;
import io.onrecord.model.Role;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Text;
import io.onrecord.store.Store;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What keeping identities up to date costs: six speakers an article (25 statements have about as many), whose names follow Zipf's
 * law over 20,000; some appear by family name alone, some as a post without a name. Printed as the store grows: all that came since,
 * then one article more.
 */
public final class IdentityCost {

    private static final int SPEAKERS = 6;
    private static final int STATEMENTS = 25;
    private static final int NAMES = 20_000;
    private static final int SINGLE = 200;
    private static final List<String> SYLLABLES = List.of(
            "ba", "re", "ni", "to", "lu", "ve", "sa", "mor", "dan", "kel", "ri", "ost", "an", "il", "per", "tha", "go");
    private static final List<String> POSTS = List.of(
            "finance minister", "mayor", "spokeswoman", "police chief", "senator", "ambassador", "professor", "coach");

    private final Random random = new Random(20261126);
    private final double[] shares = new double[NAMES];

    private IdentityCost() {
        double sum = 0;
        for (int i = 0; i < NAMES; i++) {
            sum += 1.0 / (i + 1);
            shares[i] = sum;
        }
    }

    /** Arguments: perhaps how many articles, and perhaps an address; without one, a file that goes afterwards. */
    public static void main(String[] arguments) throws IOException {
        int articles = arguments.length > 0 ? Math.max(100, Integer.parseInt(arguments[0])) : 4000;
        Path folder = Files.createTempDirectory(Path.of(System.getProperty("bench.folder", ".")), "identities");
        try (Store store = Store.open(
                arguments.length > 1
                        ? arguments[1]
                        : folder.resolve("onrecord.db").toString())) {
            new IdentityCost().measure(store, articles);
        } finally {
            for (String name : List.of("onrecord.db", "onrecord.db-wal", "onrecord.db-shm")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private void measure(Store store, int articles) {
        System.out.printf(
                Locale.ROOT,
                "Java %s, %d cores, heap %d MB%n",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
        int from = 0;
        for (int to : List.of(articles / 100, articles / 10, articles)) {
            for (int i = from; i < to; i++) {
                store.put(article(i));
            }
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            double all = finish(store);
            System.out.printf(
                    Locale.ROOT,
                    "%d statements, %d speakers, %d identities: %d articles more in %.1f s, %.1f s of processor time%n",
                    (long) to * STATEMENTS,
                    (long) to * SPEAKERS,
                    store.counts().identities(),
                    to - from,
                    all / 1000,
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9);
            from = to;
            cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            double[] each = new double[Math.min(SINGLE, to / 2)];
            for (int i = 0; i < each.length; i++) {
                store.put(article(1_000_000 * (to + 1) + i));
                each[i] = finish(store);
            }
            double cpuEach = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e6 / each.length;
            Arrays.sort(each);
            System.out.printf(
                    Locale.ROOT,
                    "  one article more, with putting it: %.1f ms of processor time; update alone p50 %.0f ms, p95 %.0f ms, most %.0f ms%n",
                    cpuEach,
                    each[each.length / 2],
                    each[each.length * 95 / 100],
                    each[each.length - 1]);
        }
    }

    private static double finish(Store store) {
        long start = System.nanoTime();
        while (store.stepIdentities() > 0) {
            // Step by step.
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private ArticleRecord article(int number) {
        List<Speaker> speakers = new ArrayList<>();
        for (int i = 0; i < SPEAKERS; i++) {
            speakers.add(speaker("" + (i + 1), name()));
        }
        LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(700));
        Metadata metadata = new Metadata(
                Optional.of("Outlet " + random.nextInt(50)),
                Optional.empty(),
                List.of(),
                Optional.of(new Published(day.toString(), "bench")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new ArticleRecord(
                Article.of("https://press.example/" + number, Text.line("Article " + number), metadata),
                speakers,
                List.of(),
                List.of(),
                new Producer("1", "bench", "none"));
    }

    /** One of the names by Zipf's law. */
    private int name() {
        int found = Arrays.binarySearch(shares, random.nextDouble() * shares[NAMES - 1]);
        return Math.min(NAMES - 1, found < 0 ? -found - 1 : found);
    }

    /** Who has a name, always with the same post; mostly with the full name, now and then without part of it. */
    private Speaker speaker(String id, int name) {
        Random own = new Random(name);
        String given = capital(word(own, 2));
        String family = capital(word(own, 3));
        Role role = new Role(
                POSTS.get(own.nextInt(POSTS.size())), Optional.of(capital(word(new Random(own.nextInt(60)), 3))));
        int form = random.nextInt(20);
        if (form == 0) {
            String post = "the " + role.title() + " of " + role.of().orElseThrow();
            return new Speaker(id, post, SpeakerKind.OFFICE, List.of(), List.of(), List.of(), Map.of());
        }
        String shown = form <= 2 ? family : given + " " + family;
        List<Role> roles = form % 2 == 0 ? List.of(role) : List.of();
        return new Speaker(id, shown, SpeakerKind.PERSON, roles, List.of(), List.of(family), Map.of());
    }

    private static String word(Random random, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return word.toString();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
