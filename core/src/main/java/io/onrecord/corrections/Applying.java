package io.onrecord.corrections;

import io.onrecord.corrections.Change.Aspect;
import io.onrecord.corrections.Change.SpansAre;
import io.onrecord.corrections.Corrected.Problem;
import io.onrecord.corrections.Corrected.Touched;
import io.onrecord.dates.ArticleDates;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Confidence;
import io.onrecord.model.Dispute;
import io.onrecord.model.Ids;
import io.onrecord.model.Location;
import io.onrecord.model.Resolution;
import io.onrecord.model.Resolution.Unresolved;
import io.onrecord.model.Span;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import io.onrecord.model.Text;
import io.onrecord.stance.Stances;
import io.onrecord.text.Quotations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes one corrected record. */
final class Applying {

    private static final Confidence CERTAIN = new Confidence(1, Optional.of(1.0), Optional.of(1.0), 1);

    private final ArticleRecord engine;
    private final List<Dossier> dossiers;
    private final NamedBy names;
    private final Map<Location, Quotations> quotations = new EnumMap<>(Location.class);
    private final Map<Location, CodePoints> points = new EnumMap<>(Location.class);

    /** What became of the engine's statements: their ids in the corrected record, none where they are gone. */
    private final Map<String, Optional<String>> now = new HashMap<>();

    private final Set<String> ids = new HashSet<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<Touched> touched = new ArrayList<>();
    private boolean moved;

    Applying(ArticleRecord engine, List<Dossier> dossiers) {
        this.engine = engine;
        this.dossiers = dossiers;
        this.names = new NamedBy(engine.speakers());
        engine.statements().forEach(statement -> ids.add(statement.id()));
    }

    Corrected corrected() {
        Map<String, Dossier> byStatement = new HashMap<>();
        for (Dossier dossier : dossiers) {
            dossier.statement().ifPresent(statement -> byStatement.put(statement.id(), dossier));
        }
        // Whether the statement that quotations without a cue go on from is gone, and who says it if that was
        // corrected.
        boolean gone = false;
        Optional<Resolution> speaker = Optional.empty();
        Location in = Location.TITLE;
        for (Statement statement : engine.statements()) {
            if (statement.attribution().in() != in) {
                // What a text begins with does not go on from its title.
                in = statement.attribution().in();
                gone = false;
                speaker = Optional.empty();
            }
            Optional<Dossier> dossier = Optional.ofNullable(byStatement.get(statement.id()));
            List<Correction> inForce = dossier.map(Dossier::inForce).orElse(List.of());
            boolean goesOn = statement.attribution().cue().isEmpty();
            Optional<Problem> problem = Optional.empty();
            Optional<Statement> one = Optional.empty();
            boolean speaks = Dossier.change(inForce, Aspect.SPEAKER).isPresent();
            if (!isRejected(inForce) && !(goesOn && gone && inForce.isEmpty())) {
                Statement told = goesOn && !speaks && speaker.isPresent()
                        ? with(statement, statement.attribution(), speaker.get(), statement.stance())
                        : statement;
                Optional<SpansAre> elsewhere = elsewhere(statement, inForce);
                problem = elsewhere.flatMap(spans -> problem(statement, spans));
                Attribution words = problem.isEmpty()
                        ? elsewhere
                                .map(spans -> words(statement.attribution().in(), spans))
                                .orElse(statement.attribution())
                        : statement.attribution();
                one = Optional.of(changed(told, words, inForce));
            }
            add(statement, one);
            if (dossier.isPresent()) {
                touched.add(touched(dossier.get(), one.map(Statement::id), problem));
            }
            // People may have found the cue of one that seemed to go on from before.
            boolean heads = one.map(now -> !now.attribution().cue().isEmpty()).orElse(!goesOn);
            if (heads && statement.within().isEmpty()) {
                gone = one.isEmpty();
                speaker = speaks ? one.map(Statement::speaker) : Optional.empty();
            }
        }
        dossiers.stream().filter(dossier -> dossier.statement().isEmpty()).forEach(this::alone);
        return new Corrected(engine, record(), touched);
    }

    private static boolean isRejected(List<Correction> inForce) {
        return Dossier.change(inForce, Aspect.VERDICT)
                .filter(Change.Rejected.class::isInstance)
                .isPresent();
    }

