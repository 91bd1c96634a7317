package io.onrecord.exchange.export;

import io.onrecord.speakers.Identity;
import java.util.List;

/** The table of those who are the same over articles. */
public final class IdentityTable {

    private static final List<Field<Identity>> FIELDS = List.of(
            Field.text("identity_id", "Id of the identity", identity -> Cell.of(identity.id())),
            Field.text("name", "The fullest of their names", identity -> Cell.of(identity.name())),
            Field.text(
                    "kind",
                    "PERSON, STATE, ORGANISATION, …",
                    identity -> Cell.of(identity.kind().name())),
            Field.json("aliases", "Their other names, a list", identity -> Json.strings(identity.aliases())),
            Field.json(
                    "external",
                    "Ids of knowledge bases, by the base's name",
                    identity -> Json.object(identity.external())),
            Field.whole(
                    "articles",
                    "How many articles have them",
                    identity -> Cell.of(identity.members().stream()
                            .map(Identity.Member::articleId)
                            .distinct()
                            .count())),
            Field.whole(
                    "speakers",
                    "How many speakers of articles they are",
                    identity -> Cell.of(identity.members().size())),
            Field.json(
                    "members",
                    "Those speakers, the earliest first: article_id and speaker_id, a list",
                    IdentityTable::members));

    private static final Table TABLE =
            new Table("identities", FIELDS.stream().map(Field::column).toList());

    private IdentityTable() {}

    /** Its columns. */
    public static Table table() {
        return TABLE;
    }

    /**
     * The row of an identity.
     *
     * @throws UnfitRecordException if a text is not valid Unicode
     */
    public static Row row(Identity identity) {
        return Field.row(FIELDS, identity);
    }

    private static Cell members(Identity identity) {
        return Cell.of(Json.write(out -> {
            out.writeStartArray();
            for (Identity.Member member : identity.members()) {
                out.writeStartObject();
                out.writeStringProperty("article_id", member.articleId());
                out.writeStringProperty("speaker_id", member.speakerId());
                out.writeEndObject();
            }
            out.writeEndArray();
        }));
    }
}
