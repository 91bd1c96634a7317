package io.onrecord.reading.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The numbers that RTF gives to encodings: those of Windows, and those of its fonts. */
final class RtfCharsets {

    static final Charset WINDOWS = Charset.forName("windows-1252");

    private RtfCharsets() {}

    /** By the number of a Windows code page. */
    static Optional<Charset> ofPage(int page) {
        return switch (page) {
            case 65001 -> Optional.of(StandardCharsets.UTF_8);
            case 10000 -> named("x-MacRoman");
            case 932 -> named("windows-31j");
            case 936 -> named("GBK");
            case 949 -> named("x-windows-949");
            case 950 -> named("Big5");
            case 1361 -> named("x-Johab");
            case 708 -> named("ISO-8859-6");
            default ->
                page >= 1250 && page <= 1258
                        ? named("windows-" + page)
                        : page < 0 ? Optional.empty() : named("IBM" + page);
        };
    }

    /** By the character set of a font. */
    static Optional<Charset> ofFont(int set) {
        return switch (set) {
            case 0 -> Optional.of(WINDOWS);
            case 77 -> ofPage(10000);
            case 128 -> ofPage(932);
            case 129 -> ofPage(949);
            case 130 -> ofPage(1361);
            case 134 -> ofPage(936);
            case 136 -> ofPage(950);
            case 161 -> ofPage(1253);
            case 162 -> ofPage(1254);
            case 163 -> ofPage(1258);
            case 177 -> ofPage(1255);
            case 178, 179, 180 -> ofPage(1256);
            case 186 -> ofPage(1257);
            case 204 -> ofPage(1251);
            case 222 -> ofPage(874);
            case 238 -> ofPage(1250);
            default -> Optional.empty();
        };
    }

    private static Optional<Charset> named(String name) {
        return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
    }
}
