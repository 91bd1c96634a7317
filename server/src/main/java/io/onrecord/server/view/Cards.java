package io.onrecord.server.view;

import io.onrecord.claims.ClaimSummary;
import io.onrecord.corrections.Change;
import io.onrecord.corrections.Change.Aspect;
import io.onrecord.corrections.Corrected;
import io.onrecord.corrections.Corrected.Touched;
import io.onrecord.corrections.Correction;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Dispute;
import io.onrecord.model.Location;
import io.onrecord.model.Resolution;
import io.onrecord.model.Resolution.Resolved;
import io.onrecord.model.Resolution.Unresolved;
import io.onrecord.model.Role;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.server.desk.Shelf;
import io.onrecord.server.view.Card.ClaimLine;
import io.onrecord.server.view.Card.DateLine;
import io.onrecord.server.view.Card.DisputeLine;
import io.onrecord.server.view.Card.Other;
import io.onrecord.server.view.Card.Part;
import io.onrecord.server.view.Card.Review;
import io.onrecord.server.view.Card.StanceLine;
import io.onrecord.server.view.Card.Sureness;
import io.onrecord.server.view.Card.Who;
import io.onrecord.store.ArticleList;
import io.onrecord.store.Surroundings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Makes cards of the statements of one article. For one thread. */
final class Cards {

    private static final int SHOWN = 80;
    private static final int ACROSS = 500;
    private static final String GAP = " … ";

    private final ArticleRecord record;
    private final Surroundings around;
    private final Map<String, Integer> numbers;
    private final CodePoints points;
    private final CodePoints titlePoints;
    private final Map<String, Speaker> speakers = new HashMap<>();
    private final Map<String, Statement> statements = new HashMap<>();
    private final Map<String, Statement> engine = new HashMap<>();
    private final Map<String, Touched> touched = new HashMap<>();
    private final Map<String, List<Dispute>> disputes = new HashMap<>();
    private final Map<String, List<ArticleList.Across>> across = new HashMap<>();
    private final Map<String, List<ClaimSummary>> claims;

    Cards(Shelf shelf, Corrected corrected, Surroundings around, Map<String, Integer> numbers, CodePoints points) {
        this.record = corrected.record();
        this.around = around;
        this.numbers = numbers;
        this.points = points;
        this.titlePoints = CodePoints.of(record.article().metadata().title().orElse(""));
        record.speakers().forEach(speaker -> speakers.put(speaker.id(), speaker));
        record.statements().forEach(statement -> statements.put(statement.id(), statement));
        corrected.engine().statements().forEach(statement -> engine.put(statement.id(), statement));
        for (Touched one : corrected.touched()) {
            one.engineId().ifPresent(id -> touched.put(id, one));
            one.id().ifPresent(id -> touched.put(id, one));
        }
        for (Dispute dispute : record.disputes()) {
            disputes.computeIfAbsent(dispute.from(), id -> new ArrayList<>()).add(dispute);
            disputes.computeIfAbsent(dispute.to(), id -> new ArrayList<>()).add(dispute);
        }
        String articleId = record.article().id();
        this.claims = shelf.store().list().claims(articleId);
        shelf.store()
                .list()
                .across(articleId, ACROSS)
                .forEach(one -> across.computeIfAbsent(one.statement(), id -> new ArrayList<>())
                        .add(one));
    }

