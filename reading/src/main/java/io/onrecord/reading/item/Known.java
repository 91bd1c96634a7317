package io.onrecord.reading.item;

import io.onrecord.model.Metadata;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What is known of bytes before they are read, from whoever handed them over: a file system, a server, an archive.
 *
 * @param name file name, or last element of a path or address, by which the kind may be told
 * @param mediaType such as {@code text/html}: lower-case, without parameters
 * @param charset declared outside of the bytes
 * @param metadata what is known of the article in them, such as its capture
 */
public record Known(Optional<String> name, Optional<String> mediaType, Optional<Charset> charset, Metadata metadata) {

    /** Nothing is known. */
    public static final Known NOTHING = new Known(Optional.empty(), Optional.empty(), Optional.empty(), Metadata.NONE);

    /** Nothing but a name. */
    public static Known named(String name) {
        return new Known(Optional.of(name), Optional.empty(), Optional.empty(), Metadata.NONE);
    }
}
