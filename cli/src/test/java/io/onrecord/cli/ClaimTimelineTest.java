package io.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** When a claim was stated and disputed, as {@code onrecord claims} draws it, of articles that the real engine reads. */
class ClaimTimelineTest {

    private static final String STATED =
            "Mara Oldin, the mayor of Reval, said the old bridge of Reval had been closed. ";
    private static final String DENIED = "Engineer Ilan Serrat denied that the old bridge of Reval had been closed. ";
    private static final List<String> SYLLABLES =
            List.of("ba", "re", "ni", "tol", "ve", "mor", "dan", "kel", "ost", "ulm");

    @TempDir
    private Path folder;

    private final StringBuilder articles = new StringBuilder();
    private int count;

    private void article(String published, String words) {
        article(Optional.of(published), words, count);
    }

    /**
     * @param like the number of the article whose other words it has: its own, or that of one which it copies
     */
    private void article(Optional<String> published, String words, int like) {
        articles.append("{\"id\": \"press.example/")
                .append(count)
                .append("\", \"outlet\": \"Outlet ")
                .append(count)
                .append("\", ")
                .append(published.map(day -> "\"published\": \"" + day + "\", ").orElse(""))
                .append("\"text\": \"")
                .append(words)
                .append(others(like))
                .append("\"}\n");
        count++;
    }

    /** Words that no other article has, so that it is nobody's copy. */
    private static String others(int number) {
        Random random = new Random(number);
        StringBuilder out = new StringBuilder("The");
        for (int i = 0; i < 60; i++) {
            out.append(' ');
            for (int syllable = 0; syllable < 3; syllable++) {
                out.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
            }
        }
        return out.append('.').toString();
    }

    /** What stands under {@code timeline} in the sheet of the claim that most statements put; none where it has none. */
    private List<String> timeline() throws IOException {
        Path store = folder.resolve("onrecord.db");
        Path file = Files.writeString(folder.resolve("articles.jsonl"), articles);
        Run read = Run.of("read", "--store", store, "--quiet", file);
        assertThat(read.code()).as(read.err()).isZero();
        JsonNode claim = Run.of("claims", "--store", store, "--format", "jsonl").lines().stream()
                .map(JsonMapper.shared()::readTree)
                .max(Comparator.comparingInt(one -> one.get("told").size()))
                .orElseThrow();
        assertThat(claim.get("told")).as("statements of the claim").hasSize(count);
        Run sheet = Run.of("claims", "--store", store, "--id", claim.get("id").asString());
        assertThat(sheet.code()).as(sheet.err()).isZero();
        List<String> lines = new ArrayList<>(sheet.lines());
        int heading = lines.indexOf("  timeline  + states  = copy  x disputes");
        if (heading < 0) {
            assertThat(sheet.out()).doesNotContain("timeline");
            return List.of();
        }
        return lines.subList(heading + 1, lines.size()).stream()
                .takeWhile(line -> !line.isBlank())
                .map(String::strip)
                .toList();
    }

    @Test
    void eachDayHasItsMarksAndWhatLiesBetweenIsCounted() throws IOException {
        article("2026-03-02", STATED);
        article("2026-03-02T15:00:00Z", STATED);
        article(Optional.of("2026-03-03"), STATED, 0);
        article("2026-03-05", DENIED);
        article("2026-03-09", STATED);
        article("2026-03-09", DENIED);
        article(Optional.empty(), STATED, count);

        assertThat(timeline())
                .containsExactly(
                        "2026-03-02  ++  2 state it",
                        "2026-03-03  =  1 copy",
                        "·",
                        "2026-03-05  x  1 disputes it",
                        "·  3 days",
                        "2026-03-09  +x  1 states it, 1 disputes it");
    }

    @Test
    void aYearFarOffHasNoPlace() throws IOException {
        article("2026-03-02", STATED);
        article("2026-03-04", STATED);
        article("+12345-01-01", STATED);

        assertThat(timeline()).containsExactly("2026-03-02  +  1 states it", "·", "2026-03-04  +  1 states it");
    }

    @Test
    void whatIsOfOneDayHasNoTimeline() throws IOException {
        article("2026-03-02", STATED);
        article("2026-03-02T15:00:00Z", STATED);

        assertThat(timeline()).isEmpty();
    }

    @Test
    void fortyFiveDaysAreToldByDaysAndOneMoreByMonths() throws IOException {
        LocalDate first = LocalDate.parse("2025-12-31");
        IntStream.range(0, 45).forEach(day -> article(first.plusDays(day).toString(), STATED));
        assertThat(timeline()).hasSize(45).contains("2025-12-31  +  1 states it", "2026-02-13  +  1 states it");

        article("2026-04-01", DENIED);
        assertThat(timeline())
                .as("marks of more than thirty are told in digits, and months between are not counted")
                .containsExactly(
                        "2025-12  +  1 states it",
                        "2026-01  +=x…  31 state it",
                        "2026-02  " + "+".repeat(13) + "  13 state it",
                        "2026-04  x  1 disputes it");
    }

    @Test
    void moreThanFortyFiveMonthsAreToldByYears() throws IOException {
        LocalDate first = LocalDate.parse("2021-01-15");
        IntStream.range(0, 46).forEach(month -> article(first.plusMonths(month).toString(), STATED));

        assertThat(timeline())
                .containsExactly(
                        "2021  ++++++++++++  12 state it",
                        "2022  ++++++++++++  12 state it",
                        "2023  ++++++++++++  12 state it",
                        "2024  ++++++++++  10 state it");
    }
}
