package io.onrecord.evaluation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The plain way, to compare with: the Jaccard likeness of the sets of four words in a row, of each text with each other. */
final class AllPairs {

    private static final int WORDS = 4;
    private static final double LIKE = 0.5;
    private static final int NUMBER_BITS = 24;
    private static final long NUMBER = (1L << NUMBER_BITS) - 1;

    private final long[][] shingles;
    /** The shingle above, the number of the text below, in order. */
    private final long[] index;

    private AllPairs(List<String> texts) {
        shingles = new long[texts.size()][];
        int count = 0;
        for (int i = 0; i < shingles.length; i++) {
            shingles[i] = shingles(texts.get(i));
            count += shingles[i].length;
        }
        index = new long[count];
        int at = 0;
        for (int i = 0; i < shingles.length; i++) {
            for (long shingle : shingles[i]) {
                index[at++] = shingle << NUMBER_BITS | i;
            }
        }
        Arrays.sort(index);
    }

    /** Told about each pair of numbers. */
    interface Pairs {
        void pair(int first, int second);
    }

    static void forEach(List<String> texts, Pairs pairs) {
        AllPairs all = new AllPairs(texts);
        int[] common = new int[texts.size()];
        for (int i = 0; i < texts.size(); i++) {
            Arrays.fill(common, 0);
            for (long shingle : all.shingles[i]) {
                all.count(shingle, i, common);
            }
            for (int j = 0; j < i; j++) {
                int union = all.shingles[i].length + all.shingles[j].length - common[j];
                if (common[j] >= LIKE * union && union > 0) {
                    pairs.pair(j, i);
                }
            }
        }
    }

    private void count(long shingle, int below, int[] common) {
        int at = Arrays.binarySearch(index, shingle << NUMBER_BITS);
        for (int i = at < 0 ? -at - 1 : at; i < index.length && index[i] >>> NUMBER_BITS == shingle; i++) {
            int other = (int) (index[i] & NUMBER);
            if (other >= below) {
                return;
            }
            common[other]++;
        }
    }

    private static long[] shingles(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1);
        Set<Long> found = new HashSet<>();
        for (int i = 0; i + WORDS <= words.length; i++) {
            long hash = 0;
            for (int j = 0; j < WORDS; j++) {
                String word = words[i + j];
                for (int k = 0; k < word.length(); k++) {
                    hash = (hash ^ word.charAt(k)) * 0x100000001B3L;
                }
                hash = (hash ^ ' ') * 0x100000001B3L;
            }
            hash ^= hash >>> 32;
            hash *= 0x9E3779B97F4A7C15L;
            // The sign stays free, so that signed order is the order of shingles.
            found.add(hash >>> NUMBER_BITS + 1);
        }
        return found.stream().mapToLong(shingle -> shingle).sorted().toArray();
    }
}
