package io.onrecord.reading.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the lines of one page in reading order where its program sets them across columns, row by row. Most programs set
 * column by column; then nothing is changed but that pieces of one line are joined again.
 */
final class PdfColumns {

    /** So many rows with pieces in the same columns make columns. */
    private static final int FEWEST_ROWS = 4;

    /** Columns are farther apart than this, in sizes of the letters; an indented line is not. */
    private static final float APART = 5;

    /** Pieces of running text are longer than those of tables, which are read row by row. */
    private static final int RUNNING_TEXT = 18;

    private static final float SAME_LINE = 1.5f;

    /** A gap within a line that is larger than this, in sizes of the letters, is none between two words. */
    private static final float WORD_GAP = 2.5f;

    private PdfColumns() {}

    /** The lines of one page, which come in the order of its program and cut at every larger gap. */
    static List<PdfLine> ordered(List<PdfLine> lines) {
        List<List<PdfLine>> rows = rows(lines);
        List<Float> columns = columns(rows);
        List<PdfLine> ordered = new ArrayList<>();
        List<List<PdfLine>> run = new ArrayList<>();
        for (List<PdfLine> row : rows) {
            if (columns.size() > 1 && fits(row, columns)) {
                run.add(row);
            } else {
                flush(run, columns, ordered);
                ordered.addAll(joined(row));
            }
        }
        flush(run, columns, ordered);
        return ordered;
    }

    /** Pieces on one base line, from left to right. */
    private static List<List<PdfLine>> rows(List<PdfLine> lines) {
        List<List<PdfLine>> rows = new ArrayList<>();
        PdfLine before = null;
        for (PdfLine line : lines) {
            boolean goesOn =
                    before != null && Math.abs(line.y() - before.y()) < SAME_LINE && line.left() > before.right();
            if (!goesOn) {
                rows.add(new ArrayList<>());
            }
            rows.get(rows.size() - 1).add(line);
            before = line;
        }
        return rows;
    }

    /** Left edges of the columns; none if the rows show none. */
    private static List<Float> columns(List<List<PdfLine>> rows) {
        List<PdfLine> pieces = new ArrayList<>();
        int several = 0;
        int length = 0;
        for (List<PdfLine> row : rows) {
            if (row.size() > 1) {
                several++;
                pieces.addAll(row);
                length += row.stream().mapToInt(piece -> piece.text().length()).sum();
            }
        }
        if (several < FEWEST_ROWS || length < RUNNING_TEXT * pieces.size()) {
            return List.of();
        }
        pieces.sort((a, b) -> Float.compare(a.left(), b.left()));
        List<Float> columns = new ArrayList<>();
        int members = 0;
        for (int i = 0; i < pieces.size(); i++) {
            PdfLine piece = pieces.get(i);
            if (columns.isEmpty() || piece.left() - columns.get(columns.size() - 1) > APART * piece.size()) {
                if (!columns.isEmpty() && members < FEWEST_ROWS) {
                    return List.of();
                }
                columns.add(piece.left());
                members = 0;
            }
            members++;
        }
        return members < FEWEST_ROWS ? List.of() : columns;
    }

    /** Whether each piece stays within one column. */
    private static boolean fits(List<PdfLine> row, List<Float> columns) {
        for (PdfLine piece : row) {
            int column = column(piece, columns);
            boolean crosses = column + 1 < columns.size() && piece.right() > columns.get(column + 1);
            if (column < 0 || crosses) {
                return false;
            }
        }
        return true;
    }

    private static int column(PdfLine piece, List<Float> columns) {
        int column = -1;
        while (column + 1 < columns.size() && piece.left() > columns.get(column + 1) - piece.size()) {
            column++;
        }
        return column;
    }

    private static void flush(List<List<PdfLine>> run, List<Float> columns, List<PdfLine> ordered) {
        for (int column = 0; column < columns.size(); column++) {
            for (List<PdfLine> row : run) {
                List<PdfLine> own = new ArrayList<>();
                for (PdfLine piece : row) {
                    if (column(piece, columns) == column) {
                        own.add(piece);
                    }
                }
                ordered.addAll(joined(own));
            }
        }
        run.clear();
    }

    /** Pieces of one line that only a wide space parts. */
    private static List<PdfLine> joined(List<PdfLine> pieces) {
        List<PdfLine> joined = new ArrayList<>();
        for (PdfLine piece : pieces) {
            PdfLine last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && piece.left() - last.right() <= WORD_GAP * Math.max(last.size(), piece.size())) {
                joined.set(joined.size() - 1, last.with(piece));
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }
}
