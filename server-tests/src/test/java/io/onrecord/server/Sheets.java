package io.onrecord.server;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of lists, read back: rows as the words of their cells by the names of their columns, without those that are empty. */
final class Sheets {

    private static final JsonMapper JSON = new JsonMapper();

    private Sheets() {}

    /**
     * The rows of a file.
     *
     * @param folder for what has to be a file
     */
    static List<Map<String, String>> rows(String format, byte[] file, Path folder) throws IOException {
        return switch (format) {
            case "csv" -> csv(new String(file, StandardCharsets.UTF_8));
            case "jsonl" -> jsonl(new String(file, StandardCharsets.UTF_8));
            case "xlsx" -> xlsx(Files.write(folder.resolve("list.xlsx"), file));
            case "parquet" -> parquet(Files.write(folder.resolve("list.parquet"), file));
            default -> throw new IllegalArgumentException(format + " has no rows");
        };
    }

    private static Map<String, String> row(List<String> header, List<String> cells) {
        Map<String, String> row = new TreeMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (i < cells.size() && !cells.get(i).isEmpty()) {
                row.put(header.get(i), cells.get(i));
            }
        }
        return row;
    }

    private static List<Map<String, String>> csv(String text) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
            List<String> header = null;
            for (CsvRecord record : reader) {
                if (header == null) {
                    header = record.getFields();
                } else {
                    rows.add(row(header, record.getFields()));
                }
            }
        }
        return rows;
    }

    private static List<Map<String, String>> jsonl(String text) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (!line.isEmpty()) {
                Map<String, String> row = new TreeMap<>();
                JSON.readTree(line).properties().forEach(cell -> row.put(cell.getKey(), words(cell.getValue())));
                row.values().removeIf(String::isEmpty);
                rows.add(row);
            }
        }
        return rows;
    }

    /** Lists and objects as JSON. */
    static String words(JsonNode value) {
        return value.isContainer() ? value.toString() : value.asString();
    }

    private static List<Map<String, String>> xlsx(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return sheet(new ByteArrayInputStream(in.readAllBytes()));
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static List<Map<String, String>> sheet(InputStream in) throws XMLStreamException {
        XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
        List<Map<Integer, String>> rows = new ArrayList<>();
        int column = 0;
        String type = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "row" -> rows.add(new LinkedHashMap<>());
                case "c" -> {
                    column = column(xml.getAttributeValue(null, "r"));
                    type = String.valueOf(xml.getAttributeValue(null, "t"));
                }
                case "t" -> rows.get(rows.size() - 1).merge(column, xml.getElementText(), String::concat);
                case "v" -> {
                    String value = xml.getElementText();
                    rows.get(rows.size() - 1).put(column, type.equals("b") ? String.valueOf(value.equals("1")) : value);
                }
                default -> {
                    // What cells look like.
                }
            }
        }
        Map<Integer, String> header = rows.get(0);
        return rows.subList(1, rows.size()).stream()
                .map(cells -> {
                    Map<String, String> row = new TreeMap<>();
                    cells.forEach((at, words) -> row.put(header.get(at), words));
                    row.values().removeIf(String::isEmpty);
                    return row;
                })
                .toList();
    }

    /** {@code AB12} is column 27. */
    private static int column(String cell) {
        int column = 0;
        for (int i = 0; i < cell.length() && Character.isLetter(cell.charAt(i)); i++) {
            column = column * 26 + cell.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    private static List<Map<String, String>> parquet(Path file) throws IOException {
        Hydrator<Map<String, String>, Map<String, String>, String[]> hydrator = new Hydrator<>() {
            @Override
            public Map<String, String> start() {
                return new TreeMap<>();
            }

            @Override
            public Map<String, String> add(Map<String, String> row, String[] path, Object value) {
                if (value != null && !String.valueOf(value).isEmpty()) {
                    row.put(path[0], String.valueOf(value));
                }
                return row;
            }

            @Override
            public Map<String, String> finish(Map<String, String> row) {
                return row;
            }
        };
        try (Stream<Map<String, String>> rows = ParquetReader.streamContent(file.toFile(), hydrator)) {
            return rows.toList();
        }
    }
}
