package io.onrecord.text;

import io.onrecord.model.Span;
import java.util.Locale;
import java.util.Optional;

/**
 * The words that credit an article to a wire agency.
 *
 * @param agency its full name, the same for all of its short forms
 * @param kind where a credit of this kind stands
 * @param span the agency's name in the article's text; absent if it stands in the metadata's by-line
 */
public record AgencyCredit(String agency, Kind kind, Optional<Span> span) {

    /** Where credits stand, the surest first. */
    public enum Kind {
        /** {@code LISDEN (Reuters) -} */
        DATELINE,
        /** {@code By Mara Oldin, Associated Press} */
        BYLINE,
        /** {@code … on Sunday. (ANI)}, or the name alone at the end. */
        SIGN_OFF,
        /** {@code Source: Xinhua} */
        SOURCE,
        /** {@code © 2024 AFP} */
        COPYRIGHT,
        /** {@code The Associated Press contributed to this report}: part of the article comes from there. */
        CONTRIBUTION;

        /** For the origin of a metadata value, such as {@code sign-off}. */
        public String origin() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
