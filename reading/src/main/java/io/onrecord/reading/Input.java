package io.onrecord.reading;

import io.onrecord.reading.item.Wording;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Something that a user names to be read. */
public sealed interface Input {

    /**
     * A file or a folder, there or not.
     *
     * @param path as it was given
     */
    record File(Path path) implements Input {}

    /**
     * An address that is fetched.
     *
     * @param address of the web: http or https
     */
    record Address(String address) implements Input {
        public Address {
            if (!isAddress(address)) {
                throw new IllegalArgumentException(
                        "an address begins with http:// or https://, unlike '" + Wording.shown(address) + "'");
            }
        }
    }

    /** Whether a name means an address of the web rather than a file. */
    static boolean isAddress(String name) {
        return Scheme.WEB.matcher(name).lookingAt();
    }

    /**
     * An address of the web if the name begins like one, else a file.
     *
     * @throws InvalidPathException if it is no name for a file here
     */
    static Input of(String name) {
        return isAddress(name) ? new Address(name) : new File(Path.of(name));
    }

    /** Files and folders alone. */
    static List<Input> files(List<Path> paths) {
        return paths.stream().<Input>map(File::new).toList();
    }

    /** What an address begins with. */
    final class Scheme {
        private static final Pattern WEB = Pattern.compile("(?i)https?://");

        private Scheme() {}
    }
}
