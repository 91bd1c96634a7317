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
    private final int mark;

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
        this.mark = network.vocabulary().indexOf("\"");
        if (mark < 0) {
            throw new IllegalArgumentException(
                    "the vocabulary of network " + network.model() + " lacks the straight quotation mark");
        }
    }

    @Override
    public String model() {
        return network.model();
    }

    @Override
    public TokenScores encode(Text text) {
        return encodeAll(List.of(text)).get(0);
    }

    @Override
    public List<TokenScores> encodeAll(List<Text> texts) {
        List<Cut> cuts = texts.stream().map(this::cut).toList();
        List<Row> rows = new ArrayList<>();
        for (Cut cut : cuts) {
            cut.windows().forEach(window -> rows.add(new Row(cut, window)));
        }
        List<TokenScores.Scope> scopes = run(rows);
        List<TokenScores> scores = new ArrayList<>(cuts.size());
        int from = 0;
        for (Cut cut : cuts) {
            int to = from + cut.windows().size();
            scores.add(scored(cut, scopes.subList(from, to)));
            from = to;
        }
        return scores;
    }

    private Cut cut(Text text) {
        Pieces.Builder builder = new Pieces.Builder();
        List<Integer> bounds = new ArrayList<>(text.paragraphs().size() + 1);
        for (Span paragraph : text.paragraphs()) {
            bounds.add(builder.size());
            wordPiece.addPieces(text.value(), paragraph, builder);
        }
        bounds.add(builder.size());
        Pieces pieces = builder.build();
        return new Cut(pieces, Surfaces.of(text, pieces), bounds, Windows.pack(bounds, network.window()));
    }

    /** Scores of every window, in the order of the windows. */
    private List<TokenScores.Scope> run(List<Row> rows) {
        List<Integer> byLength = IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparingInt(r -> rows.get(r).size()))
                .toList();
        TokenScores.Scope[] scopes = new TokenScores.Scope[rows.size()];
        int from = 0;
        while (from < byLength.size()) {
            int to = from + 1;
            int longest = rows.get(byLength.get(from)).size() + SLACK;
            while (to < byLength.size()
                    && (to - from + 1) * (rows.get(byLength.get(to)).size() + 2) <= PIECES
                    && rows.get(byLength.get(to)).size() <= longest) {
                to++;
            }
            List<Integer> batch = byLength.subList(from, to);
            List<WindowScores> scores =
                    network.run(batch.stream().map(r -> read(rows.get(r))).toList());
            for (int i = 0; i < batch.size(); i++) {
                Row row = rows.get(batch.get(i));
                if (scores.get(i).size() != row.size()) {
                    throw new EncodingException("the network gave scores for "
                            + scores.get(i).size() + " pieces where " + row.size() + " were due");
                }
                scopes[batch.get(i)] = new TokenScores.Scope(row.window().from(), scores.get(i));
            }
            from = to;
        }
        return List.of(scopes);
    }

    /** Every quotation mark is read as the straight one; its surface says what it does. */
    private WindowRow read(Row row) {
        int[] ids = new int[row.size() + 2];
        int[] surfaces = new int[ids.length];
        ids[0] = wordPiece.first();
        for (int i = 0; i < row.size(); i++) {
            int piece = row.window().from() + i;
            surfaces[i + 1] = row.cut().surfaces()[piece];
            ids[i + 1] =
                    Surfaces.isMark(surfaces[i + 1]) ? mark : row.cut().pieces().id(piece);
        }
        ids[ids.length - 1] = wordPiece.last();
        return new WindowRow(ids, surfaces);
    }

    private TokenScores scored(Cut cut, List<TokenScores.Scope> scopes) {
        int n = cut.pieces().size();
        int[] owners = new int[n];
        for (int w = 0; w < scopes.size(); w++) {
            Windows.Window window = cut.windows().get(w);
            Arrays.fill(owners, window.ownFrom(), window.ownTo(), w);
        }
        return new TokenScores(
                cut.pieces(),
                paragraphs(n, cut.bounds()),
                owners,
                scopes,
                network.transitions(),
                network.pronounWeights());
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
    @SuppressWarnings("ArrayRecordComponent") // Seen by this class alone.
    private record Cut(Pieces pieces, int[] surfaces, List<Integer> bounds, List<Windows.Window> windows) {}

    /** A window and the text that it is one of. */
    private record Row(Cut cut, Windows.Window window) {
        int size() {
            return window.size();
        }
    }
}
