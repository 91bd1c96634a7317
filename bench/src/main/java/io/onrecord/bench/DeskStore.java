package io.onrecord.bench;

import io.onrecord.claims.ClaimSummary;
import io.onrecord.encoder.SentenceEncoder;
import io.onrecord.encoder.onnx.OnnxSentences;
import io.onrecord.memory.Claiming;
import io.onrecord.memory.Identifying;
import io.onrecord.memory.ProgressListener;
import io.onrecord.memory.Search;
import io.onrecord.model.ArticleRecord;
import io.onrecord.speakers.Identity;
import io.onrecord.store.ClaimQuery;
import io.onrecord.store.Meant;
import io.onrecord.store.Pending;
import io.onrecord.store.Store;
import io.onrecord.testkit.ClaimNews;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A store of made-up articles, like news ({@link ClaimNews#likeNews}), with all that goes over articles, as the desk would have made it, but for the vectors: they
 * are made of the words, under the name of the network's model, so that the desk takes them for its own. Asks for what is in it by Zipf's law:
 * some pages are looked at by everybody.
 */
final class DeskStore {

    static final int STATEMENTS = 25;

    private static final int ASKED = 2000;

    private final ClaimNews news;
    private final int articles;
    private final List<String> speakers;
    private final List<String> claims;

    private DeskStore(ClaimNews news, int articles, List<String> speakers, List<String> claims) {
        this.news = news;
        this.articles = articles;
        this.speakers = speakers;
        this.claims = claims;
    }

    /** Makes it, or goes on where a run was stopped. */
    static DeskStore make(Path file, int statements) {
        int articles = statements / STATEMENTS;
        ClaimNews news = ClaimNews.likeNews(1, Math.max(10, articles / 4), STATEMENTS);
        try (Store store = Store.open(file.toString())) {
            long start = System.nanoTime();
            for (long number = store.counts().articles(); number < articles; number++) {
                store.put(news.record((int) number));
            }
            told("articles put", start);
            start = System.nanoTime();
            new Identifying().run(store, ProgressListener.NONE);
            told("speakers brought together", start);
            start = System.nanoTime();
            vectors(store);
            told("vectors", start);
            start = System.nanoTime();
            Claiming.byWords().run(store, ProgressListener.NONE);
            told("claims", start);
            start = System.nanoTime();
            try (Search search = Search.open(store)) {
                search.follow(false, ProgressListener.NONE);
            }
            told("search index", start);
            return new DeskStore(news, articles, speakers(store), claims(store));
        }
    }

    private static void told(String what, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        if (seconds >= 1) {
            System.out.printf(Locale.ROOT, "made: %s, in %.0f s%n", what, seconds);
        }
    }

    private static void vectors(Store store) {
        String model;
        try (SentenceEncoder network = OnnxSentences.openDefault()) {
            model = network.model();
        }
        store.awaitVectors(model);
        List<Pending> waiting = store.pendingVectors(0, 100);
        while (!waiting.isEmpty()) {
            List<Meant> made = new ArrayList<>();
            for (Pending one : waiting) {
                made.add(new Meant(
                        one, one.contents().stream().map(ClaimNews::meaning).toList()));
            }
            store.putVectors(model, made);
            waiting = store.pendingVectors(0, 100);
        }
    }

    private static List<String> speakers(Store store) {
        return store.identities().stream()
                .sorted(Comparator.comparingInt(
                        (Identity each) -> -each.members().size()))
                .limit(ASKED)
                .map(Identity::id)
                .toList();
    }

    private static List<String> claims(Store store) {
        return store.claims(ClaimQuery.all(ASKED)).stream()
                .map(ClaimSummary::id)
                .toList();
    }

    /** One more article than it was made with. */
    ArticleRecord more(int number) {
        return news.record(articles + number);
    }

    int articles() {
        return articles;
    }

    String article(Random random) {
        return news.record(random.nextInt(articles)).article().id();
    }

    String speaker(Random random) {
        return speakers.get(busy(random, speakers.size()));
    }

    String claim(Random random) {
        return claims.get(busy(random, claims.size()));
    }

    /** Some words that are in a statement, not always next to one another. */
    String words(Random random) {
        ArticleRecord record = news.record(random.nextInt(articles));
        String content = record.statements()
                .get(random.nextInt(record.statements().size()))
                .attribution()
                .content()
                .get(0)
                .of(record.article().text().value());
        String[] words = content.split(" ", -1);
        StringBuilder out = new StringBuilder(words[random.nextInt(words.length)]);
        for (int i = random.nextInt(3); i > 0; i--) {
            out.append(' ').append(words[random.nextInt(words.length)]);
        }
        return out.toString();
    }

    private static int busy(Random random, int count) {
        return (int) (Math.pow(count + 1.0, random.nextDouble()) - 1);
    }
}
