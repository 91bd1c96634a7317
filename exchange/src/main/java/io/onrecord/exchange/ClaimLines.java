package io.onrecord.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.onrecord.claims.ClaimSummary;
import io.onrecord.claims.ClaimView;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Claims as lines for programs. Pure functions, for any number of threads. */
public final class ClaimLines {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();

    private static final List<String> COLUMNS = List.of(
            "claim_id",
            "claim",
            "part",
            "published",
            "outlet",
            "copied_from",
            "speaker",
            "reported_by",
            "stance",
            "source",
            "cue",
            "content",
            "evidence",
            "confidence",
            "address",
            "statement_id",
            "article_id");

    private ClaimLines() {}

    /**
     * One JSON object, without a line break: {@code id}, {@code claim}, the numbers {@code statements}, {@code outlets}, {@code
     * origins} and {@code disputed}; {@code told}, the statements that have part in it, each with its {@code standing}; {@code
     * disputes}, the edges that lead to it, each with {@code kind}, {@code evidence}, {@code confidence}, {@code via} and {@code to},
     * the statement that is meant. What is not known is absent.
     */
    public static String json(ClaimView claim) {
        StringWriter line = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            out.writeStartObject();
            ClaimSummary summary = claim.summary();
            out.writeStringProperty("id", summary.id());
            out.writeStringProperty("claim", summary.wording());
            out.writeNumberProperty("statements", summary.statements());
            out.writeNumberProperty("outlets", summary.outlets());
            out.writeNumberProperty("origins", summary.origins());
            out.writeNumberProperty("disputed", summary.disputes());
            out.writeArrayPropertyStart("told");
            for (ClaimView.Told told : claim.told()) {
                out.writeStartObject();
                out.writeStringProperty("standing", told.standing().name());
                if (told.recalled()) {
                    out.writeBooleanProperty("recalled", true);
                }
                out.writeStringProperty("text", told.text());
                write(out, told.statement());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeArrayPropertyStart("disputes");
            for (ClaimView.Disputed disputed : claim.disputes()) {
                write(out, disputed);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return line.toString();
    }

    private static void write(JsonGenerator out, ClaimView.Disputed disputed) {
        out.writeStartObject();
        out.writeStringProperty("kind", disputed.kind().name());
        out.writeArrayPropertyStart("evidence");
        disputed.evidence().forEach(out::writeString);
        out.writeEndArray();
        out.writeNumberProperty("confidence", rounded(disputed.confidence()));
        out.writeStringProperty("via", disputed.via().name());
        out.writeStringProperty("to", disputed.toStatementId());
        write(out, disputed.statement());
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, ClaimView.Statement statement) {
        out.writeStringProperty("statement", statement.statementId());
        optional(out, "speaker", statement.speaker());
        optional(out, "reportedBy", statement.reportedBy());
        optional(out, "source", statement.source());
        optional(out, "cue", statement.cue());
        out.writeStringProperty("content", statement.content());
        out.writeStringProperty("form", statement.form());
        optional(out, "stance", statement.stance());
        if (statement.stance().isPresent()) {
            out.writeBooleanProperty("negated", statement.negated());
            out.writeBooleanProperty("hypothetical", statement.hypothetical());
        }
        optional(out, "date", statement.date());
        out.writeObjectPropertyStart("article");
        out.writeStringProperty("id", statement.articleId());
        out.writeStringProperty("address", statement.address());
        optional(out, "outlet", statement.outlet());
        optional(out, "title", statement.title());
        optional(out, "published", statement.published());
        optional(out, "origin", statement.origin());
        optional(out, "originOutlet", statement.originOutlet());
        out.writeEndObject();
    }

    private static void optional(JsonGenerator out, String name, Optional<String> value) {
        value.ifPresent(known -> out.writeStringProperty(name, known));
    }

    private static double rounded(double share) {
        return Math.round(100 * share) / 100.0;
    }

    /** The first line of the table, with its line break. */
    public static String csvHeader() {
        return csv(List.of(COLUMNS));
    }

    /**
     * The rows of a claim, RFC 4180 but for the line breaks, which are those of Unix: first the statements that have part in it,
     * their standing as {@code part}, then the edges to it, with their kind.
     */
    public static String csv(ClaimView claim) {
        List<List<String>> rows = new ArrayList<>();
        for (ClaimView.Told told : claim.told()) {
            rows.add(row(claim.summary(), told.standing().name(), told.statement(), "", ""));
        }
        for (ClaimView.Disputed disputed : claim.disputes()) {
            rows.add(row(
                    claim.summary(),
                    disputed.kind().name(),
                    disputed.statement(),
                    String.join(" … ", disputed.evidence()),
                    String.format(Locale.ROOT, "%.2f", disputed.confidence())));
        }
        return csv(rows);
    }

    private static List<String> row(
            ClaimSummary claim, String part, ClaimView.Statement statement, String evidence, String confidence) {
        String stance = statement
                .stance()
                .map(read -> (statement.negated() ? "not " : "") + (statement.hypothetical() ? "perhaps " : "") + read)
                .orElse("");
        return List.of(
                claim.id(),
                claim.wording(),
                part,
                statement.published().orElse(""),
                statement.outlet().orElse(""),
                statement.originOutlet().or(statement::origin).orElse(""),
                statement.speaker().orElse(""),
                statement.reportedBy().orElse(""),
                stance,
                statement.source().orElse(""),
                statement.cue().orElse(""),
                statement.content(),
                evidence,
                confidence,
                statement.address(),
                statement.statementId(),
                statement.articleId());
    }

    private static String csv(List<List<String>> rows) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes what is written", e);
        }
        return out.toString();
    }
}
