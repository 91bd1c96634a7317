package io.onrecord.reading.archive;

import io.onrecord.reading.item.ZipHead;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** The formats whose entries are read. */
public enum ArchiveKind {
    /** Records of a crawl, compressed with gzip or not. */
    WARC,
    /** A ZIP file of WARC files with what is known of their pages. */
    WACZ,
    ZIP,
    TAR,
    /** One file, in one gzip member or several. */
    GZIP,
    BZIP2,
    XZ,
    ZSTD;

    /** How many first bytes are enough to tell. */
    public static final int HEAD = 4096;

    private static final int TAR_MAGIC_AT = 257;

    /**
     * The kind of archive that bytes are, told from the first of them, and from a name only where bytes cannot tell.
     *
     * <p>Every ZIP file is a {@link #ZIP} here, documents that are made of one included, so those are to be told before.
     *
     * @param head the first {@link #HEAD} bytes, or all if there are fewer
     * @param name file name
     * @return empty if it is none of these
     */
    public static Optional<ArchiveKind> of(byte[] head, Optional<String> name) {
        String lower = name.orElse("").toLowerCase(Locale.ROOT);
        String hex = HexFormat.of().formatHex(head, 0, Math.min(head.length, 6));
        if (hex.startsWith("1f8b08")) {
            return Optional.of(GzipMembers.startsWith(head, 0, head.length, WarcRecords.START) ? WARC : GZIP);
        }
        if (startsWith(head, 0, "WARC/")) {
            return Optional.of(WARC);
        }
        if (hex.startsWith("504b0304") || hex.startsWith("504b0506") || hex.startsWith("504b0708")) {
            return Optional.of(lower.endsWith(".wacz") || (lower.isEmpty() && isWacz(head)) ? WACZ : ZIP);
        }
        if (startsWith(head, TAR_MAGIC_AT, "ustar")) {
            return Optional.of(TAR);
        }
        if (hex.startsWith("28b52ffd") || hex.matches("5[0-9a-f]2a4d18.*")) {
            return Optional.of(ZSTD);
        }
        if (hex.startsWith("fd377a585a00")) {
            return Optional.of(XZ);
        }
        if (startsWith(head, 0, "BZh") && hex.matches("425a683[1-9]31.*|425a683[1-9]17.*")) {
            return Optional.of(BZIP2);
        }
        return isOldTar(head, lower) ? Optional.of(TAR) : Optional.empty();
    }

    /** By the parts that every such file has, of which one stands at the beginning; streams have no name. */
    private static boolean isWacz(byte[] head) {
        return ZipHead.names(head).stream()
                .anyMatch(name -> name.equals("pages/pages.jsonl")
                        || (name.startsWith("archive/") && (name.endsWith(".warc") || name.endsWith(".warc.gz"))));
    }

    /** Tar files from before there was a magic word, and empty ones, which are zeros. */
    private static boolean isOldTar(byte[] head, String lower) {
        return lower.endsWith(".tar") && head.length >= 512 && head[511] == 0;
    }

    private static boolean startsWith(byte[] head, int at, String word) {
        byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
        if (head.length < at + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (head[at + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
