package io.onrecord.search;

import io.onrecord.encoder.ByteVector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongHeap;

/**
 * The statements nearest in meaning among those that pass a filter: all of them by the signs of their vectors, the best of these by
 * the vectors themselves. Where no more pass than are compared by their vectors the answer is exact.
 */
final class Nearest {

    /** So many are compared by their vectors. */
    static final int POOL = 2000;

    private Nearest() {}

    /**
     * A statement near in meaning.
     *
     * @param doc its number in the searcher
     */
    record Near(int doc, double cosine) {}

    /**
     * The nearest, the nearest first.
     *
     * @param least cosine that counts as near
     * @param pool how many are compared by their vectors
     */
    static List<Near> find(IndexSearcher searcher, Query filter, ByteVector vector, int most, double least, int pool)
            throws IOException {
        int[] docs = roughly(searcher, filter, vector, pool);
        List<Near> near = new ArrayList<>();
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        int at = 0;
        while (at < docs.length) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(docs[at], leaves));
            BinaryDocValues vectors = leaf.reader().getBinaryDocValues(Fields.VECTOR);
            int end = leaf.docBase + leaf.reader().maxDoc();
            for (; at < docs.length && docs[at] < end; at++) {
                if (vectors != null && vectors.advanceExact(docs[at] - leaf.docBase)) {
                    double cosine = cosine(vector, vectors.binaryValue());
                    if (cosine >= least) {
                        near.add(new Near(docs[at], cosine));
                    }
                }
            }
        }
        near.sort(Comparator.comparingDouble(Near::cosine).reversed().thenComparingInt(Near::doc));
        return near.size() > most ? near.subList(0, most) : near;
    }

    /** Numbers of the documents nearest by their signs, ascending. */
    private static int[] roughly(IndexSearcher searcher, Query filter, ByteVector vector, int pool) throws IOException {
        Signs wanted = Signs.lookingFor(vector);
        Weight weight = searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1);
        LongHeap best = new LongHeap(pool);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            BinaryDocValues signs = leaf.reader().getBinaryDocValues(Fields.SIGNS);
            Scorer scorer = weight.scorer(leaf);
            if (signs == null || scorer == null) {
                continue;
            }
            Bits live = leaf.reader().getLiveDocs();
            DocIdSetIterator docs = scorer.iterator();
            for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                if ((live == null || live.get(doc)) && signs.advanceExact(doc)) {
                    BytesRef value = signs.binaryValue();
                    if (value.length == wanted.length()) {
                        // The lesser number wins where two are equally near.
                        best.insertWithOverflow(
                                (long) wanted.nearness(value) << 32 | Integer.MAX_VALUE - (leaf.docBase + doc));
                    }
                }
            }
        }
        int[] found = new int[best.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = Integer.MAX_VALUE - (int) best.pop();
        }
        java.util.Arrays.sort(found);
        return found;
    }

    static double cosine(ByteVector vector, BytesRef other) {
        if (other.length != vector.dimension()) {
            // Of another model: near to nothing.
            return -1;
        }
        int product = 0;
        int squares = 0;
        int own = 0;
        for (int i = 0; i < other.length; i++) {
            int value = other.bytes[other.offset + i];
            int wanted = vector.at(i);
            product += value * wanted;
            squares += value * value;
            own += wanted * wanted;
        }
        return product / Math.sqrt((double) squares * own);
    }
}