    private static Touched touched(Dossier dossier, Optional<String> id, Optional<Problem> problem) {
        return new Touched(dossier.statement().map(Statement::id), id, dossier.inForce(), dossier.history(), problem);
    }

    private void add(Statement before, Optional<Statement> one) {
        now.put(before.id(), one.map(Statement::id));
        one.ifPresent(statements::add);
        if (one.isPresent() && !one.get().id().equals(before.id())) {
            ids.add(one.get().id());
            moved = true;
        }
    }

    /** What stands by itself: what a person added, or corrected before the engine lost it. */
    private void alone(Dossier dossier) {
        List<Correction> inForce = dossier.inForce();
        Optional<Problem> problem =
                Dossier.change(inForce, Aspect.ADD).isPresent() ? Optional.empty() : Optional.of(Problem.LOOSE);
        if (inForce.isEmpty() || isRejected(inForce)) {
            touched.add(touched(dossier, Optional.empty(), Optional.empty()));
            return;
        }
        Anchor anchor = inForce.get(0).anchor();
        SpansAre spans = dossier.spans(inForce);
        if (!hasPlace(anchor, spans)) {
            touched.add(touched(dossier, Optional.empty(), Optional.of(Problem.OUTSIDE)));
            return;
        }
        Attribution words = words(anchor.in(), spans);
        String id = id(words);
        if (!ids.add(id)) {
            touched.add(touched(dossier, Optional.empty(), Optional.of(Problem.TWICE)));
            return;
        }
        statements.add(changed(made(id, words, inForce), words, inForce));
        touched.add(touched(dossier, Optional.of(id), problem));
        moved = true;
    }

    /** Whether the spans lie in a text of the article, and, where it may have changed, cover the same words. */
    private boolean hasPlace(Anchor anchor, SpansAre spans) {
        if (anchor.in() == Location.TITLE && engine.article().metadata().title().isEmpty()) {
            return false;
        }
        return isInside(anchor.in(), List.of(anchor.content(), spans.source(), spans.cue(), spans.content()))
                && Anchor.words(engine.textOf(anchor.in()), anchor.content()).equals(anchor.words());
    }

