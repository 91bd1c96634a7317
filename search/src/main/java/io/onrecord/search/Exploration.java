package io.onrecord.search;

import io.onrecord.encoder.ByteVector;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * One way through all that passes what no facet asks: each statement counts in every facet where it passes all the others, and is kept where it
 * passes all. So however many are chosen, all is read once.
 */
final class Exploration {

    private final IndexSearcher searcher;
    private final Query query;
    private final Order order;
    private final Tally tally;
    private final Gathered gathered;
    private final Optional<Meaning> meaning;

    Exploration(IndexSearcher searcher, Query query, Beside beside, Order order) {
        this.searcher = searcher;
        this.query = query;
        this.order = order;
        this.tally = new Tally(query, beside);
        this.meaning = query.meaning().map(Meaning::new);
        this.gathered = new Gathered();
    }

    Explored explore(int from, int most) throws IOException {
        Optional<org.apache.lucene.search.Query> words = Asked.mostWords(query.words(), searcher.getIndexReader());
        boolean listed = isListed(query);
        if (!listed && words.isEmpty() && meaning.isEmpty()) {
            return Explored.NOTHING;
        }
        org.apache.lucene.search.Query base = Asked.base(query);
        @Nullable Weight scored = words.isPresent() ? weight(words.get(), base) : null;
        // Where only words count, the rest is not looked at.
        boolean all = listed || meaning.isPresent();
        Weight passing = searcher.createWeight(searcher.rewrite(base), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            @Nullable Scorer scorer = scored == null ? null : scored.scorer(leaf);
            @Nullable Scorer passes = all ? passing.scorer(leaf) : scorer;
            if (passes != null) {
                leaf(leaf, passes, scorer, all, listed);
            }
        }
        return new Explored(
                gathered.hits(listed && order == Order.BEST ? Order.NEWEST : order, from, most),
                gathered.size(),
                tally.counts());
    }

    private static boolean isListed(Query query) {
        return query.words().plain().isEmpty()
                && query.meaning().isEmpty()
                && query.words().phrases().isEmpty();
    }

    private Weight weight(org.apache.lucene.search.Query words, org.apache.lucene.search.Query base)
            throws IOException {
        BooleanQuery both = new BooleanQuery.Builder()
                .add(words, Occur.MUST)
                .add(base, Occur.FILTER)
                .build();
        return searcher.createWeight(searcher.rewrite(both), ScoreMode.COMPLETE, 1);
    }

    /** @param apart whether what scores words is another than what passes, and follows it */
    private void leaf(LeafReaderContext leaf, Scorer passes, @Nullable Scorer scorer, boolean apart, boolean listed)
            throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        Tally.Leaf counting = tally.leaf(leaf);
        Gathered.Leaf gathering = gathered.leaf(leaf);
        @Nullable Compared near = meaning.isPresent() ? meaning.get().in(leaf) : null;
        DocIdSetIterator docs = passes.iterator();
        @Nullable DocIdSetIterator scores = scorer == null || !apart ? null : scorer.iterator();
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
            if (live != null && !live.get(doc)) {
                continue;
            }
            float words = Float.NaN;
            if (scorer != null && (scores == null || at(scores, doc))) {
                words = scorer.score();
            }
            float cosine = near == null ? Float.NaN : near.cosine(doc);
            if ((listed || !Float.isNaN(words) || !Float.isNaN(cosine)) && counting.add(doc)) {
                gathering.add(doc, words, cosine);
            }
        }
    }

    private static boolean at(DocIdSetIterator scores, int doc) throws IOException {
        return (scores.docID() < doc ? scores.advance(doc) : scores.docID()) == doc;
    }

    /** What is looked for by meaning. */
    private static final class Meaning {

        /**
         * By the signs alone a cosine is seen to some six hundredths: what seems to be below this one is not {@link StatementIndex#NEAR}.
         */
        private static final double SEEMS = 0.12;

        /** How much of a normal number its sign tells: the square root of two by pi. */
        private static final double OF_SIGNS = 0.7979;

        private final ByteVector vector;
        private final Signs signs;
        private final int least;

        Meaning(ByteVector vector) {
            this.vector = vector;
            this.signs = Signs.lookingFor(vector);
            int sum = 0;
            int squares = 0;
            for (int i = 0; i < vector.dimension(); i++) {
                int coarse = 2 * (vector.at(i) + 128 >> 4) - 15;
                sum += coarse;
                squares += coarse * coarse;
            }
            // Signs.nearness is the sum over the pluses alone: half of the product, and half of the sum of all.
            double product = SEEMS * OF_SIGNS * Math.sqrt((double) squares * vector.dimension());
            this.least = (int) Math.floor((product + sum) / 2);
        }

        @Nullable
        Compared in(LeafReaderContext leaf) throws IOException {
            BinaryDocValues signsOf = leaf.reader().getBinaryDocValues(Fields.SIGNS);
            BinaryDocValues vectors = leaf.reader().getBinaryDocValues(Fields.VECTOR);
            return signsOf == null || vectors == null ? null : new Compared(this, signsOf, vectors);
        }
    }

    /** Compares the statements of a part of the index. */
    private record Compared(Meaning wanted, BinaryDocValues signs, BinaryDocValues vectors) {

        /** How near it is; not a number where it is not near. */
        float cosine(int doc) throws IOException {
            if (!signs.advanceExact(doc)) {
                return Float.NaN;
            }
            var value = signs.binaryValue();
            if (value.length != wanted.signs.length()
                    || wanted.signs.nearness(value) < wanted.least
                    || !vectors.advanceExact(doc)) {
                return Float.NaN;
            }
            double cosine = Nearest.cosine(wanted.vector, vectors.binaryValue());
            return cosine >= StatementIndex.NEAR ? (float) cosine : Float.NaN;
        }
    }
}
