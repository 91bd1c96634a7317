package io.onrecord.spark;

import io.onrecord.Version;
import io.onrecord.model.Producer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run was and what came of it; written last, so that where it lies the tables beside it are whole.
 *
 * @param format of this file
 * @param version of Onrecord
 * @param spark version of Spark
 * @param java version of Java on the driver
 * @param model the network: name and digest
 * @param options that change records
 * @param vectorModel the network of vectors; blank where there are none
 * @param inputs as they were given
 * @param units parts in which they were read
 * @param records that were read; an article that is there twice counts twice
 * @param statements of these
 * @param skipped how many inputs were left out, by the step that did; the table {@code skipped} has each with its reason
 * @param skippedByReason the same by what was wrong, told without places, numbers and words of the input, the most frequent first
 * @param recordsByExecutor by the executor that read them, those of earlier runs included
 * @param enginesByProcess how many engines each process has opened
 * @param rows of each table
 * @param seconds that this run took for {@code reading} what was left to read, and for {@code tables}
 */
record Manifest(
        String format,
        String version,
        String spark,
        String java,
        String model,
        String options,
        String vectorModel,
        List<String> inputs,
        int units,
        long records,
        long statements,
        Map<String, Long> skipped,
        Map<String, Long> skippedByReason,
        Map<String, Long> recordsByExecutor,
        Map<String, Integer> enginesByProcess,
        Map<String, Long> rows,
        Map<String, Long> seconds) {

    static final String NAME = "manifest.json";
    static final String FORMAT = "onrecord-cluster/1";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static Manifest of(
            String spark,
            Producer producer,
            String vectorModel,
            Settings settings,
            List<UnitMark> marks,
            Map<String, Long> skippedByReason,
            Map<String, Long> rows,
            Map<String, Long> seconds) {
        Map<String, Long> skipped = new TreeMap<>();
        marks.forEach(mark -> mark.skipped().forEach((stage, count) -> skipped.merge(stage, count, Long::sum)));
        return new Manifest(
                FORMAT,
                Version.current(),
                spark,
                System.getProperty("java.version"),
                producer.model(),
                producer.options(),
                vectorModel,
                settings.inputs(),
                marks.size(),
                marks.stream().mapToLong(UnitMark::records).sum(),
                marks.stream().mapToLong(UnitMark::statements).sum(),
                skipped,
                new LinkedHashMap<>(skippedByReason),
                marks.stream()
                        .collect(Collectors.groupingBy(
                                UnitMark::executor, TreeMap::new, Collectors.summingLong(UnitMark::records))),
                marks.stream().collect(Collectors.toMap(UnitMark::process, UnitMark::opened, Math::max, TreeMap::new)),
                new LinkedHashMap<>(rows),
                new LinkedHashMap<>(seconds));
    }

    /**
     * What lies beside tables.
     *
     * @throws FileNotFoundException if they are not whole
     */
    static Manifest read(FileSystem files, Path path) throws IOException {
        try (InputStream in = files.open(path)) {
            return JSON.readValue(in.readAllBytes(), Manifest.class);
        } catch (JacksonException e) {
            throw new IOException(path.getName() + " is damaged", e);
        }
    }

    void write(FileSystem files, Path path) throws IOException {
        Path part = path.suffix(".part");
        try (OutputStream out = files.create(part, true)) {
            out.write(JSON.writeValueAsBytes(this));
            out.write('\n');
        }
        UnitFile.put(files, part, path);
    }
}
