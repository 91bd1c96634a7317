package io.onrecord.exchange.report;

import java.util.List;
import java.util.Map;

/**
 * What stands at the head of the report; all words are fit for a page.
 *
 * @param articles how many
 * @param statements how many
 * @param disputes how many
 * @param span the first and last day of the statements; empty where none is known
 * @param outlets by number of statements, the most first
 * @param speakers likewise
 * @param stances likewise
 * @param forms likewise
 * @param speakersInAll how many speakers there are, of whom {@code speakers} may have the first alone
 * @param sources what the report is made of
 * @param filters what was asked for, by option
 * @param version of Onrecord
 * @param readers what read the articles
 */
public record Overview(
        long articles,
        long statements,
        long disputes,
        String span,
        List<Count> outlets,
        List<Count> speakers,
        List<Count> stances,
        List<Count> forms,
        int speakersInAll,
        String sources,
        Map<String, String> filters,
        String version,
        List<String> readers) {

    /**
     * How often something is there.
     *
     * @param name of it
     * @param count in statements
     */
    public record Count(String name, long count) {}

    public Overview {
        outlets = List.copyOf(outlets);
        speakers = List.copyOf(speakers);
        stances = List.copyOf(stances);
        forms = List.copyOf(forms);
        readers = List.copyOf(readers);
    }
}
