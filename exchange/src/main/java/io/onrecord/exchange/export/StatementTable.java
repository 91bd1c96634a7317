package io.onrecord.exchange.export;

import io.onrecord.model.Attribution;
import io.onrecord.model.Location;
import io.onrecord.model.Resolution;
import io.onrecord.model.Resolution.Resolved;
import io.onrecord.model.Role;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.model.StatementDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The columns of statements. */
final class StatementTable {

    private StatementTable() {}

    /** What a row is made of. */
    private record Line(Opened opened, Statement statement) {
        Attribution words() {
            return statement.attribution();
        }

        Places places() {
            return opened.places(words().in());
        }

        Optional<Resolved> resolved() {
            return Opened.resolved(statement);
        }

        Optional<Speaker> speaker() {
            return resolved().map(found -> opened.speaker(found.speakerId()));
        }

        Optional<ExportItem.Known> identity() {
            return resolved().flatMap(found -> opened.identity(found.speakerId()));
        }
    }

    static RecordTable of(ExportOptions options) {
        List<Field<Line>> fields = new ArrayList<>();
        fields.add(Field.text("statement_id", "Id of the statement", line -> Cell.of(line.statement.id())));
        fields.addAll(ArticleFields.head(line -> line.opened.item().record()));
        fields.addAll(readable());
        fields.addAll(speaker());
        fields.addAll(around(options));
        fields.addAll(places(options));
        fields.addAll(confidence());
        fields.addAll(ArticleFields.tail(line -> line.opened.item().record()));
        return new ItemTable<>("statements", fields, item -> lines(item, options));
    }

    private static List<Line> lines(ExportItem item, ExportOptions options) {
        Opened opened = new Opened(item, options.offsets());
        return item.statements().stream()
                .map(statement -> new Line(opened, statement))
                .toList();
    }

    /** What a person reads. */
    private static List<Field<Line>> readable() {
        return List.of(
                Field.text(
                        "speaker",
                        "Name of whom the source stands for",
                        line -> Cell.of(line.resolved().map(Resolved::name))),
                Field.text(
                        "stance",
                        "What the cue does with the content",
                        line -> Cell.of(line.statement
                                .stance()
                                .map(reading -> reading.stance().name()))),
                flag("negated", "Whether the cue is negated: did not say", StanceReading::negated),
                flag("hypothetical", "Whether it is only possible: would say", StanceReading::hypothetical),
                Field.text(
                        "source",
                        "The words that name who said it",
                        line -> line.places().words(line.words().source())),
                Field.text(
                        "cue",
                        "The reporting words",
                        line -> line.places().words(line.words().cue())),
                Field.text(
                        "content",
                        "The words that are stated",
                        line -> line.places().words(line.words().content())),
                Field.text(
                        "addressee",
                        "The words that name whom it was said to",
                        line -> line.places().words(line.statement.addressee())),
                Field.text(
                        "form",
                        "DIRECT, INDIRECT or MIXED: whether the content is quoted",
                        line -> Cell.of(line.words().form().name())),
                date("date", "When it was said, ISO 8601 to its precision", StatementDate::value),
                date(
                        "date_precision",
                        "DAY, MONTH or YEAR",
                        date -> date.precision().name()),
                date(
                        "date_basis",
                        "ON_TEXT (words give it) or PUBLISHED (the article's date)",
                        date -> date.basis().name()),
                Field.text(
                        "date_words",
                        "The words that give it",
                        line -> Cell.of(line.statement.date().flatMap(StatementDate::text))),
                Field.real(
                        "confidence",
                        "How sure the statement is, 0 to 1",
                        line -> Cell.of(line.words().confidence().statement())));
    }

    private static Field<Line> flag(String name, String about, Function<StanceReading, Boolean> value) {
        return Field.flag(
                name,
                about,
                line -> line.statement
                        .stance()
                        .map(reading -> Cell.of(value.apply(reading)))
                        .orElse(Cell.Absent.ABSENT));
    }

    private static Field<Line> date(String name, String about, Function<StatementDate, String> value) {
        return Field.text(name, about, line -> Cell.of(line.statement.date().map(value)));
    }

    private static List<Field<Line>> speaker() {
        return List.of(
                Field.text(
                        "speaker_id",
                        "Id of the speaker, within the article",
                        line -> Cell.of(line.resolved().map(Resolved::speakerId))),
                Field.text(
                        "speaker_kind",
                        "PERSON, STATE, ORGANISATION, …",
                        line -> Cell.of(
                                line.speaker().map(speaker -> speaker.kind().name()))),
                Field.json(
                        "speaker_roles",
                        "What the article says the speaker is: title and of, a list",
                        line -> line.speaker()
                                .map(speaker -> roles(speaker.roles()))
                                .orElse(Cell.Absent.ABSENT)),
                Field.json(
                        "speaker_external",
                        "Ids of knowledge bases, by the base's name",
                        line -> line.speaker()
                                .map(speaker -> Json.object(speaker.external()))
                                .orElse(Cell.Absent.ABSENT)),
                Field.text(
                        "speaker_via",
                        "The rule that found the speaker",
                        line -> Cell.of(line.resolved().map(Resolved::via))),
                Field.real(
                        "speaker_confidence",
                        "How sure the speaker is, 0 to 1",
                        line -> Cell.ofReal(line.resolved().map(Resolved::confidence))),
                Field.text(
                        "speaker_why",
                        "Why it is this speaker",
                        line -> Cell.of(line.resolved().map(Resolved::why))),
                Field.text(
                        "unresolved",
                        "Why there is no speaker",
                        line -> Cell.of(
                                line.statement.speaker() instanceof Resolution.Unresolved none
                                        ? Optional.of(none.reason())
                                        : Optional.empty())),
                Field.text(
                        "identity_id",
                        "Who the speaker is over articles",
                        line -> Cell.of(line.identity().map(ExportItem.Known::id))),
                Field.text(
                        "identity",
                        "Name of that one",
                        line -> Cell.of(line.identity().map(ExportItem.Known::name))));
    }

