package io.onrecord.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.onrecord.encoder.Pieces;
import io.onrecord.encoder.PointerVectors;
import io.onrecord.encoder.Tag;
import io.onrecord.encoder.TokenScores;
import io.onrecord.encoder.Transitions;
import io.onrecord.encoder.WindowScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Held against sums over every row of tags, one by one. */
class ChainTest {

    private static final int TAGS = Tag.all().size();

    private final Random random = new Random(20161108);

    @Test
    void theProbabilityOfASpanIsTheShareOfTheRowsThatHaveIt() {
        boolean[] words = {true, true, false, true};
        for (int round = 0; round < 20; round++) {
            TokenScores scores = scores(words, 2);
            List<int[]> rows = rows(words);
            double total = rows.stream().mapToDouble(row -> weight(scores, row)).sum();
            Chain chain = new Chain(scores, new Moves(scores.transitions()), 0, words.length);
            for (Role role : Role.values()) {
                for (int first = 0; first < words.length; first++) {
                    Chain.Walk walk = chain.new Walk(role, first);
                    double begun = walk.probability();
                    assertThat(chain.probability(first, role.begin())).isCloseTo(begun, within(1e-9));
                    for (int last = first; last < words.length; last++) {
                        double further = walk.step() ? walk.probability() : 0;
                        int from = first;
                        int to = last;
                        double share = rows.stream()
                                .filter(row -> has(row, role, from, to))
                                .mapToDouble(row -> weight(scores, row))
                                .sum();
                        assertThat(begun - further).isCloseTo(share / total, within(1e-6));
                        begun = further;
                    }
                }
            }
        }
    }

    @Test
    void aLongWordThatContradictsItselfLeavesTheRestOfItsParagraphAlone() {
        boolean[] words = new boolean[120];
        for (int i = 0; i < words.length; i++) {
            words[i] = i < 10 || i >= 110;
        }
        float[] raw = new float[words.length * TAGS];
        for (int i = 0; i < words.length; i++) {
            Tag sure = i == 3 ? Tag.BEGIN_CUE : i >= 10 && i < 110 && i % 20 >= 10 ? Tag.INSIDE_CONTENT : Tag.OUTSIDE;
            raw[i * TAGS + sure.ordinal()] = 900;
        }
        TokenScores scores = scores(words, raw, Transitions.NONE);
        Chain chain = new Chain(scores, new Moves(Transitions.NONE), 0, words.length);
        assertThat(chain.probability(3, Tag.BEGIN_CUE)).isGreaterThan(0.9);
        IntStream.range(0, words.length)
                .forEach(i -> Tag.all()
                        .forEach(tag -> assertThat(chain.probability(i, tag)).isBetween(0.0, 1.000001)));
    }

    private TokenScores scores(boolean[] words, double spread) {
        float[] raw = new float[words.length * TAGS];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (float) (spread * random.nextGaussian());
        }
        double[] first = random.doubles(TAGS, -1, 1).toArray();
        double[] next = random.doubles((long) TAGS * TAGS, -1, 1).toArray();
        return scores(words, raw, new Transitions(first, next));
    }

    private static TokenScores scores(boolean[] words, float[] raw, Transitions transitions) {
        Pieces.Builder pieces = new Pieces.Builder();
        for (int i = 0; i < words.length; i++) {
            pieces.add(0, i, i + 1, words[i]);
        }
        WindowScores window = new WindowScores(words.length, raw, PointerVectors.NONE, PointerVectors.NONE);
        return new TokenScores(
                pieces.build(),
                new int[words.length],
                new int[words.length],
                List.of(new TokenScores.Scope(0, window)),
                transitions);
    }

    /** All rows that the rules allow. */
    private static List<int[]> rows(boolean[] words) {
        List<int[]> rows = new ArrayList<>();
        rows.add(new int[0]);
        for (boolean word : words) {
            List<int[]> longer = new ArrayList<>();
            for (int[] row : rows) {
                for (int tag = 0; tag < TAGS; tag++) {
                    int before = row.length == 0 ? 0 : row[row.length - 1];
                    boolean goesOn = tag > 0 && tag % 2 == 0;
                    boolean follows = goesOn && (before == tag || before == tag - 1);
                    if (word || row.length == 0 ? !goesOn || follows : follows || before == 0 && tag == 0) {
                        int[] next = Arrays.copyOf(row, row.length + 1);
                        next[row.length] = tag;
                        longer.add(next);
                    }
                }
            }
            rows = longer;
        }
        return rows;
    }

    private static double weight(TokenScores scores, int[] row) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            Tag tag = Tag.all().get(row[i]);
            sum += scores.tag(i, tag);
            if (i == 0) {
                sum += scores.transitions().first(tag);
            } else if (scores.pieces().startsWord(i)) {
                sum += scores.transitions().next(Tag.all().get(row[i - 1]), tag);
            }
        }
        return Math.exp(sum);
    }

    private static boolean has(int[] row, Role role, int first, int last) {
        if (row[first] != role.begin().ordinal()) {
            return false;
        }
        for (int i = first + 1; i <= last; i++) {
            if (row[i] != role.inside().ordinal()) {
                return false;
            }
        }
        return last + 1 == row.length || row[last + 1] != role.inside().ordinal();
    }
}
