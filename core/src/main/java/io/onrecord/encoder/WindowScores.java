package io.onrecord.encoder;

/**
 * What a network says of one window, special pieces left out. Threads: holds its arrays without a copy; the maker must
 * not change them afterwards.
 *
 * <p>Shapes: {@code tags} is pieces × {@link Tag} (raw scores), {@code queries} and {@code keys} are pieces × width.
 */
public final class WindowScores {

    private final int size;
    private final int width;
    private final float[] tags;
    private final float[] queries;
    private final float[] keys;

    /**
     * @param size word pieces of the window
     * @param tags row by row
     * @param queries row by row
     * @param keys row by row
     */
    public WindowScores(int size, float[] tags, float[] queries, float[] keys) {
        if (size < 1 || tags.length != size * Tag.all().size()) {
            throw new IllegalArgumentException(tags.length + " tag scores do not fit " + size + " pieces");
        }
        if (queries.length % size != 0 || queries.length != keys.length) {
            throw new IllegalArgumentException(
                    queries.length + " query and " + keys.length + " key values do not fit " + size + " pieces");
        }
        this.size = size;
        this.width = queries.length / size;
        this.tags = tags;
        this.queries = queries;
        this.keys = keys;
    }

    int size() {
        return size;
    }

    double tag(int piece, int tag) {
        return tags[piece * Tag.all().size() + tag];
    }

    double link(int span, int cue) {
        double sum = 0;
        for (int k = 0; k < width; k++) {
            sum += (double) queries[span * width + k] * keys[cue * width + k];
        }
        return sum;
    }
}
