package io.onrecord.reading.document;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** English names of languages, as databases write them. */
final class Languages {

    private static final Map<String, String> CODES = codes();

    private Languages() {}

    /** The BCP 47 tag, or null if the name is none. */
    static @Nullable String code(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        int end = plain.indexOf(';');
        return CODES.get(end < 0 ? plain : plain.substring(0, end).strip());
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new TreeMap<>();
        for (String code : Locale.getISOLanguages()) {
            if (code.length() == 2) {
                codes.put(
                        Locale.forLanguageTag(code)
                                .getDisplayLanguage(Locale.ENGLISH)
                                .toLowerCase(Locale.ROOT),
                        code);
            }
        }
        codes.put("chinese - simplified", "zh-Hans");
        codes.put("chinese - traditional", "zh-Hant");
        return Map.copyOf(codes);
    }
}