    /** A list of {@code {"title":…,"of":…}}. */
    static Cell roles(List<Role> roles) {
        return roles.isEmpty()
                ? Cell.Absent.ABSENT
                : Cell.of(Json.write(out -> {
                    out.writeStartArray();
                    for (Role role : roles) {
                        out.writeStartObject();
                        out.writeStringProperty("title", role.title());
                        role.of().ifPresent(of -> out.writeStringProperty("of", of));
                        out.writeEndObject();
                    }
                    out.writeEndArray();
                }));
    }

    private static List<Field<Line>> around(ExportOptions options) {
        List<Field<Line>> fields = new ArrayList<>(List.of(
                Field.text(
                        "within",
                        "Id of the statement that reports this one",
                        line -> Cell.of(line.statement.within())),
                Field.text(
                        "within_speaker",
                        "Name of who says that one",
                        line -> Cell.of(line.statement
                                .within()
                                .flatMap(outer -> Opened.resolved(line.opened.statement(outer)))
                                .map(Resolved::name))),
                Field.json(
                        "about",
                        "Names of the speakers named inside the content, a list",
                        line -> Json.strings(line.statement.about().stream()
                                .map(id -> line.opened.speaker(id).name())
                                .toList())),
                Field.json("about_ids", "Their ids, in the same order", line -> Json.strings(line.statement.about())),
                Field.flag(
                        "furniture",
                        "Whether it stands in page furniture",
                        line -> Cell.of(line.statement.furniture())),
                Field.flag(
                        "corrected",
                        "Whether a person has corrected it",
                        line -> Cell.of(line.opened.item().context().corrected().contains(line.statement.id()))),
                Field.text(
                        "location",
                        "text or title: what the offsets refer to",
                        line -> Cell.of(line.words().in().name().toLowerCase(Locale.ROOT))),
                Field.whole(
                        "paragraph",
                        "Number of the paragraph where the content begins, from 1",
                        line -> Cell.of(
                                paragraph(line).isPresent()
                                        ? OptionalInt.of(paragraph(line).getAsInt() + 1)
                                        : OptionalInt.empty()))));
        if (options.withText()) {
            fields.add(Field.text(
                    "paragraph_text",
                    "That paragraph",
                    line -> Cell.of(
                            paragraph(line).isPresent()
                                    ? Optional.of(paragraphs(line)
                                            .get(paragraph(line).getAsInt())
                                            .of(text(line)))
                                    : Optional.empty())));
        }
        return fields;
    }

    private static List<Span> paragraphs(Line line) {
        return line.opened.item().record().article().text().paragraphs();
    }

    private static String text(Line line) {
        return line.opened.item().record().article().text().value();
    }

    /** Which paragraph, from 0; none for the title, or for words between paragraphs. */
    private static OptionalInt paragraph(Line line) {
        if (line.words().in() == Location.TITLE) {
            return OptionalInt.empty();
        }
        List<Span> paragraphs = paragraphs(line);
        int start = line.words().content().get(0).start();
        int low = 0;
        int high = paragraphs.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span span = paragraphs.get(middle);
            if (start < span.start()) {
                high = middle - 1;
            } else if (start >= span.end()) {
                low = middle + 1;
            } else {
                return OptionalInt.of(middle);
            }
        }
        return OptionalInt.empty();
    }

    private static List<Field<Line>> places(ExportOptions options) {
        List<Field<Line>> fields = new ArrayList<>();
        fields.add(Field.text(
                "offsets",
                "What the offsets count: codepoint or utf16",
                line -> Cell.of(options.offsets().code())));
        fields.add(Field.whole(
                "start",
                "Where the first of its words stands",
                line -> Cell.of(line.places().at(line.words().start()))));
        fields.add(Field.whole(
                "end",
                "Behind the last of its words",
                line -> Cell.of(line.places().at(line.words().end()))));
        fields.addAll(part("source", line -> line.words().source()));
        fields.addAll(part("cue", line -> line.words().cue()));
        fields.addAll(part("content", line -> line.words().content()));
        fields.addAll(part("addressee", line -> line.statement.addressee()));
        return fields;
    }

    private static List<Field<Line>> part(String name, Function<Line, List<Span>> spans) {
        return List.of(
                Field.whole(
                        name + "_start",
                        "Where the " + name + " begins",
                        line -> line.places().start(spans.apply(line))),
                Field.whole(
                        name + "_end", "Where it ends", line -> line.places().end(spans.apply(line))),
                Field.json(
                        name + "_spans",
                        "All its pieces: [[start,end],…]",
                        line -> line.places().spans(spans.apply(line))));
    }

    private static List<Field<Line>> confidence() {
        return List.of(
                Field.real(
                        "source_confidence",
                        "How sure the source spans are",
                        line -> Cell.ofReal(line.words().confidence().source())),
                Field.real(
                        "cue_confidence",
                        "How sure the cue spans are",
                        line -> Cell.ofReal(line.words().confidence().cue())),
                Field.real(
                        "content_confidence",
                        "How sure the content spans are",
                        line -> Cell.of(line.words().confidence().content())));
    }
}
