package io.onrecord.reading.page;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes of a page to characters, in the order of the HTML standard: byte-order mark, what the server says, what the page says,
 * what the bytes look like. Unlike a browser, it does not believe a declaration that the bytes contradict. Broken bytes become
 * U+FFFD where they are few; a page that has many is not read.
 *
 * @param html the characters, if all is well
 * @param failure why it is not
 */
record PageDecoding(String html, Optional<String> failure) {

    /** The standard has pages declare their encoding within the first 1024 bytes; not all do. */
    private static final int HEAD = 8192;

    /** One broken character in so many bytes is a fault of the page; more are a fault of the encoding. */
    private static final int BYTES_FOR_A_FAULT = 1000;

    private static final int LEAST_FAULTS = 3;

    private static final int LEAST_CONFIDENCE = 20;

    private static final Pattern META = Pattern.compile(
            "<meta[^>]{1,300}?charset\\s{0,5}=\\s{0,5}[\"']?\\s{0,5}([\\w.:-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML = Pattern.compile(
            "^\\s{0,100}<\\?xml[^>]{1,200}?encoding\\s{0,5}=\\s{0,5}[\"']([\\w.:-]{2,40})", Pattern.CASE_INSENSITIVE);

    /** What browsers take some names for (encoding.spec.whatwg.org). */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            // What can be read so far cannot be in UTF-16.
            Map.entry("utf-16", "UTF-8"),
            Map.entry("utf-16le", "UTF-8"),
            Map.entry("utf-16be", "UTF-8"),
            Map.entry("unicode", "UTF-8"),
            Map.entry("utf8", "UTF-8"));

    static PageDecoding of(byte[] bytes, Optional<Charset> known) {
        return of(bytes, known, Optional.empty());
    }

    /** @param otherwise what is to be believed where nobody says anything */
    static PageDecoding of(byte[] bytes, Optional<Charset> known, Optional<Charset> otherwise) {
        Optional<PageDecoding> marked = marked(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        Optional<Charset> wide = wide(bytes);
        if (wide.isPresent()) {
            return lenient(bytes, 0, wide.get());
        }
        // Bytes beyond ASCII that make valid UTF-8 are nothing else, whatever is declared.
        Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
        Set<Charset> declared = declared(bytes, known, otherwise);
        if (utf8.isPresent() && !shifts(declared)) {
            return good(utf8.get());
        }
        for (Charset charset : declared) {
            Optional<String> text = strict(bytes, charset);
            if (text.isPresent()) {
                return good(text.get());
            }
        }
        Charset best =
                declared.isEmpty() ? detected(bytes) : declared.iterator().next();
        return lenient(bytes, 0, best);
    }

    private static PageDecoding good(String html) {
        return new PageDecoding(html, Optional.empty());
    }

    private static Optional<PageDecoding> marked(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(lenient(bytes, 3, StandardCharsets.UTF_8));
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return Optional.of(lenient(bytes, 2, StandardCharsets.UTF_16BE));
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return Optional.of(lenient(bytes, 2, StandardCharsets.UTF_16LE));
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 without a mark: nearly every tag has zeros, all on one side. */
    private static Optional<Charset> wide(byte[] bytes) {
        int length = Math.min(bytes.length, HEAD);
        int[] zeros = new int[2];
        for (int i = 0; i < length; i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        if (zeros[1] > length / 4 && zeros[0] < zeros[1] / 20 + 1) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return zeros[0] > length / 4 && zeros[1] < zeros[0] / 20 + 1
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    private static boolean shifts(Set<Charset> declared) {
        return declared.stream().anyMatch(charset -> charset.name().startsWith("ISO-2022"));
    }

    private static Set<Charset> declared(byte[] bytes, Optional<Charset> known, Optional<Charset> otherwise) {
        Set<Charset> declared = new LinkedHashSet<>();
        known.flatMap(charset -> charset(charset.name())).ifPresent(declared::add);
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        for (Pattern pattern : new Pattern[] {META, XML}) {
            Matcher matcher = pattern.matcher(head);
            if (matcher.find()) {
                charset(matcher.group(1)).ifPresent(declared::add);
            }
        }
        if (declared.isEmpty()) {
            otherwise.flatMap(charset -> charset(charset.name())).ifPresent(declared::add);
        }
        return declared;
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(LABELS.getOrDefault(name.toLowerCase(Locale.ROOT), name)))
                    .filter(Charset::canEncode);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** A guess, tags left aside; the encoding of most old pages if there is none. */
    private static Charset detected(byte[] bytes) {
        CharsetDetector detector = new CharsetDetector();
        detector.enableInputFilter(true);
        for (CharsetMatch match : detector.setText(bytes).detectAll()) {
            if (match.getConfidence() >= LEAST_CONFIDENCE && !match.getName().startsWith("IBM")) {
                Optional<Charset> charset = charset(match.getName().replace("-I", ""));
                if (charset.isPresent() && strict(bytes, charset.get()).isPresent()) {
                    return charset.get();
                }
            }
        }
        return StandardCharsets.UTF_8;
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static PageDecoding lenient(byte[] bytes, int from, Charset charset) {
        CharBuffer text = charset.decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
        int faults = 0;
        for (int i = 0; i < text.length(); i++) {
            faults += text.charAt(i) == '\uFFFD' ? 1 : 0;
        }
        if (faults > Math.max(LEAST_FAULTS, bytes.length / BYTES_FOR_A_FAULT)) {
            return new PageDecoding(
                    "",
                    Optional.of("a web page that is not in " + charset + ", its encoding as far as can be told: "
                            + faults + " characters of it are broken; save it again as UTF-8"));
        }
        return good(text.toString());
    }
}
