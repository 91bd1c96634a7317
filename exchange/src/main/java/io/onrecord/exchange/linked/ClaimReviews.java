package io.onrecord.exchange.linked;

import io.onrecord.exchange.export.ExportItem;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.export.Exporter;
import io.onrecord.exchange.export.RecordFormat;
import io.onrecord.exchange.export.Subject;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Metadata;
import io.onrecord.model.Published;
import io.onrecord.model.Resolution;
import io.onrecord.model.Speaker;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.model.StatementDate;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Drafts of schema.org ClaimReviews of the statements that state something, JSON-LD, one a line: what a fact-checker would begin
 * with. A draft has no {@code reviewRating}, no {@code author} and no {@code url}, which are the fact-checker's, and says {@code
 * creativeWorkStatus: Draft}; Onrecord never says who is right. Questions, demands, what somebody "did not say" or "would say", and
 * page furniture state nothing and are left out.
 */
public final class ClaimReviews implements RecordFormat {

    @Override
    public String name() {
        return "claimreview";
    }

    @Override
    public String about() {
        return "drafts of schema.org ClaimReviews, one a line, for fact-checkers; never a verdict";
    }

    @Override
    public List<String> endings() {
        return List.of(".claimreview.json");
    }

    @Override
    public Set<Subject> subjects() {
        return Set.of(Subject.STATEMENTS);
    }

    @Override
    public Exporter open(Subject subject, OutputStream out, ExportOptions options) {
        return new Lines(new Json(out));
    }

    /** The lines. */
    private static final class Lines implements Exporter {

        private final Json out;
        private long left;

        Lines(Json out) {
            this.out = out;
        }

        @Override
        public void add(ExportItem item) throws IOException {
            Json.writing(() -> write(item));
        }

        private void write(ExportItem item) {
            Drafts drafts = new Drafts(out, item.record());
            for (Statement statement : item.statements()) {
                if (states(statement)) {
                    drafts.draft(statement);
                } else {
                    left++;
                }
            }
        }

        @Override
        public void finish() throws IOException {
            out.flush();
        }

        @Override
        public String note() {
            return left == 0
                    ? ""
                    : (left == 1 ? "1 statement has" : left + " statements have")
                            + " no draft: what asks or demands, was not said or only may be, or stands in furniture puts no claim";
        }

        @Override
        public void close() {
            // Nothing is held that would have to go; the stream is the caller's.
        }
    }

    private static boolean states(Statement statement) {
        boolean asks = statement
                .stance()
                .map(StanceReading::stance)
                .filter(List.of(Stance.ASKS, Stance.DEMANDS)::contains)
                .isPresent();
        boolean unsaid = statement
                .stance()
                .filter(reading -> reading.negated() || reading.hypothetical())
                .isPresent();
        return !asks && !unsaid && !statement.furniture();
    }

    /** The drafts of one record. */
    private static final class Drafts {

        private final Json out;
        private final ArticleRecord record;
        private final Map<String, Speaker> speakers = new HashMap<>();

        Drafts(Json out, ArticleRecord record) {
            this.out = out;
            this.record = record;
            record.speakers().forEach(speaker -> speakers.put(speaker.id(), speaker));
        }

        void draft(Statement statement) {
            String text = record.textOf(statement.attribution().in());
            out.object()
                    .field("@context", "https://schema.org")
                    .field("@type", "ClaimReview")
                    .field("@id", Names.statement(statement.id()) + ":review")
                    .field("creativeWorkStatus", "Draft")
                    .field("claimReviewed", claim(text, statement))
                    .object("itemReviewed");
            out.field("@type", "Claim").field("@id", Names.statement(statement.id()));
            out.field("text", claim(text, statement));
            if (statement.speaker() instanceof Resolution.Resolved resolved) {
                author(resolved);
            }
            out.field(
                    "datePublished",
                    statement
                            .date()
                            .map(StatementDate::value)
                            .or(() -> record.article().metadata().published().map(Published::value)));
            appearance(record.article());
            out.end().end().raw("\n");
        }

        /** What somebody denies is not what they claim: there the whole passage is the claim. */
        private static String claim(String text, Statement statement) {
            Attribution words = statement.attribution();
            boolean against = statement
                    .stance()
                    .map(StanceReading::stance)
                    .filter(List.of(Stance.DENIES, Stance.REJECTS)::contains)
                    .isPresent();
            return against ? Passages.whole(text, words) : Passages.words(text, words.content());
        }

        private void author(Resolution.Resolved resolved) {
            @Nullable Speaker speaker = speakers.get(resolved.speakerId());
            Optional<String> type =
                    Optional.ofNullable(speaker).map(Speaker::kind).flatMap(Names::schemaType);
            if (speaker == null || type.isEmpty()) {
                // Whoever is neither a person nor an organisation is no author that schema.org knows.
                return;
            }
            out.object("author")
                    .field("@type", type.get())
                    .field("@id", Names.speaker(record.article(), speaker))
                    .field("name", resolved.name());
            if (!speaker.roles().isEmpty() && type.get().equals("Person")) {
                out.field("jobTitle", speaker.roles().get(0).title());
            }
            Names.wikidata(speaker).ifPresent(id -> out.field("sameAs", "https://www.wikidata.org/wiki/" + id));
            out.end();
        }

        private void appearance(Article article) {
            Metadata metadata = article.metadata();
            out.object("appearance").field("@type", "NewsArticle").field("@id", Names.article(article.id()));
            out.field("url", Names.web(article.address()));
            if (Names.web(article.address()).isEmpty()) {
                out.field("identifier", article.address());
            }
            out.field("headline", metadata.title());
            out.field("datePublished", metadata.published().map(Published::value));
            metadata.outlet()
                    .ifPresent(outlet -> out.object("publisher")
                            .field("@type", "Organization")
                            .field("name", outlet)
                            .end());
            if (!metadata.authors().isEmpty()) {
                out.list("author");
                metadata.authors()
                        .forEach(name -> out.object()
                                .field("@type", "Person")
                                .field("name", name)
                                .end());
                out.endList();
            }
            out.field("inLanguage", metadata.language());
            out.end();
        }
    }
}
