package io.onrecord.search;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** The values of a field, with the number of statements that have them. */
final class TermCounts {

    private static final int MOST = 10_000;

    private TermCounts() {}

    static Map<String, Long> of(IndexReader reader, String field) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        Terms terms = MultiTerms.getTerms(reader, field);
        if (terms != null) {
            TermsEnum each = terms.iterator();
            for (BytesRef term = each.next(); term != null && counts.size() < MOST; term = each.next()) {
                counts.put(term.utf8ToString(), (long) each.docFreq());
            }
        }
        return counts;
    }
}
