package io.onrecord.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.speakers.Gazetteer;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerReaderTest {

    @TempDir
    Path folder;

    @Test
    void csvAndJsonLinesGiveTheSameEntries() throws IOException {
        Path csv = Files.writeString(folder.resolve("people.csv"), """
                \ufeffname,kind,aliases,description,wikidata,viaf
                "Orell, Ana",person,Ana Orell|A. M. Orell,Avenian politician,http://www.wikidata.org/entity/Q1,77
                Nordal Salt,Organization,,,Q2,

                """);
        Path jsonLines = Files.writeString(folder.resolve("people.jsonl"), """
                {"name": "Orell, Ana", "kind": "PERSON", "aliases": ["Ana Orell", "A. M. Orell"], \
                "description": "Avenian politician", "external": {"wikidata": "Q1", "viaf": "77"}}

                {"name": "Nordal Salt", "kind": "ORGANISATION", "external": {"wikidata": "Q2"}}
                """);
        for (Path file : List.of(csv, jsonLines)) {
            Gazetteer gazetteer = GazetteerReader.read(file);
            assertThat(gazetteer.size()).isEqualTo(2);
            assertThat(gazetteer.find(speaker("Ana Orell", SpeakerKind.PERSON)))
                    .map(Gazetteer.Entry::external)
                    .contains(Map.of("wikidata", "Q1", "viaf", "77"));
            assertThat(gazetteer.find(speaker("Nordal Salt", SpeakerKind.PERSON)))
                    .as("of another kind")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "name,wikidata/Ana Orell,Q1/,Q2; list:3: the column 'name' is missing or empty here",
                "name,wikidata/Ana Orell,; list:2: the entry 'Ana Orell' needs an id of a knowledge base",
                "name,kind,wikidata/Ana Orell,robot,Q1; list:2: 'robot' is no kind",
                "name,wikidata; list:1: no entries"
            })
    void aBadTableIsToldByFileAndLine(String csv, String message) {
        assertThatThrownBy(() -> GazetteerReader.readCsv("list", new StringReader(csv.replace('/', '\n'))))
                .isInstanceOf(GazetteerFormatException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "{`name`: `Ana`; list:2: not a JSON object of one entry",
                "[]; list:2: expected an object, found a list",
                "{`name`: `Ana`}; list:2: the field 'external' is missing",
                "{`name`: 7, `external`: {}}; list:2: at /name: expected a string, found 7",
                "{`name`: `Ana`, `age`: 7}; list:2: unknown field 'age'; an entry has",
                "{`name`: ` `, `external`: {`wikidata`: `Q1`}}; list:2: the names of an entry must not be blank"
            })
    void aBadLineIsToldByFileAndLine(String json, String message) {
        assertThatThrownBy(() -> GazetteerReader.readJsonLines("list", new StringReader("\n" + json.replace('`', '"'))))
                .isInstanceOf(GazetteerFormatException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void whatIsNotUtf8IsRefused() throws IOException {
        byte[] latin = "name,wikidata\nJosé Orell,Q1\n".getBytes(StandardCharsets.ISO_8859_1);
        for (String name : List.of("list.csv", "list.jsonl")) {
            Path file = Files.write(folder.resolve(name), latin);
            assertThatThrownBy(() -> GazetteerReader.read(file))
                    .isInstanceOf(GazetteerFormatException.class)
                    .hasMessageContaining("not UTF-8");
        }
    }

    private static Speaker speaker(String name, SpeakerKind kind) {
        return new Speaker("1", name, kind, List.of(), List.of(), List.of(), Map.of());
    }
}
