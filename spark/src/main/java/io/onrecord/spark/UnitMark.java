package io.onrecord.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import tools.jackson.core.JacksonException;
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
        int opened) {

    private static final String END = ".json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    UnitMark {
        skipped = new TreeMap<>(skipped);
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    static UnitMark of(byte[] bytes) {
        return JSON.readValue(bytes, UnitMark.class);
    }

    void write(FileSystem files, Path folder) throws IOException {
        Path part = UnitFile.part(folder);
        try (OutputStream out = files.create(part, true)) {
            out.write(bytes());
        }
        UnitFile.put(files, part, name(folder, unit));
    }

    /** The mark of a unit, if it has been read; one that a machine left damaged when it went down is none. */
    static Optional<UnitMark> find(FileSystem files, Path folder, String unit) throws IOException {
        try (InputStream in = files.open(name(folder, unit))) {
            return Optional.of(of(in.readAllBytes()));
        } catch (FileNotFoundException | ChecksumException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** The unit whose mark has a name; empty for other files. */
    static Optional<String> unit(String name) {
        return name.endsWith(END) && !name.startsWith(".")
                ? Optional.of(name.substring(0, name.length() - END.length()))
                : Optional.empty();
    }

    private static Path name(Path folder, String unit) {
        return new Path(folder, unit + END);
    }
}
