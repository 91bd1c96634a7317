package io.onrecord.copies;

import io.onrecord.model.Text;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What is kept of a text to find its copies: a digest of its words, and a sample of its shingles (runs of four words). The
 * sample has the shingles whose hashes are smallest, all of them where the text has no more than {@value #SAMPLE}; so the
 * samples of two texts are made of the same shingles wherever the texts share them, and tell which share of either is in the
 * other, however long each is (bottom-k sketch; Broder, "On the resemblance and containment of documents", 1997).
 *
 * <p>Typography takes no part: quotation marks, dashes, spaces, case, accents. Immutable, safe to share between threads; the
 * same text gives the same bytes everywhere.
 */
public final class Signature {

    /** What {@link #toBytes} begins with. It changes whenever the same text gets another signature. */
    public static final byte VERSION = 1;

    /** Words in a shingle. */
    static final int SHINGLE = 4;

    /** Most shingles that are kept. */
    static final int SAMPLE = 192;

    /** Words in what makes a key: so many in a row are seldom the same by chance, as "in a statement on" is. */
    static final int KEY_SHINGLE = 8;

    /** Most keys beside that of the digest. */
    static final int KEYS = 24;

    /** Version, digest, counts of words, shingles and keys. */
    private static final int HEAD_BYTES = 1 + 16 + 4 + 4 + 1;

    /** Longest {@link #toBytes}. */
    public static final int MAX_BYTES = HEAD_BYTES + Integer.BYTES * SAMPLE + Long.BYTES * KEYS;

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final long digestHigh;
    private final long digestLow;
    private final int words;
    private final int shingles;
    /** The upper halves of the smallest hashes, ascending as unsigned numbers. */
    private final int[] sample;
    /** Ascending as unsigned numbers. */
    private final long[] keys;

    private Signature(long digestHigh, long digestLow, int words, int shingles, int[] sample, long[] keys) {
        this.digestHigh = digestHigh;
        this.digestLow = digestLow;
        this.words = words;
        this.shingles = shingles;
        this.sample = sample;
        this.keys = keys;
    }

    /** The signature of a text. Needs about as much memory as the text while it is made. */
    public static Signature of(Text text) {
        return of(text.value());
    }

    /** The signature of the words of a text. */
    public static Signature of(String text) {
        FoldedWords words = FoldedWords.of(text);
        long[] hashes = shingles(words, SHINGLE);
        int[] sample = new int[Math.min(hashes.length, SAMPLE)];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = (int) (hashes[i] >>> Integer.SIZE);
        }
        ByteBuffer digest = ByteBuffer.wrap(words.digest());
        return new Signature(digest.getLong(), digest.getLong(), words.count(), hashes.length, sample, keys(words));
    }

    /** The smallest hashes of longer shingles. They are small, all of them; mixed once more they spread evenly. */
    private static long[] keys(FoldedWords words) {
        long[] hashes = shingles(words, KEY_SHINGLE);
        long[] keys = new long[Math.min(hashes.length, KEYS)];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Mix.of(hashes[i] + 1);
        }
        sortUnsigned(keys);
        return keys;
    }

    /** Hashes of all shingles, ascending as unsigned numbers, each once. */
    private static long[] shingles(FoldedWords words, int length) {
        int count = Math.max(0, words.count() - length + 1);
        long[] hashes = new long[count];
        for (int i = 0; i < count; i++) {
            long hash = length;
            for (int j = 0; j < length; j++) {
                hash = hash * MULTIPLIER + words.hash(i + j);
            }
            hashes[i] = Mix.of(hash);
        }
        sortUnsigned(hashes);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || hashes[i] != hashes[distinct - 1]) {
                hashes[distinct++] = hashes[i];
            }
        }
        return Arrays.copyOf(hashes, distinct);
    }

    /** With the sign turned, signed order is unsigned order. */
    private static void sortUnsigned(long[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] ^= Long.MIN_VALUE;
        }
        Arrays.sort(values);
        for (int i = 0; i < values.length; i++) {
            values[i] ^= Long.MIN_VALUE;
        }
    }

    /**
     * A signature from its bytes.
     *
     * @throws IllegalArgumentException if they are none of this version
     */
    public static Signature fromBytes(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            byte version = in.get();
            if (version != VERSION) {
                throw new IllegalArgumentException("the signature has the version " + version + ", not " + VERSION
                        + ": make it again from the text");
            }
            long high = in.getLong();
            long low = in.getLong();
            int words = in.getInt();
            int shingles = in.getInt();
            if (words < 0 || shingles < 0 || shingles > words) {
                throw new IllegalArgumentException(
                        "a signature of " + words + " words with " + shingles + " shingles is damaged");
            }
            int keyCount = in.get();
            int[] sample = new int[Math.min(shingles, SAMPLE)];
            in.asIntBuffer().get(sample);
            in.position(in.position() + Integer.BYTES * sample.length);
            if (keyCount < 0 || keyCount > KEYS) {
                throw new IllegalArgumentException("a signature with " + keyCount + " keys is damaged");
            }
            long[] keys = new long[keyCount];
            in.asLongBuffer().get(keys);
            in.position(in.position() + Long.BYTES * keyCount);
            for (int i = 1; i < sample.length; i++) {
                if (Integer.compareUnsigned(sample[i - 1], sample[i]) > 0) {
                    throw new IllegalArgumentException("the sample of a signature is out of order: it is damaged");
                }
            }
            if (in.hasRemaining()) {
                throw new IllegalArgumentException(
                        in.remaining() + " bytes stand behind the end of a signature: it is damaged");
            }
            return new Signature(high, low, words, shingles, sample, keys);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("a signature ends after " + bytes.length + " bytes: it is cut off", e);
        }
    }

    /** At most {@link #MAX_BYTES} bytes, fewer for a short text. */
    public byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(HEAD_BYTES + Integer.BYTES * sample.length + Long.BYTES * keys.length);
        out.put(VERSION).putLong(digestHigh).putLong(digestLow).putInt(words).putInt(shingles);
        out.put((byte) keys.length);
        for (int value : sample) {
            out.putInt(value);
        }
        for (long key : keys) {
            out.putLong(key);
        }
        return out.array();
    }

    /** The first 128 bits of the SHA-256 of the words, as hexadecimal digits: the same for exact copies. */
    public String digest() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(digestHigh) + hex.toHexDigits(digestLow);
    }

    /** How many words the text has. */
    public int words() {
        return words;
    }

    /**
     * Keys for a join: texts that are copies share at least one, but for one pair in thousands. The first is that of the
     * digest, so exact copies always share it; the others are the smallest shingles. A text without any word has none.
     */
    public long[] keys() {
        if (words == 0) {
            return new long[0];
        }
        long[] all = new long[1 + keys.length];
        all[0] = digestKey();
        System.arraycopy(keys, 0, all, 1, keys.length);
        return all;
    }

    long digestKey() {
        return Mix.of(digestHigh + MULTIPLIER);
    }

    /** How many keys there are beside that of the digest. */
    int nearKeys() {
        return keys.length;
    }

    /** One of them; they ascend as unsigned numbers. */
    long nearKey(int index) {
        return keys[index];
    }

    int shingles() {
        return shingles;
    }

    int sampled() {
        return sample.length;
    }

    boolean isWhole() {
        return shingles == sample.length;
    }

    /** The one of a place, as an unsigned number. */
    long sample(int index) {
        return Integer.toUnsignedLong(sample[index]);
    }

    boolean hasWordsOf(Signature other) {
        return words > 0 && words == other.words && digestHigh == other.digestHigh && digestLow == other.digestLow;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signature that
                && digestHigh == that.digestHigh
                && digestLow == that.digestLow
                && words == that.words
                && shingles == that.shingles
                && Arrays.equals(sample, that.sample)
                && Arrays.equals(keys, that.keys);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(digestHigh);
    }

    @Override
    public String toString() {
        return "Signature[" + digest() + ", " + words + " words]";
    }
}
