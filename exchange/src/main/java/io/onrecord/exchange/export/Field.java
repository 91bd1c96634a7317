package io.onrecord.exchange.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A column and where its cells come from.
 *
 * @param <T> what a row is made of
 */
record Field<T>(Column column, Function<T, Cell> cell) {

    static <T> Field<T> text(String name, String about, Function<T, Cell> cell) {
        return new Field<>(new Column(name, Column.Type.TEXT, about), cell);
    }

    static <T> Field<T> whole(String name, String about, Function<T, Cell> cell) {
        return new Field<>(new Column(name, Column.Type.WHOLE, about), cell);
    }

    static <T> Field<T> real(String name, String about, Function<T, Cell> cell) {
        return new Field<>(new Column(name, Column.Type.REAL, about), cell);
    }

    static <T> Field<T> flag(String name, String about, Function<T, Cell> cell) {
        return new Field<>(new Column(name, Column.Type.FLAG, about), cell);
    }

    static <T> Field<T> json(String name, String about, Function<T, Cell> cell) {
        return new Field<>(new Column(name, Column.Type.JSON, about), cell);
    }

    /**
     * One row.
     *
     * @throws UnfitRecordException if a text is not valid Unicode
     */
    static <T> Row row(List<Field<T>> fields, T part) {
        List<Cell> cells = new ArrayList<>(fields.size());
        for (Field<T> field : fields) {
            Cell cell = field.cell.apply(part);
            if (cell instanceof Cell.Text text) {
                checkUnicode(text.value(), field.column.name());
            }
            cells.add(cell);
        }
        return new Row(cells);
    }

    /** UTF-8 has no form for a lone surrogate; what would come out is another text. */
    private static void checkUnicode(String text, String column) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            throw new UnfitRecordException("the column " + column + ", '" + UnfitRecordException.shown(text)
                    + "', has a lone surrogate at UTF-16 offset " + i
                    + " and is not valid Unicode; read the article again from input that is");
        }
    }
}
