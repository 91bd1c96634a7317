package io.onrecord.reading.archive;

import io.onrecord.reading.item.Wording;
import java.io.EOFException;
import java.util.Locale;

/** How archives and what is wrong with them are named. */
final class Words {

    /** Longest address, below that of the archive; of longer ones head and tail are kept. */
    private static final int LONGEST_NAME = 2000;

    private Words() {}

    static String bytes(long bytes) {
        String[] units = {"GiB", "MiB", "KiB"};
        for (int i = 0; i < units.length; i++) {
            long unit = 1L << (30 - 10 * i);
            if (bytes >= unit && bytes % unit == 0) {
                return bytes / unit + " " + units[i];
            }
        }
        return bytes + " bytes";
    }

    /** Why bytes could not be had. */
    static ArchiveException damaged(Exception e) {
        if (e instanceof ArchiveException already) {
            return already;
        }
        String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (e instanceof EOFException || said.contains("truncated") || said.contains("unexpected end")) {
            return new ArchiveException("ends in the middle: it was cut off, get it again", e);
        }
        if (said.contains("memory")) {
            return new ArchiveException(
                    "packed so that it takes more memory to unpack than one file is given: unpack it and read that", e);
        }
        String detail = e.getMessage();
        return new ArchiveException(
                "damaged or not what its name says: "
                        + Wording.shown(detail == null ? e.getClass().getSimpleName() : detail),
                e);
    }

    /**
     * The name of an entry as the end of an address: slashes alone, no way up or to a root, no control characters. Nothing
     * is ever written under it; but addresses end up in files, pages and terminals.
     */
    static String entryName(String given) {
        StringBuilder clean = new StringBuilder();
        for (String part : given.replace('\\', '/').split("/", -1)) {
            String plain = plain(part).strip();
            if (plain.isEmpty() || plain.equals(".") || plain.equals("..")) {
                continue;
            }
            clean.append(clean.length() == 0 ? "" : "/").append(plain);
        }
        if (clean.length() == 0) {
            return "unnamed";
        }
        return shortened(clean.toString());
    }

    /** The last element of a name or address. */
    static String lastElement(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Whether a name is one of those that systems leave behind, such as {@code __MACOSX/._a.txt}. */
    static boolean isHidden(String entryName) {
        return entryName.startsWith(".") || entryName.contains("/.") || entryName.startsWith("__MACOSX/");
    }

    /** The name without an ending that says how it is packed; {@code .tgz} becomes {@code .tar}. */
    static String unpackedName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String packed : new String[] {".gz", ".bz2", ".xz", ".zst", ".zstd"}) {
            if (lower.endsWith(packed) && name.length() > packed.length()) {
                return name.substring(0, name.length() - packed.length());
            }
        }
        for (String tar : new String[] {".tgz", ".tbz2", ".tbz", ".txz", ".tzst"}) {
            if (lower.endsWith(tar) && name.length() > tar.length()) {
                return name.substring(0, name.length() - tar.length()) + ".tar";
            }
        }
        return name;
    }

    /** Without control characters, unpaired surrogates and marks that turn the direction of writing. */
    static String plain(String text) {
        return text.codePoints()
                .filter(Wording::isPlain)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST_NAME) {
            return name;
        }
        int head = name.offsetByCodePoints(0, LONGEST_NAME / 2);
        int tail = name.offsetByCodePoints(name.length(), 1 - LONGEST_NAME / 2);
        return name.substring(0, head) + "…" + name.substring(tail);
    }

    /** An address as it is given by an archive: without characters that do harm, and not of any length. */
    static String address(String given) {
        return shortened(plain(given).strip());
    }
}
