package io.onrecord.evaluation;

import io.onrecord.model.Article;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Metadata;
import io.onrecord.model.Span;
import io.onrecord.text.Layout;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads pronouns with two names each (GAP, Webster et al. 2018): lines of columns with a tab between them, the first line
 * their names: id, text, pronoun, its offset, name A, its offset, whether the pronoun stands for it, the same of B. Offsets
 * count code points.
 */
final class GapFile {

    private static final int COLUMNS = 10;

    /**
     * A pronoun and two names.
     *
     * @param article the text, as an article of its own
     * @param feminine whether the pronoun is
     */
    record Case(Article article, Span pronoun, boolean feminine, Span a, boolean isA, Span b, boolean isB) {}

    private GapFile() {}

    static List<Case> read(Path file) throws IOException {
        List<Case> cases = new ArrayList<>();
        int number = 1;
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                String[] columns = line.split("\t", -1);
                if (columns.length < COLUMNS) {
                    throw new GoldFormatException(
                            file,
                            number,
                            columns.length + " columns; expected " + COLUMNS + " with a tab between them");
                }
                cases.add(parse(columns));
            }
        } catch (CharacterCodingException e) {
            throw new GoldFormatException(file, number + 1, "this line or a later one is not UTF-8", e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new GoldFormatException(
                    file, number, GoldFormatException.shown("not a pronoun with two names: " + e.getMessage()), e);
        }
        if (cases.isEmpty()) {
            throw new GoldFormatException(file, "no pronouns; expected a line of column names, then one a line");
        }
        return cases;
    }

    private static Case parse(String[] columns) {
        CodePoints points = CodePoints.of(columns[1]);
        String pronoun = columns[2].toLowerCase(Locale.ROOT);
        return new Case(
                Article.of(columns[0], Layout.of(columns[1]).text(columns[1]), Metadata.NONE),
                span(points, columns[3], columns[2]),
                pronoun.equals("she") || pronoun.startsWith("her"),
                span(points, columns[5], columns[4]),
                Boolean.parseBoolean(columns[6]),
                span(points, columns[8], columns[7]),
                Boolean.parseBoolean(columns[9]));
    }

    private static Span span(CodePoints points, String start, String words) {
        int from = Integer.parseInt(start);
        return new Span(points.toUtf16(from), points.toUtf16(from + words.codePointCount(0, words.length())));
    }
}
