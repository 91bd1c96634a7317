package io.onrecord.encoder;

import io.onrecord.model.Span;
import io.onrecord.model.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Encodes a text with a network: word pieces, windows of whole paragraphs, batches of windows of like length. A batch
 * holds windows of one text alone, so that scores never depend on what else is read. Thread-safe as the network is.
 */
public final class WindowEncoder implements Encoder {

    /**
     * Most pieces in a batch, padding included: short windows go together, which is faster, and a full one goes alone,
     * which is faster, too.
     */
    private static final int PIECES = 256;

    /** How much longer than its shortest window a batch's longest may be, in pieces: padding is work for nothing. */
    private static final int SLACK = 6;

    private static final int SMALLEST = 3;

    private final Network network;
    private final WordPiece wordPiece;

    /**
     * @param network whose window holds at least three pieces
     */
    public WindowEncoder(Network network) {
        if (network.window() < SMALLEST) {
            throw new IllegalArgumentException("network " + network.model() + " has a window of " + network.window()
                    + " pieces; it takes " + SMALLEST + " to cut a long paragraph with overlap");
        }
        this.network = network;
        this.wordPiece = new WordPiece(network.vocabulary());
    }

    @Override
    public String model() {
        return network.model();
    }

    @Override
    public TokenScores encode(Text text) {
        Cut cut = cut(text);
        return scored(cut, run(cut));
    }

    private Cut cut(Text text) {
        Pieces.Builder builder = new Pieces.Builder();
        List<Integer> bounds = new ArrayList<>(text.paragraphs().size() + 1);
        for (Span paragraph : text.paragraphs()) {
            bounds.add(builder.size());
            wordPiece.addPieces(text.value(), paragraph, builder);
        }
        bounds.add(builder.size());
        return new Cut(builder.build(), bounds, Windows.pack(bounds, network.window()));
    }

    /** Scores of every window, in the order of the windows. */
    private List<TokenScores.Scope> run(Cut cut) {
        List<Windows.Window> windows = cut.windows();
        List<Integer> byLength = IntStream.range(0, windows.size())
                .boxed()
                .sorted(Comparator.comparingInt(w -> windows.get(w).size()))
                .toList();
        TokenScores.Scope[] scopes = new TokenScores.Scope[windows.size()];
        int from = 0;
        while (from < byLength.size()) {
            int to = from + 1;
            int longest = windows.get(byLength.get(from)).size() + SLACK;
            while (to < byLength.size()
                    && (to - from + 1) * (windows.get(byLength.get(to)).size() + 2) <= PIECES
                    && windows.get(byLength.get(to)).size() <= longest) {
                to++;
            }
            List<Integer> batch = byLength.subList(from, to);
            List<WindowScores> scores = network.run(
                    batch.stream().map(w -> row(cut.pieces(), windows.get(w))).toList());
            for (int i = 0; i < batch.size(); i++) {
                Windows.Window window = windows.get(batch.get(i));
                if (scores.get(i).size() != window.size()) {
                    throw new EncodingException("the network gave scores for "
                            + scores.get(i).size() + " pieces where " + window.size() + " were due");
                }
                scopes[batch.get(i)] = new TokenScores.Scope(window.from(), scores.get(i));
            }
            from = to;
        }
        return List.of(scopes);
    }

    private int[] row(Pieces pieces, Windows.Window window) {
        int[] row = new int[window.size() + 2];
        row[0] = wordPiece.first();
        for (int i = 0; i < window.size(); i++) {
            row[i + 1] = pieces.id(window.from() + i);
        }
        row[row.length - 1] = wordPiece.last();
        return row;
    }

    private static TokenScores scored(Cut cut, List<TokenScores.Scope> scopes) {
        int n = cut.pieces().size();
        int[] owners = new int[n];
        for (int w = 0; w < scopes.size(); w++) {
            Windows.Window window = cut.windows().get(w);
            Arrays.fill(owners, window.ownFrom(), window.ownTo(), w);
        }
        return new TokenScores(cut.pieces(), paragraphs(n, cut.bounds()), owners, scopes);
    }

    private static int[] paragraphs(int n, List<Integer> bounds) {
        int[] paragraphs = new int[n];
        int paragraph = 0;
        for (int i = 0; i < n; i++) {
            while (i >= bounds.get(paragraph + 1)) {
                paragraph++;
            }
            paragraphs[i] = paragraph;
        }
        return paragraphs;
    }

    @Override
    public void close() {
        network.close();
    }

    /** A text cut up; bounds are the first piece of each paragraph, then the count of all pieces. */
    private record Cut(Pieces pieces, List<Integer> bounds, List<Windows.Window> windows) {}
}
