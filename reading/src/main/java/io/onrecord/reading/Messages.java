package io.onrecord.reading;

import io.onrecord.reading.archive.ArchiveException;
import io.onrecord.reading.item.Wording;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** How inputs are named and what is said about them. */
final class Messages {

    /** As names of files have it, which hold no two slashes in a row. */
    private static final Pattern OTHER_ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{1,20}:/");

    private Messages() {}

    /** The path as it was given, with the same separator on every system. */
    static String address(Path path) {
        String given = path.toString().replace(path.getFileSystem().getSeparator(), "/");
        return given.isBlank() ? "./" + given : given;
    }

    static String reason(IOException e) {
        if (e instanceof ArchiveException damaged) {
            return String.valueOf(damaged.getMessage());
        }
        if (e instanceof NoSuchFileException missing) {
            Path path = Path.of(missing.getFile());
            if (OTHER_ADDRESS.matcher(missing.getFile()).lookingAt()) {
                return "no such file, nor an address that is fetched: those begin with http:// or https://";
            }
            return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                    ? "a link to something that does not exist: mend the link or leave it out"
                    : "no such file or folder: check the name";
        }
        if (e instanceof AccessDeniedException) {
            return "no permission to read it: change its permissions or read as another user";
        }
        String detail = e instanceof FileSystemException fs && fs.getReason() != null ? fs.getReason() : e.getMessage();
        return "cannot be read: " + (detail == null ? e.getClass().getSimpleName() : Wording.shown(detail));
    }
}
