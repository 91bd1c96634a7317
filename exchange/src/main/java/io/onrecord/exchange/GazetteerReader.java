package io.onrecord.exchange;

import static io.onrecord.exchange.RecordFormatException.shown;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.onrecord.model.SpeakerKind;
import io.onrecord.speakers.Gazetteer;
import io.onrecord.speakers.Gazetteer.Entry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads lists of known people, states and organisations, UTF-8. Safe to call from any thread.
 *
 * <p><b>CSV</b> (RFC 4180), the columns named in the first line: {@code name}; perhaps {@code kind}, {@code aliases} (several with
 * {@code |} between them) and {@code description}; every other column is a knowledge base and holds ids of it, such as {@code
 * wikidata}. <b>JSON Lines</b>: objects with {@code name}, perhaps {@code kind}, {@code aliases} (a list) and {@code description}, and
 * {@code external} (an object: knowledge base to id). Kinds are those of records in any case, and {@code country}, {@code
 * government}, {@code organization}. An id may be written as the address that ends with it, as Wikidata's query service does.
 *
 * <p>Limits: two million entries, a thousand aliases each, a million characters a line or field.
 */
public final class GazetteerReader {

    private static final int ENTRIES = 2_000_000;
    private static final int ALIASES = 1000;
    private static final int LINE = 1_000_000;

    private static final List<String> FIELDS = List.of("name", "kind", "aliases", "description", "external");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String file;
    private final List<Entry> entries = new ArrayList<>();
    private long line;

    private GazetteerReader(String file) {
        this.file = file;
    }

