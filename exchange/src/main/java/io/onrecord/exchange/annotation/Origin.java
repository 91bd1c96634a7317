package io.onrecord.exchange.annotation;

import io.onrecord.model.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Of what an annotated file was exported.
 *
 * @param articleId of the article
 * @param in its text, or its title
 * @param digest of that text
 * @param bases the states of the exported statements, {@link Marked#digest}, by their ids
 */
record Origin(String articleId, Location in, String digest, Map<String, String> bases) {

    /** Some 40,000 statements. */
    private static final int LONGEST_LIST = 2 << 20;

    Origin {
        bases = Collections.unmodifiableMap(new LinkedHashMap<>(bases));
    }

    /** Reads what {@link Sheet#bases} wrote. */
    static Map<String, String> bases(String file, int line, String written) throws AnnotationFormatException {
        if (written.length() > LONGEST_LIST) {
            throw new AnnotationFormatException(
                    file, line, "a list of exported statements of more than " + LONGEST_LIST + " characters");
        }
        Map<String, String> bases = new LinkedHashMap<>();
        for (String one : written.split(" ", -1)) {
            int colon = one.indexOf(':');
            if (one.isEmpty()) {
                continue;
            }
            if (colon < 1 || bases.put(one.substring(0, colon), one.substring(colon + 1)) != null) {
                throw new AnnotationFormatException(
                        file,
                        line,
                        "the list of exported statements was changed at '" + Lines.shown(one) + "': export again");
            }
        }
        return bases;
    }
}
