package io.onrecord.testkit.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.onrecord.encoder.Pieces;
import io.onrecord.encoder.WordPiece;
import io.onrecord.model.CodePoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Training and reading cut texts alike: both are held against one file, which the trainer's side writes. */
class WordPieceGoldenTest {

    private static final Path GOLDEN =
            Path.of(System.getProperty("onrecord.root", "..")).resolve("training/tests/wordpiece-golden.jsonl");

    @Test
    void javaCutsTextsAsTheTrainerDoes() throws IOException {
        assumeTrue(Files.exists(GOLDEN), () -> GOLDEN + " is not there, so the trainer's pieces were not compared");
        JsonMapper json = new JsonMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(GOLDEN)) {
            lines.add(json.readTree(line));
        }
        assertThat(lines).isNotEmpty();
        WordPiece wordPiece = new WordPiece(vocabulary(lines));
        SoftAssertions all = new SoftAssertions();
        for (JsonNode line : lines) {
            String text = line.required("text").asString();
            all.assertThat(pieces(wordPiece.pieces(text), CodePoints.of(text)))
                    .as(text)
                    .isEqualTo(golden(line));
        }
        all.assertAll();
    }

    /**
     * The entries that the golden texts use, at their ids. The longest piece of a word is among them, and a part of the
     * vocabulary has no longer one, so that words are cut as they are with the whole of it.
     */
    private static List<String> vocabulary(List<JsonNode> lines) {
        TreeMap<Integer, String> entries = new TreeMap<>();
        for (JsonNode line : lines) {
            for (int i = 0; i < line.required("ids").size(); i++) {
                entries.put(
                        line.required("ids").required(i).asInt(),
                        line.required("pieces").required(i).asString());
            }
        }
        List<String> vocabulary = new ArrayList<>();
        for (int id = 0; id <= entries.lastKey(); id++) {
            // No text is folded to anything with a space in it.
            vocabulary.add(entries.getOrDefault(id, "unused " + id));
        }
        for (String special : List.of("[CLS]", "[SEP]", "[UNK]")) {
            if (!vocabulary.contains(special)) {
                vocabulary.add(special);
            }
        }
        return vocabulary;
    }

    private static List<List<Integer>> pieces(Pieces pieces, CodePoints points) {
        List<List<Integer>> shown = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            shown.add(List.of(pieces.id(i), points.fromUtf16(pieces.start(i)), points.fromUtf16(pieces.end(i))));
        }
        return shown;
    }

    private static List<List<Integer>> golden(JsonNode line) {
        List<List<Integer>> shown = new ArrayList<>();
        for (int i = 0; i < line.required("ids").size(); i++) {
            JsonNode span = line.required("spans").required(i);
            shown.add(List.of(
                    line.required("ids").required(i).asInt(),
                    span.required(0).asInt(),
                    span.required(1).asInt()));
        }
        return shown;
    }
}
