package io.onrecord.exchange.export;

import io.onrecord.exchange.RecordJson.Offsets;
import io.onrecord.model.Location;
import io.onrecord.model.Resolution;
import io.onrecord.model.Speaker;
import io.onrecord.model.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One article with what rows of it look up: its speakers, its statements, its places. */
final class Opened {

    private final ExportItem item;
    private final Map<String, Speaker> speakers = new HashMap<>();
    private final Map<String, Statement> statements = new HashMap<>();
    private final Places text;
    private final Places title;

    Opened(ExportItem item, Offsets unit) {
        this.item = item;
        item.record().speakers().forEach(speaker -> speakers.put(speaker.id(), speaker));
        item.record().statements().forEach(statement -> statements.put(statement.id(), statement));
        this.text = new Places(item.record().article().text().value(), unit);
        this.title = new Places(item.record().article().metadata().title().orElse(""), unit);
    }

    ExportItem item() {
        return item;
    }

    Places places(Location in) {
        return in == Location.TITLE ? title : text;
    }

    /** A speaker of the record, which has everyone its statements name. */
    Speaker speaker(String id) {
        return Objects.requireNonNull(speakers.get(id), id);
    }

    /** A statement of the record, which has all that its disputes name. */
    Statement statement(String id) {
        return Objects.requireNonNull(statements.get(id), id);
    }

    /** A statement that the record may have. */
    Optional<Statement> find(String id) {
        return Optional.ofNullable(statements.get(id));
    }

    Optional<ExportItem.Known> identity(String speakerId) {
        return Optional.ofNullable(item.context().identities().get(speakerId));
    }

    static Optional<Resolution.Resolved> resolved(Statement statement) {
        return statement.speaker() instanceof Resolution.Resolved resolved ? Optional.of(resolved) : Optional.empty();
    }
}