    Card of(Statement statement) {
        Attribution words = statement.attribution();
        return new Card(
                statement.id(),
                numbers.getOrDefault(statement.id(), 0),
                words.in() == Location.TITLE,
                who(statement.speaker()),
                statement.stance().map(Cards::stance),
                lower(words.form()),
                statement.date().map(date -> new DateLine(date.value(), lower(date.basis()), date.text())),
                sureness(words.confidence()),
                part(words.in(), words.source()),
                part(words.in(), words.cue()),
                part(words.in(), words.content()),
                part(words.in(), statement.addressee()),
                words.cue().isEmpty(),
                statement.within().flatMap(this::other),
                statement.about().stream()
                        .map(speakers::get)
                        .filter(speaker -> speaker != null)
                        .map(Speaker::name)
                        .toList(),
                statement.furniture(),
                disputes(statement),
                claims(statement),
                Optional.ofNullable(touched.get(statement.id())).flatMap(Cards.this::review));
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static StanceLine stance(StanceReading reading) {
        return new StanceLine(lower(reading.stance()), reading.negated(), reading.hypothetical());
    }

    private static Sureness sureness(Confidence confidence) {
        return new Sureness(confidence.statement(), confidence.source(), confidence.cue(), confidence.content());
    }

    private Part part(Location in, List<Span> spans) {
        CodePoints units = in == Location.TITLE ? titlePoints : points;
        StringJoiner words = new StringJoiner(GAP);
        spans.forEach(span -> words.add(span.of(record.textOf(in))));
        return new Part(
                words.toString(),
                spans.stream()
                        .map(span -> new Place(units.fromUtf16(span.start()), units.fromUtf16(span.end())))
                        .toList());
    }

    private Who who(Resolution resolution) {
        if (resolution instanceof Resolved resolved) {
            Optional<Speaker> speaker = Optional.ofNullable(speakers.get(resolved.speakerId()));
            Optional<Surroundings.Known> known =
                    Optional.ofNullable(around.identities().get(resolved.speakerId()));
            return new Who(
                    Optional.of(resolved.name()),
                    known.map(Surroundings.Known::id),
                    speaker.map(one -> lower(one.kind())),
                    speaker.map(Cards::roles).filter(words -> !words.isEmpty()),
                    resolved.via(),
                    resolved.why(),
                    Optional.of(resolved.confidence()));
        }
        String reason = ((Unresolved) resolution).reason();
        return new Who(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                reason,
                why(reason),
                Optional.empty());
    }

    private static String why(String reason) {
        return switch (reason) {
            case Unresolved.NO_SOURCE -> "no words name who says it";
            case Resolution.CONTINUED -> "it goes on from before; nobody is named there";
            case "CORRECTED" -> "a person said that nobody can be named";
            default -> "nobody can be named: " + reason.toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private static String roles(Speaker speaker) {
        StringJoiner roles = new StringJoiner("; ");
        for (Role role : speaker.roles()) {
            roles.add(role.title() + role.of().map(of -> ", " + of).orElse(""));
        }
        return roles.toString();
    }

    private Optional<Other> other(String id) {
        return Optional.ofNullable(statements.get(id))
                .map(statement -> new Other(numbers.getOrDefault(id, 0), id, cut(contentOf(statement))));
    }

    private String contentOf(Statement statement) {
        return part(statement.attribution().in(), statement.attribution().content())
                .words();
    }

    static String cut(String words) {
        String line = words.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }

    /** The id that the engine knows a statement by, to which hangs what goes over articles. */
    private String engineId(Statement statement) {
        return Optional.ofNullable(touched.get(statement.id()))
                .flatMap(Touched::engineId)
                .orElse(statement.id());
    }

    private List<DisputeLine> disputes(Statement statement) {
        List<DisputeLine> lines = new ArrayList<>();
        for (Dispute dispute : disputes.getOrDefault(statement.id(), List.of())) {
            boolean from = dispute.from().equals(statement.id());
            String id = from ? dispute.to() : dispute.from();
            Statement other = statements.get(id);
            if (other != null) {
                lines.add(new DisputeLine(
                        lower(dispute.kind()),
                        from,
                        Optional.ofNullable(numbers.get(id)),
                        id,
                        record.article().id(),
                        other.speaker() instanceof Resolved resolved ? Optional.of(resolved.name()) : Optional.empty(),
                        Optional.empty(),
                        cut(contentOf(other)),
                        Optional.of(cut(part(Location.TEXT, dispute.evidence()).words())),
                        dispute.confidence()));
            }
        }
        for (ArticleList.Across one : across.getOrDefault(engineId(statement), List.of())) {
            lines.add(new DisputeLine(
                    lower(one.kind()),
                    one.isFrom(),
                    Optional.empty(),
                    one.other(),
                    one.article(),
                    one.speaker(),
                    one.outlet(),
                    cut(one.words()),
                    Optional.empty(),
                    one.confidence()));
        }
        return lines;
    }

    private List<ClaimLine> claims(Statement statement) {
        return claims.getOrDefault(engineId(statement), List.of()).stream()
                .map(claim -> new ClaimLine(
                        claim.id(),
                        cut(claim.wording()),
                        claim.statements(),
                        claim.outlets(),
                        claim.origins(),
                        claim.disputes()))
                .toList();
    }

    private Optional<Review> review(Touched one) {
        if (one.inForce().isEmpty()) {
            return Optional.empty();
        }
        Correction last = one.inForce().get(one.inForce().size() - 1);
        Optional<Statement> before = one.engineId().map(engine::get);
        return Optional.of(new Review(
                verdict(one),
                last.author(),
                last.time().toString(),
                last.note(),
                one.inForce().stream()
                        .map(correction -> lower(correction.change().aspect()))
                        .toList(),
                before.map(Statement::speaker)
                        .filter(Resolved.class::isInstance)
                        .map(speaker -> ((Resolved) speaker).name()),
                before.flatMap(Statement::stance).map(reading -> stance(reading).words()),
                before.isPresent(),
                one.problem().map(Cards::problem)));
    }

    static String verdict(Touched one) {
        Optional<Change> verdict = one.of(Aspect.VERDICT).map(Correction::change);
        if (verdict.filter(Change.Rejected.class::isInstance).isPresent()) {
            return "rejected";
        }
        if (one.of(Aspect.ADD).isPresent()) {
            return "added";
        }
        return one.inForce().stream().allMatch(correction -> correction.change() instanceof Change.Accepted)
                ? "accepted"
                : "corrected";
    }

    private static String problem(Corrected.Problem problem) {
        return switch (problem) {
            case LOOSE -> "the engine has no such statement any more; what people saw stands by itself";
            case OUTSIDE -> "its words lie outside of the text as it is now";
            case TWICE -> "its corrected words are those of another statement, so the engine's stayed";
        };
    }
}