    /**
     * Reads a file: CSV where its name ends in {@code .csv}, else JSON Lines.
     *
     * @throws GazetteerFormatException if the file is not such a list; the message says where and what
     * @throws IOException if it cannot be read
     */
    public static Gazetteer read(Path file) throws IOException {
        boolean csv = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return csv ? readCsv(file.toString(), in) : readJsonLines(file.toString(), in);
        }
    }

    /**
     * Reads CSV.
     *
     * @param name of the source, for messages
     * @param in is not closed
     */
    public static Gazetteer readCsv(String name, Reader in) throws IOException {
        return new GazetteerReader(name).csv(in);
    }

    /**
     * Reads JSON Lines.
     *
     * @param name of the source, for messages
     * @param in is not closed
     */
    public static Gazetteer readJsonLines(String name, Reader in) throws IOException {
        return new GazetteerReader(name)
                .jsonLines(in instanceof BufferedReader buffered ? buffered : new BufferedReader(in));
    }

    private Gazetteer csv(Reader in) throws IOException {
        line = 1;
        // Closing this one would close the reader of the caller.
        @SuppressWarnings("resource")
        CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().detectBomHeader(false).maxBufferSize(LINE).ofNamedCsvRecord(in);
        try {
            for (NamedCsvRecord row : rows) {
                line = row.getStartingLineNumber();
                add(row);
            }
        } catch (CsvParseException e) {
            throw new GazetteerFormatException(file, line, "not CSV from here on: " + shown(reason(e)), e);
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException ? notUtf8(e) : e.getCause();
        }
        return gazetteer();
    }

    private void add(NamedCsvRecord row) throws GazetteerFormatException {
        Map<String, String> fields = new TreeMap<>();
        row.getFieldsAsMap().forEach((column, value) -> {
            if (!value.isBlank()) {
                fields.put(column.replace("\ufeff", "").strip(), value.strip());
            }
        });
        if (fields.isEmpty()) {
            return;
        }
        String name = Optional.ofNullable(fields.remove("name"))
                .orElseThrow(() -> problem("the column 'name' is missing or empty here"));
        Optional<String> kind = Optional.ofNullable(fields.remove("kind"));
        Optional<String> description = Optional.ofNullable(fields.remove("description"));
        List<String> aliases = new ArrayList<>();
        for (String alias :
                Optional.ofNullable(fields.remove("aliases")).orElse("").split("\\|", -1)) {
            if (!alias.isBlank()) {
                aliases.add(alias.strip());
            }
        }
        add(name, aliases, kind, description, fields);
    }

    private Gazetteer jsonLines(BufferedReader in) throws IOException {
        try {
            for (Optional<String> json = next(in); json.isPresent(); json = next(in)) {
                if (!json.get().isBlank()) {
                    add(json.get());
                }
            }
        } catch (CharacterCodingException e) {
            throw notUtf8(e);
        }
        return gazetteer();
    }

    private Optional<String> next(BufferedReader in) throws IOException {
        line++;
        StringBuilder text = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return Optional.empty();
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (text.length() == LINE) {
                throw problem("a line of more than " + LINE + " characters: write one entry a line");
            }
            text.append((char) c);
        }
        return Optional.of(line == 1 ? text.toString().replace("\ufeff", "") : text.toString());
    }

    private void add(String json) throws GazetteerFormatException {
        try {
            Place entry = new Place(JSON.readTree(json), "").object();
            for (String field : entry.node().propertyNames()) {
                if (!FIELDS.contains(field)) {
                    throw problem("unknown field '" + shown(field) + "'; an entry has " + String.join(", ", FIELDS));
                }
            }
            add(
                    entry.get("name").string(),
                    entry.list("aliases", Place::string),
                    entry.string("kind"),
                    entry.string("description"),
                    entry.get("external").strings());
        } catch (JacksonException e) {
            throw new GazetteerFormatException(
                    file, line, "not a JSON object of one entry: " + shown(e.getOriginalMessage()), e);
        } catch (RecordFormatException e) {
            throw new GazetteerFormatException(file, line, String.valueOf(e.getMessage()), e);
        }
    }

    private void add(
            String name,
            List<String> aliases,
            Optional<String> kind,
            Optional<String> description,
            Map<String, String> external)
            throws GazetteerFormatException {
        if (aliases.size() > ALIASES) {
            throw problem(aliases.size() + " aliases, more than " + ALIASES + ", the limit for one entry");
        }
        if (entries.size() == ENTRIES) {
            throw problem("more than " + ENTRIES
                    + " entries, the limit for one list: leave out whom your articles do not name");
        }
        Map<String, String> ids = new TreeMap<>();
        external.forEach(
                (base, id) -> ids.put(base, id.startsWith("http") ? id.substring(id.lastIndexOf('/') + 1) : id));
        Optional<SpeakerKind> party = kind.isPresent() ? Optional.of(kind(kind.get())) : Optional.empty();
        try {
            entries.add(new Entry(name, aliases, party, description, ids));
        } catch (IllegalArgumentException e) {
            throw new GazetteerFormatException(file, line, shown(String.valueOf(e.getMessage())), e);
        }
    }

    private SpeakerKind kind(String written) throws GazetteerFormatException {
        String name = written.strip().toUpperCase(Locale.ROOT);
        switch (name) {
            case "COUNTRY", "GOVERNMENT" -> {
                return SpeakerKind.STATE;
            }
            case "ORGANIZATION" -> {
                return SpeakerKind.ORGANISATION;
            }
            default -> {
                for (SpeakerKind kind : SpeakerKind.values()) {
                    if (kind.name().equals(name)) {
                        return kind;
                    }
                }
                throw problem("'" + shown(written) + "' is no kind: write one of " + List.of(SpeakerKind.values())
                        + " or nothing");
            }
        }
    }

    private Gazetteer gazetteer() throws GazetteerFormatException {
        if (entries.isEmpty()) {
            throw new GazetteerFormatException(
                    file, 1, "no entries; expected a name and an id of a knowledge base each");
        }
        return Gazetteer.of(entries);
    }

    private GazetteerFormatException notUtf8(Exception cause) {
        return new GazetteerFormatException(file, line, "this line or a later one is not UTF-8", cause);
    }

    private GazetteerFormatException problem(String what) {
        return new GazetteerFormatException(file, line, what);
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
