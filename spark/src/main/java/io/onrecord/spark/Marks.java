package io.onrecord.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;

/**
 * What lies in the folder of units, by one listing: asking for each unit by itself would take an hour where an object store has a
 * hundred thousand. The marks themselves are read by the cluster.
 */
final class Marks {

    /** Marks that one task reads. */
    private static final int OF_TASK = 256;

    private final Path folder;
    private final Set<String> whole;
    private final Set<String> halves;

    private Marks(Path folder, Set<String> whole, Set<String> halves) {
        this.folder = folder;
        this.whole = whole;
        this.halves = halves;
    }

    static Marks in(FileSystem files, Path folder) throws IOException {
        Set<String> marked = new HashSet<>();
        Set<String> written = new HashSet<>();
        try {
            RemoteIterator<FileStatus> all = files.listStatusIterator(folder);
            while (all.hasNext()) {
                String name = all.next().getPath().getName();
                UnitMark.unit(name).ifPresent(marked::add);
                UnitFile.unit(name).ifPresent(written::add);
            }
        } catch (FileNotFoundException e) {
            // Nothing has been read yet.
        }
        Set<String> whole = new TreeSet<>(marked);
        whole.retainAll(written);
        Set<String> halves = new TreeSet<>(marked);
        halves.addAll(written);
        halves.removeAll(whole);
        return new Marks(folder, whole, halves);
    }

    /** Whether there is a unit, with its mark and its file, of which something holds. */
    boolean any(Predicate<String> units) {
        return whole.stream().anyMatch(units);
    }

    /** Those of some units that have a mark and no file, or a file and no mark, as it is for a moment while they are written. */
    Set<String> halves(Predicate<String> units) {
        return halves.stream().filter(units).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of some units that are whole as far as names tell. */
    Set<String> whole(Predicate<String> units) {
        return whole.stream().filter(units).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The marks of some units, in the order of their ids; those that are damaged are left out. */
    Map<String, UnitMark> read(JavaSparkContext spark, Predicate<String> units) {
        List<String> wanted = new ArrayList<>(whole(units));
        Map<String, UnitMark> marks = new TreeMap<>();
        if (wanted.isEmpty()) {
            return marks;
        }
        HadoopSettings hadoop = HadoopSettings.of(spark.hadoopConfiguration());
        String path = folder.toString();
        FlatMapFunction<Iterator<String>, byte[]> read = some -> read(some, new Path(path), hadoop);
        List<byte[]> found = ClusterRun.done(() -> spark.parallelize(wanted, (wanted.size() + OF_TASK - 1) / OF_TASK)
                .mapPartitions(read)
                .collect());
        found.forEach(bytes -> {
            UnitMark mark = UnitMark.of(bytes);
            marks.put(mark.unit(), mark);
        });
        return marks;
    }

    private static Iterator<byte[]> read(Iterator<String> units, Path folder, HadoopSettings hadoop)
            throws IOException {
        FileSystem files = folder.getFileSystem(hadoop.configuration());
        List<byte[]> marks = new ArrayList<>();
        while (units.hasNext()) {
            UnitMark.find(files, folder, units.next()).ifPresent(mark -> marks.add(mark.bytes()));
        }
        return marks.iterator();
    }
}