    /** A statement that the engine has not, as far as it can be told without a person. */
    private Statement made(String id, Attribution words, List<Correction> inForce) {
        Correction last = inForce.get(inForce.size() - 1);
        Resolution speaker = last.seen()
                .speaker()
                .map(name -> names.seen(name, last))
                .orElseGet(
                        () -> new Unresolved(words.source().isEmpty() ? Unresolved.NO_SOURCE : Unresolved.NOT_TRIED));
        Optional<StanceReading> stance = last.seen()
                .stance()
                .or(() -> words.cue().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Stances.read(engine.textOf(words.in()), words)));
        return new Statement(
                id,
                words,
                NamedBy.fitting(speaker, words),
                stance,
                ArticleDates.of(engine.article()).of(words),
                List.of(),
                List.of(),
                Optional.empty(),
                false);
    }

    /** Where the words stand by the corrections, if that is elsewhere. */
    private static Optional<SpansAre> elsewhere(Statement statement, List<Correction> inForce) {
        return Dossier.change(inForce, Aspect.SPANS)
                .map(SpansAre.class::cast)
                .filter(spans -> !isAs(spans, statement.attribution()));
    }

    private static boolean isAs(SpansAre spans, Attribution words) {
        return spans.equals(new SpansAre(words.source(), words.cue(), words.content()));
    }

    private Attribution words(Location in, SpansAre spans) {
        return new Attribution(
                in,
                quotations
                        .computeIfAbsent(in, where -> Quotations.of(text(where)))
                        .form(spans.content()),
                spans.source(),
                spans.cue(),
                spans.content(),
                new Confidence(
                        1,
                        spans.source().isEmpty() ? Optional.empty() : CERTAIN.source(),
                        spans.cue().isEmpty() ? Optional.empty() : CERTAIN.cue(),
                        1));
    }

    private Text text(Location in) {
        return in == Location.TEXT ? engine.article().text() : Text.line(engine.textOf(in));
    }

    /** Why the words of a statement cannot stand there. */
    private Optional<Problem> problem(Statement statement, SpansAre spans) {
        Location in = statement.attribution().in();
        if (!isInside(in, List.of(spans.source(), spans.cue(), spans.content()))) {
            return Optional.of(Problem.OUTSIDE);
        }
        String id = id(words(in, spans));
        return !id.equals(statement.id()) && ids.contains(id) ? Optional.of(Problem.TWICE) : Optional.empty();
    }

    private boolean isInside(Location in, List<List<Span>> parts) {
        int length = engine.textOf(in).length();
        return parts.stream()
                .allMatch(part -> part.isEmpty() || part.get(part.size() - 1).end() <= length);
    }

    private String id(Attribution words) {
        return Ids.statement(
                engine.article().id(),
                words.in(),
                words.cue(),
                words.content(),
                points.computeIfAbsent(words.in(), in -> CodePoints.of(engine.textOf(in))));
    }

    private Statement changed(Statement statement, Attribution words, List<Correction> inForce) {
        Resolution speaker = statement.speaker();
        Optional<StanceReading> stance = statement.stance();
        for (Correction correction : inForce) {
            if (correction.change() instanceof Change.SpeakerIs named) {
                speaker = names.named(named, correction);
            } else if (correction.change() instanceof Change.NobodyNamed) {
                speaker = new Unresolved(NamedBy.CORRECTED);
            } else if (correction.change() instanceof Change.StanceIs is) {
                stance = Optional.of(is.reading());
            }
        }
        return with(statement, words, speaker, stance);
    }

    private Statement with(Statement statement, Attribution words, Resolution speaker, Optional<StanceReading> stance) {
        return new Statement(
                words.equals(statement.attribution()) ? statement.id() : id(words),
                words,
                NamedBy.fitting(speaker, words),
                stance,
                statement.date(),
                statement.about(),
                statement.addressee(),
                words.cue().isEmpty() ? Optional.empty() : statement.within(),
                statement.furniture());
    }

    private ArticleRecord record() {
        List<Statement> all = new ArrayList<>();
        statements.forEach(statement -> all.add(withOuter(statement)));
        if (moved) {
            all.sort(Comparator.comparing((Statement one) -> one.attribution().in() == Location.TEXT)
                    .thenComparingInt(one -> one.attribution().start()));
        }
        List<Dispute> disputes = new ArrayList<>();
        for (Dispute dispute : engine.disputes()) {
            Optional<String> from = now.getOrDefault(dispute.from(), Optional.empty());
            Optional<String> to = now.getOrDefault(dispute.to(), Optional.empty());
            if (from.isPresent() && to.isPresent() && !isOver(dispute)) {
                disputes.add(
                        new Dispute(from.get(), to.get(), dispute.kind(), dispute.evidence(), dispute.confidence()));
            }
        }
        return new ArticleRecord(engine.article(), names.speakers(), all, disputes, engine.producer());
    }

    /** Whether what people say of a stance speaks against an edge: who confirms does not reject, who rejects does not confirm. */
    private boolean isOver(Dispute dispute) {
        return dossiers.stream()
                .filter(dossier -> dossier.statement()
                        .filter(statement -> statement.id().equals(dispute.from()))
                        .isPresent())
                .flatMap(dossier -> Dossier.change(dossier.inForce(), Aspect.STANCE).stream())
                .map(change -> ((Change.StanceIs) change).reading())
                .anyMatch(reading -> isOver(dispute.kind(), reading));
    }

    private static boolean isOver(Dispute.Kind kind, StanceReading reading) {
        boolean turnsDown = reading.stance() == Stance.DENIES || reading.stance() == Stance.REJECTS;
        boolean backs = reading.stance() == Stance.CONFIRMS || reading.stance() == Stance.SUPPORTS;
        return switch (kind) {
            case DENIES, REJECTS -> backs && !reading.negated() || turnsDown && reading.negated();
            case SUPPORTS, REPEATS, CONCEDES -> turnsDown && !reading.negated();
            case CONTRADICTS -> false;
        };
    }

    /** Within what is left of the statements around it. */
    private Statement withOuter(Statement statement) {
        Optional<String> outer = statement.within();
        Optional<String> left = Optional.empty();
        Set<String> seen = new HashSet<>();
        while (outer.isPresent() && left.isEmpty() && seen.add(outer.get())) {
            String id = outer.get();
            left = now.getOrDefault(id, Optional.empty());
            outer = engine.statements().stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .flatMap(Statement::within);
        }
        return left.equals(statement.within())
                ? statement
                : statement.withOuter(left.filter(id -> !id.equals(statement.id())));
    }
}
