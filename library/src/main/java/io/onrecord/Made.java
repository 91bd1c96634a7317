package io.onrecord;

import io.onrecord.attribution.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names the options that change a record and are not as they are by default: {@code mode=precision}. */
final class Made {

    private static final String NONE = "none";

    private Made() {}

    static String with(Options options) {
        List<String> named = new ArrayList<>();
        if (options.mode() != Mode.BALANCED) {
            named.add("mode=" + options.mode().name().toLowerCase(Locale.ROOT));
        }
        options.minConfidence().ifPresent(least -> named.add("min-confidence=" + least));
        if (!options.calibrated()) {
            named.add("calibration=none");
        }
        if (options.gazetteer().size() > 0) {
            named.add("gazetteer=" + options.gazetteer().digest());
        }
        return named.isEmpty() ? NONE : String.join(" ", named);
    }
}
