package io.onrecord.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import tools.jackson.databind.json.JsonMapper;

/**
 * That a unit has been read, and what came of it; it lies beside the unit's file.
 *
 * @param unit its id
 * @param records that it has
 * @param statements of these
 * @param skipped how many were left out, by the step that did
 * @param executor that read it
 * @param process in which it ran
 * @param opened how many engines this process had opened by then
 */
record UnitMark(
        String unit,
        long records,
        long statements,
        Map<String, Long> skipped,
        String executor,
        String process,
        int opened)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The end of a mark's name. */
    static final String END = ".json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    UnitMark {
        skipped = new TreeMap<>(skipped);
    }

    void write(FileSystem files, Path folder, long attempt) throws IOException {
        Path part = new Path(folder, "." + unit + "." + attempt + ".mark");
        try (OutputStream out = files.create(part, true)) {
            out.write(JSON.writeValueAsBytes(this));
        }
        UnitFile.put(files, part, name(folder, unit));
    }

    /** The mark of a unit, if it has been read. */
    static Optional<UnitMark> find(FileSystem files, Path folder, String unit) throws IOException {
        try (InputStream in = files.open(name(folder, unit))) {
            return Optional.of(JSON.readValue(in.readAllBytes(), UnitMark.class));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    private static Path name(Path folder, String unit) {
        return new Path(folder, unit + END);
    }
}
