package io.onrecord.exchange.report;

import io.onrecord.exchange.RecordJson.Offsets;
import io.onrecord.exchange.export.ExportItem;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.model.Article;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Dispute;
import io.onrecord.model.Location;
import io.onrecord.model.Metadata;
import io.onrecord.model.Producer;
import io.onrecord.model.Published;
import io.onrecord.model.Resolution;
import io.onrecord.model.Resolution.Resolved;
import io.onrecord.model.Resolution.Unresolved;
import io.onrecord.model.Role;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.Statement;
import io.onrecord.model.StatementDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Makes what is shown of one article; for one call. */
final class Views {

    private static final int LINK_WORDS = 60;

    private final ExportItem item;
    private final ExportOptions options;
    private final Map<String, Speaker> speakers = new HashMap<>();
    private final Map<String, Statement> statements = new HashMap<>();
    private final Set<String> shown = new HashSet<>();
    private final CodePoints points;
    private final CodePoints titlePoints;

    private Views(ExportItem item, ExportOptions options) {
        this.item = item;
        this.options = options;
        item.record().speakers().forEach(speaker -> speakers.put(speaker.id(), speaker));
        item.record().statements().forEach(statement -> statements.put(statement.id(), statement));
        item.statements().forEach(statement -> shown.add(statement.id()));
        this.points = CodePoints.of(item.record().article().text().value());
        this.titlePoints =
                CodePoints.of(item.record().article().metadata().title().orElse(""));
    }

    static ArticleView of(ExportItem item, ExportOptions options) {
        return new Views(item, options).article();
    }

    private ArticleView article() {
        Article article = item.record().article();
        Metadata metadata = article.metadata();
        List<StatementView> views = new ArrayList<>();
        for (Statement statement : item.statements()) {
            views.add(statement(statement));
        }
        List<ArticleView.DisputeView> disputes = item.record().disputes().stream()
                .filter(dispute -> shown.contains(dispute.from()) || shown.contains(dispute.to()))
                .map(this::dispute)
                .toList();
        return new ArticleView(
                article.id(),
                Shown.of(metadata.title().orElse(article.address())),
                Shown.of(metadata.outlet().orElse("")),
                metadata.published().map(Published::value).orElse(""),
                facts(metadata),
                Shown.of(article.address()),
                link(article.address()),
                views,
                disputes,
                options.withText() ? paragraphs(article) : List.of(),
                reader(item.record().producer()));
    }

    static String reader(Producer producer) {
        return Shown.of(
                "Onrecord " + producer.version() + ", model " + producer.model() + ", options " + producer.options());
    }

    private static List<String> facts(Metadata metadata) {
        List<String> facts = new ArrayList<>();
        if (!metadata.authors().isEmpty()) {
            facts.add(Shown.of("by " + String.join(", ", metadata.authors())));
        }
        metadata.agency().ifPresent(agency -> facts.add(Shown.of("from " + agency)));
        metadata.capture()
                .flatMap(capture -> capture.time())
                .ifPresent(time -> facts.add(Shown.of("captured " + time)));
        metadata.capture().flatMap(capture -> capture.warcRecord()).ifPresent(id -> facts.add(Shown.of("WARC " + id)));
        metadata.capture().flatMap(capture -> capture.digest()).ifPresent(digest -> facts.add(Shown.of(digest)));
        return facts;
    }

    /** Nothing but an address of the web becomes a link: other schemes can run what they carry. */
    private static String link(String address) {
        String start = address.toLowerCase(Locale.ROOT);
        return start.startsWith("https://") || start.startsWith("http://") ? Shown.of(address) : "";
    }

    private static List<String> paragraphs(Article article) {
        String text = article.text().value();
        return article.text().paragraphs().stream()
                .map(paragraph -> Shown.of(paragraph.of(text)))
                .toList();
    }

    private StatementView statement(Statement statement) {
        Attribution words = statement.attribution();
        Optional<Resolved> resolved = resolved(statement);
        OptionalInt paragraph = paragraph(words);
        return new StatementView(
                statement.id(),
                speaker(statement),
                resolved.isPresent(),
                resolved.map(found -> role(found.speakerId())).orElse(""),
                statement.stance().map(reading -> lower(reading.stance())).orElse(""),
                lower(words.form()),
                marks(statement),
                pieces(statement),
                paragraph.isPresent() ? String.valueOf(paragraph.getAsInt() + 1) : "",
                statement.date().map(StatementDate::value).orElse(""),
                statement.date().map(Views::dayWhy).orElse(""),
                Shown.of(resolved.map(found -> found.why() + " (" + found.via() + ")")
                        .orElse("")),
                certainty(statement),
                statement.within().map(this::linkTo),
                Shown.of(String.join(
                        ", ",
                        statement.about().stream()
                                .map(id -> knownSpeaker(id).name())
                                .toList())),
                place(words));
    }

