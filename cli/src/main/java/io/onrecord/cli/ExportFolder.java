package io.onrecord.cli;

import io.onrecord.exchange.export.FolderFormat;
import io.onrecord.export.ZipFolder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Several files, which are there when all are written: a folder, which is {@code FOLDER.export.partial} until then, or a ZIP file. For one
 * thread.
 */
abstract sealed class ExportFolder extends ExportTarget implements FolderFormat.Folder {

    /**
     * Begins: a ZIP file where the name ends so, else a folder.
     *
     * @throws CommandException if there is something already that is not an empty folder, or nothing can be written
     */
    static ExportFolder create(Path named) {
        return String.valueOf(named.getFileName()).toLowerCase(Locale.ROOT).endsWith(".zip")
                ? new Packed(ExportFile.create(named))
                : Plain.create(named);
    }

    @Override
    public FolderFormat.Folder folder() {
        return this;
    }

    private static void check(String name) {
        if (!ZipFolder.isName(name)) {
            throw new IllegalArgumentException("a file of an export is not called '" + name + "'");
        }
    }

    /** A folder. */
    private static final class Plain extends ExportFolder {

        private final Path folder;
        private final Path partial;
        private final RunLock lock;
        private boolean ended;

        private Plain(Path folder, Path partial, RunLock lock) {
            this.folder = folder;
            this.partial = partial;
            this.lock = lock;
        }

        static Plain create(Path folder) {
            if (Files.exists(folder) && !isEmptyFolder(folder)) {
                throw new CommandException(folder + " is there and is no empty folder: name a new one");
            }
            Path whole = folder.toAbsolutePath().normalize();
            try {
                return RunLock.take(whole, lock -> {
                    Path partial = partial(whole);
                    checkLeft(partial, lock);
                    remove(partial);
                    Files.createDirectory(partial);
                    return new Plain(folder, partial, lock);
                });
            } catch (IOException e) {
                throw new CommandException(
                        folder + " cannot be written: " + Reasons.of(e)
                                + "; name a folder within one that exists and is yours",
                        e);
            }
        }

        private static boolean isEmptyFolder(Path folder) {
            if (!Files.isDirectory(folder)) {
                return false;
            }
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
                return !inside.iterator().hasNext();
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        public OutputStream file(String name) throws IOException {
            check(name);
            Path file = partial.resolve(name);
            Files.createDirectories(file.getParent());
            return new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
        }

        @Override
        void finish() throws IOException {
            Files.deleteIfExists(folder);
            Files.move(partial, folder);
            ended = true;
        }

        @Override
        public void close() {
            try (lock) {
                if (!ended) {
                    remove(partial);
                }
            } catch (IOException e) {
                throw new CommandException(partial + " cannot be removed: " + Reasons.of(e), e);
            }
        }

        private static void remove(Path folder) throws IOException {
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                return;
            }
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException problem)
                        throws IOException {
                    Files.delete(inner);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }

    /** A ZIP file. */
    private static final class Packed extends ExportFolder {

        private final ExportFile file;
        private final ZipFolder zip;

        Packed(ExportFile file) {
            this.file = file;
            this.zip = new ZipFolder(file.out());
        }

        @Override
        public OutputStream file(String name) throws IOException {
            return zip.file(name);
        }

        @Override
        void finish() throws IOException {
            zip.finish();
            file.finish();
        }

        @Override
        public void close() {
            zip.close();
            file.close();
        }
    }
}
