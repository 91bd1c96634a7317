package io.onrecord.exchange.report;

import io.onrecord.text.Foreign;

/** Foreign words made fit for a page. */
final class Shown {

    private Shown() {}

    /** The words with U+FFFD for each character that has no form in HTML, or turns the reading direction of what follows. */
    static String of(String words) {
        return Foreign.fit(words);
    }
}