    private Speaker knownSpeaker(String id) {
        return Objects.requireNonNull(speakers.get(id), id);
    }

    private Statement knownStatement(String id) {
        return Objects.requireNonNull(statements.get(id), id);
    }

    private static Optional<Resolved> resolved(Statement statement) {
        return statement.speaker() instanceof Resolved resolved ? Optional.of(resolved) : Optional.empty();
    }

    private static String speaker(Statement statement) {
        if (statement.speaker() instanceof Unresolved unresolved) {
            return switch (unresolved.reason()) {
                case Unresolved.NO_SOURCE -> "nobody is named";
                case Resolution.CONTINUED -> "goes on from before; nobody is named there";
                default ->
                    "nobody can be named ("
                            + unresolved.reason().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
            };
        }
        return Shown.of(resolved(statement).map(Resolved::name).orElse(""));
    }

    private String role(String speakerId) {
        Speaker speaker = knownSpeaker(speakerId);
        List<String> roles = new ArrayList<>();
        for (Role role : speaker.roles()) {
            roles.add(role.title() + role.of().map(of -> ", " + of).orElse(""));
        }
        return Shown.of(roles.isEmpty() ? lower(speaker.kind()) : String.join("; ", roles));
    }

    private List<String> marks(Statement statement) {
        List<String> marks = new ArrayList<>();
        statement.stance().ifPresent(reading -> {
            if (reading.negated()) {
                marks.add("negated");
            }
            if (reading.hypothetical()) {
                marks.add("only possible");
            }
        });
        if (statement.attribution().in() == Location.TITLE) {
            marks.add("in the headline");
        }
        if (statement.furniture()) {
            marks.add("in page furniture");
        }
        if (item.context().corrected().contains(statement.id())) {
            marks.add("corrected by a person");
        }
        return marks;
    }

    private static String dayWhy(StatementDate date) {
        String basis = date.basis() == StatementDate.Basis.PUBLISHED ? "the article's date" : "in the text";
        return Shown.of(date.text().map(words -> basis + ": “" + words + "”").orElse(basis));
    }

    private static String certainty(Statement statement) {
        String words = percent(statement.attribution().confidence().statement());
        return resolved(statement)
                .map(found -> "statement " + words + ", speaker " + percent(found.confidence()))
                .orElse("statement " + words);
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    private ArticleView.DisputeView dispute(Dispute dispute) {
        String text = item.record().article().text().value();
        List<String> evidence =
                dispute.evidence().stream().map(span -> span.of(text)).toList();
        return new ArticleView.DisputeView(
                lower(dispute.kind()),
                linkTo(dispute.from()),
                linkTo(dispute.to()),
                Shown.of(String.join(" … ", evidence)),
                percent(dispute.confidence()));
    }

    private StatementView.Link linkTo(String id) {
        Statement statement = knownStatement(id);
        String text = item.record().textOf(statement.attribution().in());
        String words = statement.attribution().content().get(0).of(text);
        String cut = words.codePointCount(0, words.length()) <= LINK_WORDS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LINK_WORDS)) + "…";
        return new StatementView.Link(
                shown.contains(id) ? id : "", Shown.of(speaker(statement) + ": " + cut.replaceAll("\\s+", " ")));
    }

    private List<Piece> pieces(Statement statement) {
        Attribution words = statement.attribution();
        String text = item.record().textOf(words.in());
        Pieces pieces = new Pieces(text);
        pieces.add("source", words.source());
        pieces.add("cue", words.cue());
        pieces.add("content", words.content());
        pieces.add("addressee", statement.addressee());
        return options.withText() ? pieces.within(around(words)) : pieces.alone();
    }

    /** The paragraphs that a statement stands in. */
    private Span around(Attribution words) {
        if (words.in() == Location.TITLE) {
            return new Span(0, item.record().textOf(Location.TITLE).length());
        }
        int start = words.start();
        int end = words.end();
        for (Span paragraph : item.record().article().text().paragraphs()) {
            if (paragraph.start() < words.end() && words.start() < paragraph.end()) {
                start = Math.min(start, paragraph.start());
                end = Math.max(end, paragraph.end());
            }
        }
        return new Span(start, end);
    }

    private OptionalInt paragraph(Attribution words) {
        List<Span> paragraphs = item.record().article().text().paragraphs();
        for (int i = 0; words.in() == Location.TEXT && i < paragraphs.size(); i++) {
            if (paragraphs.get(i).overlaps(words.content().get(0))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private String place(Attribution words) {
        CodePoints in = words.in() == Location.TITLE ? titlePoints : points;
        boolean utf16 = options.offsets() == Offsets.UTF16;
        return (utf16 ? words.start() : in.fromUtf16(words.start())) + "–"
                + (utf16 ? words.end() : in.fromUtf16(words.end()))
                + (utf16 ? " (UTF-16 units)" : " (code points)");
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
