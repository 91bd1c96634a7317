package io.onrecord.evaluation;

import static io.onrecord.evaluation.GoldFormatException.shown;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads date expressions as TimeBank marks them: a line each, with tabs between the expression, its type and its value.
 * Empty lines part the documents; the first line of each has its date as its value.
 */
final class TimexFile {

    private static final int FIELDS = 3;
    private static final int DATE_LENGTH = 10;

    private final Path file;
    private final List<Document> documents = new ArrayList<>();

    private TimexFile(Path file) {
        this.file = file;
    }

    /**
     * One text.
     *
     * @param date when it was written
     * @param expressions in its order, without that date itself
     */
    record Document(LocalDate date, List<Timex> expressions) {}

    /**
     * One expression.
     *
     * @param words without the sentence around them
     * @param value TIMEX3, such as {@code 1989-11} or {@code P2W}
     */
    record Timex(String words, String value) {

        /** What an expression stands for. */
        enum Kind {
            CALENDAR,
            REFERENCE,
            /** A duration, or something that comes again. */
            NO_DATE
        }

        /** By its value: TimeBank calls some quarters durations. */
        Kind kind() {
            if (value.endsWith("_REF")) {
                return Kind.REFERENCE;
            }
            return Character.isDigit(value.charAt(0)) ? Kind.CALENDAR : Kind.NO_DATE;
        }
    }

    /** All documents of a file, in its order. */
    static List<Document> read(Path file) throws IOException {
        TimexFile reader = new TimexFile(file);
        reader.readAll();
        return reader.documents;
    }

    private void readAll() throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new GoldFormatException(file, "not UTF-8");
        }
        List<Timex> expressions = new ArrayList<>();
        boolean begins = true;
        for (int i = 0; i < lines.size(); i++) {
            String line =
                    i == 0 && lines.get(i).startsWith("\ufeff") ? lines.get(i).substring(1) : lines.get(i);
            if (line.isBlank()) {
                begins = true;
                continue;
            }
            Timex timex = timex(line, i + 1);
            if (begins) {
                expressions = new ArrayList<>();
                documents.add(new Document(date(timex.value(), i + 1), expressions));
                begins = false;
            } else {
                expressions.add(timex);
            }
        }
        if (documents.isEmpty()) {
            throw new GoldFormatException(
                    file, "no documents; expected lines of an expression, its type and its value");
        }
    }

    private Timex timex(String line, int number) throws GoldFormatException {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS || fields[0].isBlank() || fields[2].isBlank()) {
            throw new GoldFormatException(
                    file,
                    number,
                    "expected an expression, its type and its value, with tabs between them, not '" + shown(line)
                            + "'");
        }
        return new Timex(fields[0], fields[2]);
    }

    private LocalDate date(String value, int number) throws GoldFormatException {
        try {
            return LocalDate.parse(value.substring(0, Math.min(DATE_LENGTH, value.length())));
        } catch (DateTimeException e) {
            throw new GoldFormatException(
                    file, number, "the first line of a document has its date, not '" + shown(value) + "'", e);
        }
    }
}
