package io.onrecord.reading.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a feed. Feeds lie about their encoding, servers about feeds; so what is said is believed only where
 * the bytes bear it out, and UTF-8, which hardly anything else looks like, goes before it.
 */
final class FeedText {

    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.:-]{1,60})[\"']");

    private static final int HEAD = 300;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private FeedText() {}

    /** @param declared by whoever handed the bytes over */
    static String of(byte[] bytes, Optional<Charset> declared) {
        Optional<String> marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        List<Charset> said = new ArrayList<>();
        declared.ifPresent(said::add);
        inside(bytes).ifPresent(said::add);
        for (Charset charset : said) {
            // ASCII-only encodings with escapes, and wide ones, are valid UTF-8 too.
            boolean likeAscii = charset.name().startsWith("UTF-16")
                    || charset.name().startsWith("UTF-32")
                    || charset.name().startsWith("ISO-2022");
            Optional<String> text = likeAscii ? decoded(bytes, charset) : Optional.empty();
            if (text.isPresent() && text.get().stripLeading().matches("(?s)[<{].*")) {
                return text.get();
            }
        }
        said.add(0, StandardCharsets.UTF_8);
        said.add(WINDOWS_1252);
        for (Charset charset : said) {
            Optional<String> text = decoded(bytes, charset);
            if (text.isPresent()) {
                return text.get();
            }
        }
        // Each byte is some character there.
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static Optional<String> byMark(byte[] bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            byte[] rest = java.util.Arrays.copyOfRange(bytes, 3, bytes.length);
            // A mark of UTF-8 before another encoding happens where files are pasted together.
            return Optional.of(of(rest, Optional.empty()));
        }
        if (begins(bytes, 0xFE, 0xFF) || begins(bytes, 0xFF, 0xFE)) {
            return decoded(bytes, StandardCharsets.UTF_16);
        }
        if (begins(bytes, 0, '<', 0, '?')) {
            return decoded(bytes, StandardCharsets.UTF_16BE);
        }
        if (begins(bytes, '<', 0, '?', 0)) {
            return decoded(bytes, StandardCharsets.UTF_16LE);
        }
        return Optional.empty();
    }

    private static boolean begins(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Charset> inside(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        return declared.find() ? ContentType.named(declared.group(1)) : Optional.empty();
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
