package io.onrecord.reading.web;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;

/**
 * The file that feeds are remembered in. It is written whole each time: to {@code FILE.new}, which is forced to the disk
 * and then takes the name, so that whenever the process or the machine ends, one whole state is there. A lock on
 * {@code FILE.lock} keeps a second watch away. Not thread-safe.
 */
final class WatchFile implements WatchState {

    private final Path file;
    private final Path fresh;
    private final FileChannel lock;

    private WatchFile(Path file, FileChannel lock) {
        this.file = file;
        this.fresh = file.resolveSibling(file.getFileName() + ".new");
        this.lock = lock;
    }

    /**
     * @throws WatchStateException if another watch uses the file
     * @throws IOException if the folder cannot be written to
     */
    static WatchFile open(Path named) throws IOException {
        Path file = Files.exists(named) ? named.toRealPath() : named.toAbsolutePath();
        FileChannel channel = FileChannel.open(
                file.resolveSibling(file.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            locked = false;
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        if (!locked) {
            throw new WatchStateException(named + " is used by another watch: wait for it, or name another file");
        }
        return new WatchFile(file, channel);
    }

    /**
     * What was saved last; nothing if nothing was.
     *
     * @throws WatchStateException if the file holds something else
     */
    @Override
    public List<WatchedFeed> load() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return WatchJson.read(in, file);
        }
    }

    /** When this has returned, a crash leaves this state; when it throws, it leaves this one or the one before. */
    @Override
    public void save(Collection<WatchedFeed> feeds) throws IOException {
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            WatchJson.write(feeds, out);
            out.flush();
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder();
    }

    /** So that the new name is on the disk, too; some systems cannot, and need it not. */
    private void forceFolder() {
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
