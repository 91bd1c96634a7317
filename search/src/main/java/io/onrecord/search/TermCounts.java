package io.onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** The values of a field, by the number of statements that have them. */
final class TermCounts {

    private record Count(String term, long statements) {
        /** Those with most come first. */
        static final Comparator<Count> ORDER =
                Comparator.comparingLong(Count::statements).reversed().thenComparing(Count::term);
    }

    private TermCounts() {}

    /** Those with most statements, of all that there are; no more are in memory than are asked for. */
    static List<String> greatest(IndexReader reader, String field, int most) throws IOException {
        // Its head is the one that goes when a greater one comes.
        PriorityQueue<Count> greatest = new PriorityQueue<>(Count.ORDER.reversed());
        Terms terms = MultiTerms.getTerms(reader, field);
        if (terms != null) {
            TermsEnum each = terms.iterator();
            for (BytesRef term = each.next(); term != null; term = each.next()) {
                greatest.add(new Count(term.utf8ToString(), each.docFreq()));
                if (greatest.size() > most) {
                    greatest.remove();
                }
            }
        }
        List<Count> counts = new ArrayList<>(greatest);
        counts.sort(Count.ORDER);
        return counts.stream().map(Count::term).toList();
    }
}
