package io.onrecord.reading;

import io.onrecord.model.Article;
import io.onrecord.model.Outcome;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** How inputs are named and what is said about them. */
final class Messages {

    /** Longest piece of foreign text that a message shows, in code points. */
    private static final int SHOWN = 80;

    private Messages() {}

    static Outcome<Article> skipped(String address, String why) {
        return new Outcome.Skipped<>(address, Outcome.Stage.READING, why);
    }

    /** The path as it was given, with the same separator on every system. */
    static String address(Path path) {
        String given = path.toString().replace(path.getFileSystem().getSeparator(), "/");
        return given.isBlank() ? "./" + given : given;
    }

    static String reason(IOException e) {
        if (e instanceof NoSuchFileException missing) {
            Path path = Path.of(missing.getFile());
            return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                    ? "a link to something that does not exist: mend the link or leave it out"
                    : "no such file or folder: check the name";
        }
        if (e instanceof AccessDeniedException) {
            return "no permission to read it: change its permissions or read as another user";
        }
        String detail = e instanceof FileSystemException fs && fs.getReason() != null ? fs.getReason() : e.getMessage();
        return "cannot be read: " + (detail == null ? e.getClass().getSimpleName() : shown(detail));
    }

    /** One line of at most 80 code points. */
    static String shown(String text) {
        String line = text.codePoints()
                .limit(SHOWN)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return text.codePointCount(0, text.length()) <= SHOWN ? line : line + "…";
    }

    /** A size for people. */
    static String bytes(long bytes) {
        long mib = 1L << 20;
        return bytes >= mib && bytes % mib == 0 ? bytes / mib + " MiB" : bytes + " bytes";
    }
}
