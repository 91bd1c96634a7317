package io.onrecord.exchange.annotation;

import io.onrecord.corrections.Anchor;
import io.onrecord.exchange.export.ExportItem;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Location;
import io.onrecord.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One text with its statements as an annotation tool shows it: an article's text, or its title, which is a sheet of its own
 * because it is no part of the text.
 *
 * @param record what it shows
 * @param in whether it is the text or the title
 * @param entries the statements there that can be shown, in the order of the record
 */
record Sheet(ArticleRecord record, Location in, List<Entry> entries) {

    private static final int LONGEST_NAME = 40;

    /**
     * A statement.
     *
     * @param statement as the record has it
     * @param marked as the sheet shows it
     */
    record Entry(Statement statement, Marked marked) {

        /** Its id and its state: what an import knows the exported statement by. */
        String base() {
            return statement.id() + ":" + marked.digest();
        }
    }

    Sheet {
        entries = List.copyOf(entries);
    }

    /** The sheets of an exported article: always one of the text, and one of the title where statements stand in it. */
    static List<Sheet> of(ExportItem item, Pieces pieces) {
        Sheet text = of(item.record(), item.statements(), Location.TEXT, pieces);
        Sheet title = item.record().article().metadata().title().isEmpty()
                ? new Sheet(item.record(), Location.TITLE, List.of())
                : of(item.record(), item.statements(), Location.TITLE, pieces);
        return title.entries().isEmpty() ? List.of(text) : List.of(text, title);
    }

    /** A sheet of a record; a statement of whose content the format can mark nothing visible is left out. */
    static Sheet of(ArticleRecord record, List<Statement> statements, Location in, Pieces pieces) {
        List<Entry> entries = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement.attribution().in() == in) {
                String text = record.textOf(in);
                Marked marked = Marked.of(statement, text, pieces);
                if (marked.content().stream().anyMatch(piece -> !piece.of(text).isBlank())) {
                    entries.add(new Entry(statement, marked));
                }
            }
        }
        return new Sheet(record, in, entries);
    }

    String text() {
        return record.textOf(in);
    }

    Article article() {
        return record.article();
    }

    /** Digest of the sheet's text. */
    String digest() {
        return Anchor.digest(text());
    }

    /** The exported statements with their states, space between. */
    String bases() {
        return entries.stream().map(Entry::base).collect(Collectors.joining(" "));
    }

    /** Name of its files, without an ending: words of the title or address, then the article's id. */
    String name() {
        String words = article().metadata().title().orElse(article().address());
        String plain = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST_NAME)).replaceAll("^-|-$", "");
        String name = cut.isEmpty() ? article().id() : cut + "-" + article().id();
        return in == Location.TITLE ? name + "-title" : name;
    }

    /** The name of a location in files. */
    static String code(Location in) {
        return in.name().toLowerCase(Locale.ROOT);
    }

    /** The location of a name in files; empty if it is none. */
    static Optional<Location> location(String code) {
        for (Location in : Location.values()) {
            if (code(in).equals(code)) {
                return Optional.of(in);
            }
        }
        return Optional.empty();
    }
}
