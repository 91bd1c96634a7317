package io.onrecord.exchange.export;

import io.onrecord.exchange.RecordJson.Offsets;
import io.onrecord.model.Resolution.Resolved;
import io.onrecord.model.Speaker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of speakers. */
final class SpeakerTable {

    private SpeakerTable() {}

    /** What a row is made of. */
    private record Line(Opened opened, Speaker speaker, long statements) {}

    static RecordTable of() {
        List<Field<Line>> fields = new ArrayList<>(List.of(
                Field.text("speaker_id", "Id of the speaker, within the article", line -> Cell.of(line.speaker.id())),
                Field.text("name", "The fullest name in the article", line -> Cell.of(line.speaker.name())),
                Field.text(
                        "kind",
                        "PERSON, STATE, ORGANISATION, …",
                        line -> Cell.of(line.speaker.kind().name())),
                Field.json(
                        "roles",
                        "What the article says the speaker is: title and of, a list",
                        line -> StatementTable.roles(line.speaker.roles())),
                Field.json(
                        "descriptions",
                        "Phrases that describe the speaker, a list",
                        line -> Json.strings(line.speaker.descriptions())),
                Field.json("aliases", "Other names, a list", line -> Json.strings(line.speaker.aliases())),
                Field.json(
                        "external",
                        "Ids of knowledge bases, by the base's name",
                        line -> Json.object(line.speaker.external())),
                Field.whole(
                        "count",
                        "How many they are, where the article gives a number",
                        line -> Cell.of(line.speaker.count())),
                Field.whole(
                        "statements",
                        "How many statements are theirs, of those exported",
                        line -> Cell.of(line.statements)),
                Field.text(
                        "identity_id",
                        "Who the speaker is over articles",
                        line -> Cell.of(line.opened.identity(line.speaker.id()).map(ExportItem.Known::id))),
                Field.text(
                        "identity",
                        "Name of that one",
                        line -> Cell.of(line.opened.identity(line.speaker.id()).map(ExportItem.Known::name)))));
        fields.addAll(ArticleFields.head(line -> line.opened.item().record()));
        fields.addAll(ArticleFields.tail(line -> line.opened.item().record()));
        return new ItemTable<>("speakers", fields, SpeakerTable::lines);
    }

    private static List<Line> lines(ExportItem item) {
        Map<String, Long> counts = new HashMap<>();
        item.statements()
                .forEach(statement -> Opened.resolved(statement)
                        .map(Resolved::speakerId)
                        .ifPresent(id -> counts.merge(id, 1L, Long::sum)));
        Opened opened = new Opened(item, Offsets.CODE_POINT);
        return item.record().speakers().stream()
                .filter(speaker -> item.whole() || counts.containsKey(speaker.id()))
                .map(speaker -> new Line(opened, speaker, counts.getOrDefault(speaker.id(), 0L)))
                .toList();
    }
}
