package io.onrecord.search;

import java.io.IOException;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.LongHeap;
import org.jspecify.annotations.Nullable;

/** All that was found, in columns of numbers, and the best of it in some order. For one thread. */
final class Gathered {

    private static final int FEWEST = 256;

    private long[] statements = new long[FEWEST];
    private int[] articles = new int[FEWEST];
    private int[] days = new int[FEWEST];
    private float[] confidences = new float[FEWEST];
    private float[] words = new float[FEWEST];
    private float[] cosines = new float[FEWEST];
    private float bestWords;
    private int size;

    /** What is gathered of a part of the index. */
    final class Leaf {

        private final NumericDocValues article;
        private final NumericDocValues statement;
        private final NumericDocValues day;
        private final NumericDocValues confidence;

        private Leaf(LeafReaderContext leaf) throws IOException {
            this.article = column(leaf, Fields.ARTICLE);
            this.statement = column(leaf, Fields.STATEMENT);
            this.day = column(leaf, Fields.DAY);
            this.confidence = column(leaf, Fields.CONFIDENCE);
        }

        /**
         * Keeps a statement.
         *
         * @param fit of its words, not a number where it has not enough of them
         * @param cosine of its meaning, not a number where it is not near
         */
        void add(int doc, float fit, float cosine) throws IOException {
            if (size == articles.length) {
                grow();
            }
            articles[size] = (int) value(article, doc);
            statements[size] = value(statement, doc);
            days[size] = (int) Math.max(Integer.MIN_VALUE, value(day, doc));
            confidences[size] = Float.intBitsToFloat((int) value(confidence, doc));
            words[size] = fit;
            cosines[size] = cosine;
            if (fit > bestWords) {
                bestWords = fit;
            }
            size++;
        }
    }

    Leaf leaf(LeafReaderContext leaf) throws IOException {
        return new Leaf(leaf);
    }

    private static NumericDocValues column(LeafReaderContext leaf, String field) throws IOException {
        @Nullable NumericDocValues values = leaf.reader().getNumericDocValues(field);
        if (values == null) {
            throw new IOException("statements without " + field);
        }
        return values;
    }

    private static long value(NumericDocValues column, int doc) throws IOException {
        if (!column.advanceExact(doc)) {
            throw new IOException("a statement without a value");
        }
        return column.longValue();
    }

    private void grow() {
        int more = Math.multiplyExact(2, size);
        statements = Arrays.copyOf(statements, more);
        articles = Arrays.copyOf(articles, more);
        days = Arrays.copyOf(days, more);
        confidences = Arrays.copyOf(confidences, more);
        words = Arrays.copyOf(words, more);
        cosines = Arrays.copyOf(cosines, more);
    }

    int size() {
        return size;
    }

    /** Those from one place to another, in an order. */
    List<Hit> hits(Order order, int from, int most) {
        int to = (int) Math.min((long) from + most, size);
        if (from >= to) {
            return List.of();
        }
        // The key in the upper half, the place in the lower one: what came earlier wins where keys are equal.
        LongHeap best = new LongHeap(to);
        for (int i = 0; i < size; i++) {
            best.insertWithOverflow((long) key(order, i) << 32 | Integer.MAX_VALUE - i);
        }
        int[] places = new int[to];
        for (int i = to - 1; i >= 0; i--) {
            places[i] = Integer.MAX_VALUE - (int) best.pop();
        }
        int[] asked = Arrays.copyOfRange(places, from, to);
        return new AbstractList<>() {
            @Override
            public Hit get(int index) {
                return hit(asked[index]);
            }

            @Override
            public int size() {
                return asked.length;
            }
        };
    }

    /** The greater, the earlier it comes. */
    private int key(Order order, int i) {
        return switch (order) {
            case BEST -> sortable(score(i));
            case NEWEST -> days[i];
            case OLDEST -> days[i] == Integer.MIN_VALUE ? days[i] : -days[i];
            case CONFIDENCE -> sortable(confidences[i]);
            case BY_ARTICLE -> 0;
        };
    }

    /** As {@link Ranking} has it: the mean of how well the words fit, where the best of all has 1, and of how near the meaning is. */
    private float score(int i) {
        float fit = Float.isNaN(words[i]) || bestWords <= 0 ? 0 : words[i] / bestWords;
        return (fit + (Float.isNaN(cosines[i]) ? 0 : cosines[i])) / 2;
    }

    /** Numbers from 0 on are in the order of their bits. */
    private static int sortable(float number) {
        return Float.floatToIntBits(Math.max(0, number));
    }

    private Hit hit(int i) {
        return new Hit(articles[i], statements[i], score(i), given(words[i]), given(cosines[i]));
    }

    private static OptionalDouble given(float number) {
        return Float.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
