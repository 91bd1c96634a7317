package io.onrecord.server.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files that somebody sent, in a temporary folder of their own until they are read. Their names are words of a stranger: on the disk they have
 * others, which only keep how they end, since that tells what a file is. For one thread at a time; close it to delete them.
 */
public final class SentFiles implements AutoCloseable {

    /** Most files of one job. */
    public static final int MOST = 1_000;

    /** In bytes: what is read while somebody waits. */
    static final long SMALL = 1L << 20;

    private static final int DIGITS = 12;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SAFE = 60;

    /**
     * One of them.
     *
     * @param path where it lies for now
     * @param address by which its articles are known, where they have no address of their own
     */
    record Sent(Path path, String address, String name, long bytes) {}

    private final Path folder;
    private final List<Sent> all = new ArrayList<>();

    /**
     * A folder for them.
     *
     * @throws IOException if there can be none
     */
    public SentFiles() throws IOException {
        this.folder = Files.createTempDirectory("onrecord-sent-");
    }

    /**
     * Takes one in.
     *
     * @param name as its sender calls it
     * @param in is read to its end and stays open
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if there are too many
     */
    public void add(String name, InputStream in) throws IOException {
        if (all.size() == MOST) {
            throw new IllegalArgumentException(
                    "one job takes " + MOST + " files: send the others in another, or all in a ZIP file");
        }
        String shown = shown(name);
        Path file = Files.createDirectory(folder.resolve(Integer.toString(all.size())))
                .resolve(safe(shown));
        MessageDigest sha = sha256();
        long bytes;
        try (OutputStream out = Files.newOutputStream(file)) {
            bytes = new DigestInputStream(in, sha).transferTo(out);
        }
        String digest = HexFormat.of().formatHex(sha.digest()).substring(0, DIGITS);
        all.add(new Sent(file, "sent:" + digest + "/" + shown, shown, bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The last part of it, without folders and without what cannot be shown. */
    private static String shown(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = Words.plain(last).strip();
        return plain.isEmpty() || plain.equals(".") || plain.equals("..") ? "file" : tail(plain, LONGEST_NAME);
    }

    /** A name that every file system takes, ending like this one. */
    private static String safe(String name) {
        String plain = tail(name.replaceAll("[^A-Za-z0-9._-]", "_"), LONGEST_SAFE);
        return plain.startsWith(".") ? "_" + plain : plain;
    }

    private static String tail(String name, int most) {
        int points = name.codePointCount(0, name.length());
        return points <= most ? name : name.substring(name.offsetByCodePoints(0, points - most));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    int size() {
        return all.size();
    }

    long bytes() {
        return all.stream().mapToLong(Sent::bytes).sum();
    }

    List<String> names() {
        return all.stream().map(Sent::name).toList();
    }

    List<Sent> all() {
        return List.copyOf(all);
    }

    /** What a message or an address says of the places on the disk, as their sender knows them. */
    String named(String words) {
        String named = words;
        for (Sent sent : all) {
            named = named.replace(sent.path().toString(), sent.address());
        }
        return named.replace(folder.toString(), "");
    }

    /** Deletes them. */
    @Override
    public void close() {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failure)
                        throws IOException {
                    if (failure != null) {
                        throw failure;
                    }
                    Files.delete(emptied);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("what was sent cannot be deleted", e);
        }
    }
}
