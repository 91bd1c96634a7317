package io.onrecord.reading.web;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server says that its payload is; what makes no sense in it is not there. */
record ContentType(Optional<String> mediaType, Optional<Charset> charset) {

    static final ContentType UNKNOWN = new ContentType(Optional.empty(), Optional.empty());

    private static final Pattern MEDIA_TYPE =
            Pattern.compile("\\s*([\\w.+!#$&^-]{1,100}/[\\w.+!#$&^-]{1,100})\\s*(;.*)?");

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*[\"']?([^\\s;\"']{1,60})", Pattern.CASE_INSENSITIVE);

    static ContentType of(String header) {
        String start = header.substring(0, Math.min(header.length(), 500));
        Matcher type = MEDIA_TYPE.matcher(start);
        Matcher charset = CHARSET.matcher(start);
        return new ContentType(
                type.matches() ? Optional.of(type.group(1).toLowerCase(Locale.ROOT)) : Optional.empty(),
                charset.find() ? named(charset.group(1)) : Optional.empty());
    }

    static Optional<Charset> named(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
