package io.onrecord.testkit.encoder;

import io.onrecord.encoder.Network;
import io.onrecord.encoder.PointerVectors;
import io.onrecord.encoder.Tag;
import io.onrecord.encoder.Transitions;
import io.onrecord.encoder.WindowRow;
import io.onrecord.encoder.WindowScores;
import java.util.ArrayList;
import java.util.List;

/**
 * A network with a rule: {@code said} is a cue, {@code ito} and {@code mori} are sources, {@code rain} is content, and
 * each points at the nearest cue of its window. Like a quantized network it gives slightly other scores in other
 * company, and it tells in the score of {@link Tag#INSIDE_SOURCE} how far from its window's edge a piece stands. It
 * keeps what it was given.
 */
final class NearestCue implements Network {

    private static final List<String> VOCABULARY =
            List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "said", "ito", "mori", "rain", ".", "\"");

    private final int window;
    private final List<List<WindowRow>> batches = new ArrayList<>();

    NearestCue(int window) {
        this.window = window;
    }

    List<List<WindowRow>> batches() {
        return batches;
    }

    @Override
    public String model() {
        return "nearest-cue";
    }

    @Override
    public List<String> vocabulary() {
        return VOCABULARY;
    }

    @Override
    public int window() {
        return window;
    }

    @Override
    public Transitions transitions() {
        return Transitions.NONE;
    }

    @Override
    public List<WindowScores> run(List<WindowRow> rows) {
        batches.add(rows);
        int longest = rows.stream().mapToInt(WindowRow::length).max().orElse(0);
        return rows.stream().map(row -> scores(row, longest)).toList();
    }

    private static WindowScores scores(WindowRow row, int longest) {
        int size = row.length() - 2;
        int tags = Tag.all().size();
        float[] raw = new float[size * tags];
        float[] queries = new float[size * 2];
        float[] keys = new float[size * 2];
        for (int i = 0; i < size; i++) {
            Tag tag = switch (VOCABULARY.get(row.id(i + 1))) {
                case "said" -> Tag.BEGIN_CUE;
                case "ito", "mori" -> Tag.BEGIN_SOURCE;
                case "rain" -> Tag.BEGIN_CONTENT;
                default -> Tag.OUTSIDE;
            };
            raw[i * tags + tag.ordinal()] = 12 + longest / 1000f;
            raw[i * tags + Tag.INSIDE_SOURCE.ordinal()] = -1f / (1 + Math.min(i, size - 1 - i));
            // 2pc - c² is greatest where the cue's place c is the span's place p.
            queries[i * 2] = 2 * i;
            queries[i * 2 + 1] = -1;
            keys[i * 2] = i;
            keys[i * 2 + 1] = (float) i * i;
        }
        return new WindowScores(size, raw, new PointerVectors(queries, keys), PointerVectors.NONE);
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
