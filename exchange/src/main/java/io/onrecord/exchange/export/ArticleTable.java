package io.onrecord.exchange.export;

import java.util.ArrayList;
import java.util.List;

/** The columns of articles. */
final class ArticleTable {

    private ArticleTable() {}

    static RecordTable of(ExportOptions options) {
        List<Field<ExportItem>> fields = new ArrayList<>(ArticleFields.head(ExportItem::record));
        fields.addAll(List.of(
                Field.whole(
                        "statements",
                        "How many statements it has, of those exported",
                        item -> Cell.of(item.statements().size())),
                Field.whole(
                        "speakers",
                        "How many speakers it has",
                        item -> Cell.of(item.record().speakers().size())),
                Field.whole(
                        "disputes",
                        "How many disputes between its statements",
                        item -> Cell.of(item.record().disputes().size())),
                Field.whole(
                        "paragraphs",
                        "How many paragraphs it has",
                        item -> Cell.of(
                                item.record().article().text().paragraphs().size())),
                Field.text(
                        "offsets",
                        "What the length counts: codepoint or utf16",
                        item -> Cell.of(options.offsets().code())),
                Field.whole(
                        "length",
                        "Length of its text",
                        item -> Cell.of(
                                new Places(item.record().article().text().value(), options.offsets()).length())),
                Field.text(
                        "kept_at",
                        "When this version was first kept",
                        item -> Cell.of(item.context().keptAt())),
                Field.text(
                        "newer_than",
                        "Id of the version before it",
                        item -> Cell.of(item.context().newerThan())),
                Field.text(
                        "newer",
                        "Id of the version after it",
                        item -> Cell.of(item.context().newer())),
                Field.json(
                        "found_in",
                        "Where outlet, title, authors, language and agency were found",
                        item -> Json.object(item.record().article().metadata().from()))));
        fields.addAll(ArticleFields.tail(ExportItem::record));
        if (options.withText()) {
            fields.add(Field.text(
                    "text",
                    "Its text",
                    item -> Cell.of(item.record().article().text().value())));
        }
        return new ItemTable<>("articles", fields, List::of);
    }
}
