package io.onrecord.bench.corenlp;

import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * The quote pipeline over the articles of a folder, a text file each. Prints, for {@code bench/peer}: {@code ready} when it is
 * loaded and has read the first article once, then {@code done SECONDS QUOTES} of all articles, on so many threads.
 */
public final class QuotePipeline {

    private QuotePipeline() {}

    /** Arguments: the folder, the number of threads, how often the articles are read. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Path folder = Path.of(arguments[0]);
        int threads = Integer.parseInt(arguments[1]);
        int passes = Integer.parseInt(arguments[2]);
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                texts.add(Files.readString(file));
            }
        }
        Properties settings = new Properties();
        settings.setProperty("annotators", "tokenize,pos,lemma,ner,depparse,coref,quote");
        settings.setProperty("coref.algorithm", "statistical");
        StanfordCoreNLP pipeline = new StanfordCoreNLP(settings);
        quotes(pipeline, texts.get(0));
        System.out.println("ready");
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        for (int pass = 0; pass < passes; pass++) {
            long start = System.nanoTime();
            List<Future<Integer>> found = new ArrayList<>();
            for (String text : texts) {
                found.add(pool.submit(() -> quotes(pipeline, text)));
            }
            int quotes = 0;
            for (Future<Integer> one : found) {
                quotes += one.get();
            }
            System.out.println("done " + (System.nanoTime() - start) / 1e9 + " " + quotes);
        }
        pool.shutdown();
    }

    private static int quotes(StanfordCoreNLP pipeline, String text) {
        CoreDocument document = new CoreDocument(text);
        pipeline.annotate(document);
        return document.quotes().size();
    }
}
