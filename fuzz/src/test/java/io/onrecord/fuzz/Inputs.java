package io.onrecord.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The inputs of a target: those that people wrote or that were findings, a file each, and those that the fuzzer kept, in one ZIP file. */
final class Inputs {

    private static final Path ROOT =
            Path.of(System.getProperty("onrecord.root", "..")).resolve("fuzz");

    private Inputs() {}

    /** All of them: names with contents. */
    static Map<String, byte[]> of(Target target) throws IOException {
        Map<String, byte[]> inputs = written(target);
        inputs.putAll(kept(target));
        return inputs;
    }

    /** All that people wrote or that were findings, and some of those that the fuzzer kept, evenly over all of them. */
    static Map<String, byte[]> some(Target target, int most) throws IOException {
        Map<String, byte[]> inputs = written(target);
        List<Map.Entry<String, byte[]>> kept = List.copyOf(kept(target).entrySet());
        int some = Math.min(most, kept.size());
        for (int i = 0; i < some; i++) {
            Map.Entry<String, byte[]> one = kept.get(i * kept.size() / some);
            inputs.put(one.getKey(), one.getValue());
        }
        return inputs;
    }

    private static Map<String, byte[]> written(Target target) throws IOException {
        Map<String, byte[]> inputs = new LinkedHashMap<>();
        Path folder = ROOT.resolve("inputs").resolve(target.folder());
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    inputs.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
                }
            }
        }
        return inputs;
    }

    private static Map<String, byte[]> kept(Target target) throws IOException {
        Map<String, byte[]> inputs = new LinkedHashMap<>();
        Path kept = ROOT.resolve("corpus").resolve(target.folder() + ".zip");
        if (Files.exists(kept)) {
            try (InputStream file = Files.newInputStream(kept);
                    ZipInputStream zip = new ZipInputStream(file)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (!entry.isDirectory()) {
                        inputs.put(entry.getName(), zip.readAllBytes());
                    }
                }
            }
        }
        return inputs;
    }

    /** Every input of a target named by the first argument is taken once: what {@code fuzz/coverage} measures. */
    public static final class Replay {

        private Replay() {}

        /**
         * Takes them.
         *
         * @param arguments name of a target
         */
        public static void main(String[] arguments) throws IOException {
            Target target = Target.of(arguments[0]);
            List<byte[]> inputs = List.copyOf(of(target).values());
            inputs.forEach(target::take);
            System.exit(0);
        }
    }

    /** Says how many lines of a target's classes were reached, by the table that JaCoCo writes. */
    public static final class Lines {

        private static final int ENOUGH = 80;

        private Lines() {}

        /**
         * Prints the lines.
         *
         * @param arguments name of a target, and the file with the table
         */
        public static void main(String[] arguments) throws IOException {
            List<Pattern> names = Target.of(arguments[0]).measured().stream()
                    .map(name -> Pattern.compile(name.replace(".", "\\.").replace("*", ".*") + "(\\..*)?"))
                    .toList();
            long missed = 0;
            long covered = 0;
            for (String line : Files.readAllLines(Path.of(arguments[1]))) {
                String[] cells = line.split(",", -1);
                String name = cells[1] + "." + cells[2];
                if (names.stream().anyMatch(each -> each.matcher(name).matches())) {
                    missed += Long.parseLong(cells[7]);
                    covered += Long.parseLong(cells[8]);
                }
            }
            long percent = covered + missed == 0 ? 0 : 100 * covered / (covered + missed);
            System.out.println(percent + " % of its lines (" + covered + " of " + (covered + missed) + ")");
            System.exit(percent < ENOUGH ? 1 : 0);
        }
    }
}
