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
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Onrecord beside Stanford CoreNLP's quote pipeline: the same articles, the same number of threads, each in a process of its own, in turn, round
 * after round, so that a noisy machine hits all. Of each it prints the words a second once it is loaded, how often it does what CoreNLP does in the
 * same round, the seconds from the start of its process until it has read its first article, and the most memory that was
 * resident; by the processors' time, too, which other programs move less.
 */
public final class Peer {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String PEER = "CoreNLP";
    private static final long TICKS = 100;

    /** One run of a program: seconds until it was ready, seconds of one pass over the articles, processor seconds of both, memory in MB. */
    private record Run(double ready, double pass, double readyProcessor, double passProcessor, double resident) {}

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
                            words / run.pass());
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
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            arguments[5],
                            "io.onrecord.bench.PeerRead",
                            folder.toString(),
                            threads,
                            "1",
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
        double readyProcessor = Double.NaN;
        double pass = Double.NaN;
        double processor = Double.NaN;
        double resident = Double.NaN;
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.equals("ready")) {
                    ready = (System.nanoTime() - start) / 1e9;
                    readyProcessor = processor(process.pid());
                } else if (line.startsWith("done ")) {
                    pass = Double.parseDouble(line.split(" ", 3)[1]);
                    processor = processor(process.pid());
                    resident = resident(process.pid());
                }
            }
        }
        if (process.waitFor() != 0 || !(pass > 0)) {
            throw new IOException("it failed: " + String.join(" ", command));
        }
        return new Run(ready, pass, readyProcessor, processor - readyProcessor, resident);
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
        List<Double> times = new ArrayList<>();
        List<Double> byProcessor = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            times.add(peers.get(i).pass() / runs.get(i).pass());
            byProcessor.add(peers.get(i).passProcessor() / runs.get(i).passProcessor());
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f words a second (%.0f to %.0f), %.0f a second of one processor; loaded and first article read after %.2f s; %.0f MB resident%n",
                name,
                words / median(runs, Run::pass),
                words / runs.stream().mapToDouble(Run::pass).max().orElse(0),
                words / runs.stream().mapToDouble(Run::pass).min().orElse(0),
                words / median(runs, Run::passProcessor),
                median(runs, Run::ready),
                median(runs, Run::resident));
        if (runs != peers) {
            System.out.printf(
                    Locale.ROOT,
                    "  of %s in the same round: %.1f times (%.1f to %.1f); by the processors' time %.1f times%n",
                    PEER,
                    median(times),
                    times.stream().mapToDouble(x -> x).min().orElse(0),
                    times.stream().mapToDouble(x -> x).max().orElse(0),
                    median(byProcessor));
        }
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
