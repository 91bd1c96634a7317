package io.onrecord.reading.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What inputs say that their language is: codes of two letters or three, tags such as {@code en_GB}, English names. */
public final class LanguageCodes {

    /** Codes for what is no language, or for several (ISO 639-2). */
    private static final Set<String> NONE = Set.of("und", "mul", "zxx", "mis");

    /** Codes that libraries use beside those that Java knows (ISO 639-2/B). */
    private static final Map<String, String> OF_LIBRARIES = Map.ofEntries(
            Map.entry("alb", "sq"),
            Map.entry("arm", "hy"),
            Map.entry("baq", "eu"),
            Map.entry("bur", "my"),
            Map.entry("chi", "zh"),
            Map.entry("cze", "cs"),
            Map.entry("dut", "nl"),
            Map.entry("fre", "fr"),
            Map.entry("geo", "ka"),
            Map.entry("ger", "de"),
            Map.entry("gre", "el"),
            Map.entry("ice", "is"),
            Map.entry("mac", "mk"),
            Map.entry("mao", "mi"),
            Map.entry("may", "ms"),
            Map.entry("per", "fa"),
            Map.entry("rum", "ro"),
            Map.entry("slo", "sk"),
            Map.entry("tib", "bo"),
            Map.entry("wel", "cy"));

    private static final Map<String, String> SHORT = shortCodes();

    private LanguageCodes() {}

    /** The language alone, by its shortest code; absent where nothing is said that is a language. */
    public static Optional<String> of(String said) {
        String language = Locale.forLanguageTag(said.strip().replace('_', '-')).getLanguage();
        String code = SHORT.getOrDefault(language, language);
        boolean known = code.length() == 2 || code.length() == 3;
        return known && !NONE.contains(code) ? Optional.of(code) : Optional.empty();
    }

    private static Map<String, String> shortCodes() {
        Map<String, String> codes = new HashMap<>(OF_LIBRARIES);
        for (String code : Locale.getISOLanguages()) {
            Locale language = Locale.forLanguageTag(code);
            codes.putIfAbsent(language.getISO3Language(), language.getLanguage());
            codes.putIfAbsent(
                    language.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), language.getLanguage());
        }
        return Map.copyOf(codes);
    }
}
