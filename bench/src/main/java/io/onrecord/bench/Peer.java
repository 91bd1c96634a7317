package io.onrecord.bench;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import io.onrecord.reading.ArticleReader;
import io.onrecord.reading.Articles;
import io.onrecord.reading.Input;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Onrecord beside Stanford CoreNLP's quote pipeline: the same articles, the same number of threads, each in a process of its own, in turn, round
 * after round, so that a noisy machine hits all. Of each it prints the words a second once it is loaded, how often it does what CoreNLP does in the
 * same round, the seconds from the start of its process until it has read its first article, and the most memory that was
 * resident; by the processors' time, too, which other programs move less.
 *
 * <p>CoreNLP takes minutes for what Onrecord reads in seconds, so that Java has compiled it long before it ends. Onrecord reads the articles
 * {@value #PASSES} times: the first time while Java compiles, and the last, which is what an archive sees. Both are printed.
 */
public final class Peer {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String PEER = "CoreNLP";
    private static final long TICKS = 100;
    private static final int PASSES = 5;

    /** One pass over the articles: seconds, and processor seconds. */
    private record Pass(double seconds, double processor) {}

    /** One run of a program: seconds until it was ready, the passes, memory in MB. */
    private record Run(double ready, List<Pass> passes, double resident) {
        Pass first() {
            return passes.get(0);
        }

        Pass last() {
            return passes.get(passes.size() - 1);
        }
    }

    private Peer() {}

    /** Arguments: the file of articles, how many of them, rounds, threads; then CoreNLP's class path, and ours; then models. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path file = Path.of(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        String threads = arguments[3];
        Path folder = Files.createTempDirectory("onrecord-peer");
        try {
            int words = write(file, count, folder);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d articles, %d words; %s threads, Java %s%n",
                    file.getFileName(),
                    count,
                    words,
                    threads,
                    System.getProperty("java.version"));
            Map<String, List<String>> programs = programs(arguments, folder);
            Map<String, List<Run>> runs = new LinkedHashMap<>();
            for (int round = 0; round < rounds; round++) {
                for (Map.Entry<String, List<String>> program : programs.entrySet()) {
                    Run run = run(program.getValue());
                    runs.computeIfAbsent(program.getKey(), any -> new ArrayList<>())
                            .add(run);
                    System.out.printf(
                            Locale.ROOT,
                            "  round %d, %s: %.0f words a second%n",
                            round + 1,
                            program.getKey(),
                            words / run.last().seconds());
                }
            }
            runs.forEach((name, of) -> print(name, of, runs.getOrDefault(PEER, List.of()), words));
        } finally {
            try (Stream<Path> left = Files.walk(folder)) {
                left.sorted(Comparator.reverseOrder()).forEach(Peer::delete);
            }
        }
    }

    private static Map<String, List<String>> programs(String[] arguments, Path folder) {
        String threads = arguments[3];
        Map<String, List<String>> programs = new LinkedHashMap<>();
        programs.put(
                PEER,
                List.of(
                        "-Xmx6g",
                        "-cp",
                        arguments[4],
                        "io.onrecord.bench.corenlp.QuotePipeline",
                        folder.toString(),
                        threads,
                        "1"));
        for (int i = 6; i < arguments.length; i++) {
            // As the launcher starts it.
            programs.put(
                    "Onrecord, " + arguments[i],
                    List.of(
                            "@" + System.getProperty("bench.options"),
                            "-cp",
                            arguments[5],
                            "io.onrecord.bench.PeerRead",
                            folder.toString(),
                            threads,
                            Integer.toString(PASSES),
                            arguments[i]));
        }
        return programs;
    }

    /** Writes each of the first articles to a file of its own; returns their words. */
    private static int write(Path file, int count, Path folder) throws IOException {
        int words = 0;
        int written = 0;
        try (Articles articles = new ArticleReader().open(Input.files(List.of(file)), notice -> {})) {
            while (written < count && articles.hasNext()) {
                if (articles.next() instanceof Outcome.Kept<Article> kept) {
                    String text = kept.value().text().value();
                    Files.writeString(folder.resolve(String.format(Locale.ROOT, "%05d.txt", written++)), text);
                    words += SPACE.split(text.strip(), -1).length;
                }
            }
        }
        if (written < count) {
            throw new IOException(file + " has " + written + " articles, not " + count);
        }
        return words;
    }

    private static Run run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        double ready = Double.NaN;
        double processor = Double.NaN;
        double resident = Double.NaN;
        List<Pass> passes = new ArrayList<>();
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.equals("ready")) {
                    ready = (System.nanoTime() - start) / 1e9;
                    processor = processor(process.pid());
                } else if (line.startsWith("done ")) {
                    double now = processor(process.pid());
                    passes.add(new Pass(Double.parseDouble(line.split(" ", 3)[1]), now - processor));
                    processor = now;
                    resident = resident(process.pid());
                }
            }
        }
        if (process.waitFor() != 0 || passes.isEmpty()) {
            throw new IOException("it failed: " + String.join(" ", command));
        }
        return new Run(ready, passes, resident);
    }

    /** Processor seconds of a process that lives, of all its threads. */
    private static double processor(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / (double) TICKS;
    }

    /** The most memory that was resident, in MB. */
    private static double resident(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(SPACE.split(line, -1)[1]) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static void print(String name, List<Run> runs, List<Run> peers, int words) {
        System.out.printf(
                Locale.ROOT,
                "%s: loaded and first article read after %.2f s; %.0f MB resident%n",
                name,
                median(runs, Run::ready),
                median(runs, Run::resident));
        boolean isPeer = runs.equals(peers);
        print(isPeer ? "all articles" : "first time", runs, Run::first, peers, words);
        if (!isPeer) {
            print("time " + PASSES, runs, Run::last, peers, words);
        }
    }

    private static void print(String what, List<Run> runs, Function<Run, Pass> of, List<Run> peers, int words) {
        List<Double> times = new ArrayList<>();
        List<Double> byProcessor = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Pass pass = of.apply(runs.get(i));
            times.add(peers.get(i).last().seconds() / pass.seconds());
            byProcessor.add(peers.get(i).last().processor() / pass.processor());
        }
        System.out.printf(
                Locale.ROOT,
                "  %s: %.0f words a second, %.0f a second of one processor; of %s in the same round %.1f times (%.1f to %.1f),"
                        + " by the processors' time %.1f times%n",
                what,
                words / median(runs, run -> of.apply(run).seconds()),
                words / median(runs, run -> of.apply(run).processor()),
                PEER,
                median(times),
                times.stream().mapToDouble(x -> x).min().orElse(0),
                times.stream().mapToDouble(x -> x).max().orElse(0),
                median(byProcessor));
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> of) {
        return median(runs.stream().map(of::applyAsDouble).toList());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
