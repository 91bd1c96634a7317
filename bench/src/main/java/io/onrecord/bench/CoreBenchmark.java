package io.onrecord.bench;

import io.onrecord.attribution.Attributor;
import io.onrecord.encoder.Encoder;
import io.onrecord.encoder.Pieces;
import io.onrecord.encoder.TokenScores;
import io.onrecord.encoder.WindowEncoder;
import io.onrecord.encoder.WordPiece;
import io.onrecord.encoder.onnx.OnnxNetwork;
import io.onrecord.model.Attribution;
import io.onrecord.model.Location;
import io.onrecord.model.Text;
import io.onrecord.text.Layout;
import io.onrecord.text.Quotations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The steps of one article of some 700 words, apart: {@code bench/jmh} runs them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init")
public class CoreBenchmark {

    private Text text;
    private WordPiece wordPiece;
    private Encoder encoder;
    private TokenScores scores;

    /** Reads the article named by the system property {@code onrecord.article}. */
    @Setup
    public void open() throws IOException {
        String article = Files.readString(Path.of(System.getProperty("onrecord.article")));
        text = Layout.of(article).text(article);
        OnnxNetwork network = OnnxNetwork.openDefault();
        wordPiece = new WordPiece(network.vocabulary());
        encoder = new WindowEncoder(network);
        scores = encoder.encode(text);
    }

    @TearDown
    public void close() {
        encoder.close();
    }

    @Benchmark
    public Pieces wordPieces() {
        return wordPiece.pieces(text.value());
    }

    @Benchmark
    public TokenScores encode() {
        return encoder.encode(text);
    }

    @Benchmark
    public Quotations quotations() {
        return Quotations.of(text);
    }

    @Benchmark
    public List<Attribution> attribute() {
        return Attributor.attribute(text, Location.TEXT, scores, io.onrecord.attribution.Mode.BALANCED);
    }
}
