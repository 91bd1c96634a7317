package io.onrecord.attribution;

import io.onrecord.model.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a story was written, before its first sentence: {@code TESK, Avenia (Wire) — The mayor said …}. It is no part of who says something, or what. */
final class Datelines {

    /** A place in capitals, or anything with an agency in brackets, and a dash before a sentence. */
    private static final Pattern DATELINE = Pattern.compile(
            "(?:\\p{Lu}[\\p{Lu}.'’-]+(?:[ ,/(][^—–.!?“”\"]{0,60}?)?|\\p{Lu}[^—–.!?“”\"()]{1,50}\\([^()]{2,30}\\))"
                    + "\\s*(?:—|–|--|-)\\s+(?=[“\"‘']?\\p{Lu})");

    private Datelines() {}

    /** What is left of a span that begins a paragraph without the dateline; the same span where there is none, or nothing else. */
    static Span without(String text, Span span) {
        Matcher dateline = DATELINE.matcher(text).region(span.start(), span.end());
        return dateline.lookingAt() ? new Span(dateline.end(), span.end()) : span;
    }
}
