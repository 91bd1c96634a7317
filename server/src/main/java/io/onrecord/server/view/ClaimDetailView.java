package io.onrecord.server.view;

import io.onrecord.claims.ClaimSummary;
import io.onrecord.claims.ClaimView;
import io.onrecord.claims.Proposition;
import io.onrecord.claims.PropositionId;
import io.onrecord.claims.Rewording;
import io.onrecord.claims.Standing;
import io.onrecord.model.Dispute;
import io.onrecord.model.Form;
import io.onrecord.server.desk.Shelf;
import io.onrecord.server.http.Request;
import io.onrecord.server.problem.Problem;
import io.onrecord.store.MadeDecision;
import io.onrecord.store.Surroundings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A claim with what is on record of it.
 *
 * @param claim what it is, and its numbers
 * @param first the statement by which it came on record, as far as days are known
 * @param told statements that have part in it, in the order in which they came on record
 * @param disputes edges that lead to it, in the order of their statements
 * @param origins articles that carry it, each independent one with its copies
 * @param wordings how quotations of it differ from the fullest of the same speaker; none where all have the same words
 * @param timeline when it was stated and disputed, by day
 * @param decisions what people decided about it, the latest first
 * @param done the decision that was made just now
 * @param more whether there is more told or disputed than is given here
 */
public record ClaimDetailView(
        ClaimSummary claim,
        Optional<SpokenLine> first,
        List<Told> told,
        List<Disputed> disputes,
        List<Origin> origins,
        List<Wording> wordings,
        List<Moment> timeline,
        List<DecisionLine> decisions,
        Optional<DecisionLine> done,
        boolean more) {

    /** Statements and edges that are shown. */
    private static final int MOST = 200;

    private static final int WORDINGS = 20;
    private static final int DECISIONS = 500;

    /**
     * A statement's part in the claim.
     *
     * @param proposition its id in the claim: the statement's, with the part behind a dot where it puts several
     * @param standing how its source stands to the claim
     * @param text its proposition, as a sentence that can be read by itself
     * @param recalled whether it is told only as something that was said before
     * @param statement the statement
     */
    public record Told(String proposition, Standing standing, String text, boolean recalled, SpokenLine statement) {}

    /**
     * An edge to the claim.
     *
     * @param kind what it says
     * @param confidence from 0 to 1
     * @param via what found it
     * @param evidence the words that show it
     * @param to id of the statement that is meant
     * @param statement where it comes from
     */
    public record Disputed(
            Dispute.Kind kind, double confidence, String via, List<String> evidence, String to, SpokenLine statement) {
        public Disputed {
            evidence = List.copyOf(evidence);
        }

        /** Whether it says that the claim is not so. */
        public boolean weakens() {
            return kind.isAgainst();
        }
    }

    /**
     * An article that carries the claim and copies none, or the one that others copy.
     *
     * @param article id of the article
     * @param outlet who published it
     * @param title of it
     * @param published when
     * @param carries whether it has itself a statement that puts the claim; else it is only known as what others copy
     * @param copies of it that carry the claim
     */
    public record Origin(
            String article,
            Optional<String> outlet,
            Optional<String> title,
            Optional<String> published,
            boolean carries,
            List<Copy> copies) {
        public Origin {
            copies = List.copyOf(copies);
        }

        /** What it is called. */
        public String name() {
            return outlet.or(() -> title).orElse("an article");
        }
    }

    /**
     * A copy.
     *
     * @param article id of the article
     * @param outlet who published it
     * @param title of it
     * @param published when
     */
    public record Copy(String article, Optional<String> outlet, Optional<String> title, Optional<String> published) {

        /** What it is called. */
        public String name() {
            return outlet.or(() -> title).orElse("an article");
        }
    }

    /**
     * A wording of a quotation.
     *
     * @param statement who says it where
     * @param fullest whether it is the one that the others of the speaker are compared with
     * @param marked what is other than in the fullest
     * @param shared the share of the words of both that they have in common
     */
    public record Wording(SpokenLine statement, boolean fullest, List<Rewording.Piece> marked, double shared) {
        public Wording {
            marked = List.copyOf(marked);
        }

        /** Whether it has the words of the fullest. */
        public boolean verbatim() {
            return !fullest && marked.stream().allMatch(piece -> piece.change() == Rewording.Change.STAYED);
        }
    }

    /**
     * Something that happened to the claim.
     *
     * @param day on which
     * @param what {@code states}, {@code copies} or {@code disputes}
     * @param outlet that carries it
     * @param who says it
     * @param statement id of the statement
     */
    public record Moment(String day, String what, String outlet, String who, String statement) {}

    public ClaimDetailView {
        told = List.copyOf(told);
        disputes = List.copyOf(disputes);
        origins = List.copyOf(origins);
        wordings = List.copyOf(wordings);
        timeline = List.copyOf(timeline);
        decisions = List.copyOf(decisions);
    }

    /**
     * Reads it.
     *
     * @return empty if there is no such claim
     * @throws Problem with status 400 if a parameter is none of its kind
     */
    public static Optional<ClaimDetailView> of(Shelf shelf, String id, Request request) {
        return shelf.store().claim(id).map(claim -> of(shelf, claim, Filters.text(request, "done"), MOST));
    }

    /** All that is on record of a claim, not only what is shown. */
    static Optional<ClaimDetailView> whole(Shelf shelf, String id) {
        return shelf.store().claim(id).map(claim -> of(shelf, claim, Optional.empty(), Integer.MAX_VALUE));
    }

    private static ClaimDetailView of(Shelf shelf, ClaimView claim, Optional<String> done, int most) {
        List<ClaimView.Told> shown = claim.told().stream().limit(most).toList();
        List<ClaimView.Disputed> edges = claim.disputes().stream().limit(most).toList();
        Set<String> statements = new LinkedHashSet<>();
        shown.forEach(told -> statements.add(told.statement().statementId()));
        edges.forEach(edge -> statements.add(edge.statement().statementId()));
        Map<String, Surroundings.Known> known = shelf.store().people().of(statements);
        List<Told> told = told(shelf, claim, shown, known);
        List<Disputed> disputes =
                edges.stream().map(edge -> disputed(edge, known)).toList();
        List<DecisionLine> decisions = decisions(shelf, claim);
        return new ClaimDetailView(
                claim.summary(),
                told.stream()
                        .filter(one -> one.standing == Standing.STATES)
                        .map(Told::statement)
                        .filter(statement -> statement.published().isPresent())
                        .findFirst(),
                told,
                disputes,
                origins(claim),
                wordings(told),
                timeline(told, disputes),
                decisions,
                decisions.stream()
                        .filter(one -> done.equals(Optional.of(one.id())))
                        .findFirst(),
                claim.told().size() > most || claim.disputes().size() > most);
    }

    private static List<Told> told(
            Shelf shelf, ClaimView claim, List<ClaimView.Told> shown, Map<String, Surroundings.Known> known) {
        List<String> propositions = shelf.store().propositions(claim.summary().id()).stream()
                .map(Proposition::id)
                .toList();
        List<Told> all = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            ClaimView.Told one = shown.get(i);
            String statement = one.statement().statementId();
            // Both are in the order of the members; where the claim was made anew between the two, the statement names
            // itself.
            String proposition = i < propositions.size() && propositions.get(i).startsWith(statement)
                    ? propositions.get(i)
                    : statement;
            all.add(new Told(
                    proposition,
                    one.standing(),
                    one.text(),
                    one.recalled(),
                    SpokenLine.of(one.statement(), Optional.ofNullable(known.get(statement)))));
        }
        return all;
    }

    private static Disputed disputed(ClaimView.Disputed edge, Map<String, Surroundings.Known> known) {
        return new Disputed(
                edge.kind(),
                Math.round(1000 * edge.confidence()) / 1000.0,
                edge.via().name(),
                edge.evidence(),
                edge.toStatementId(),
                SpokenLine.of(
                        edge.statement(),
                        Optional.ofNullable(known.get(edge.statement().statementId()))));
    }

    private static List<Origin> origins(ClaimView claim) {
        Map<String, ClaimView.Statement> articles = new LinkedHashMap<>();
        claim.told().forEach(told -> articles.putIfAbsent(told.statement().articleId(), told.statement()));
        Map<String, List<Copy>> copies = new LinkedHashMap<>();
        Map<String, Optional<String>> outlets = new LinkedHashMap<>();
        for (ClaimView.Statement one : articles.values()) {
            String origin = one.origin().orElse(one.articleId());
            List<Copy> own = copies.computeIfAbsent(origin, key -> new ArrayList<>());
            if (one.origin().isPresent()) {
                own.add(new Copy(one.articleId(), one.outlet(), one.title(), one.published()));
                outlets.putIfAbsent(origin, one.originOutlet());
            }
        }
        List<Origin> origins = new ArrayList<>();
        copies.forEach((article, own) -> {
            Optional<ClaimView.Statement> carrier = Optional.ofNullable(articles.get(article));
            origins.add(new Origin(
                    article,
                    carrier.flatMap(ClaimView.Statement::outlet)
                            .or(() -> outlets.getOrDefault(article, Optional.empty())),
                    carrier.flatMap(ClaimView.Statement::title),
                    carrier.flatMap(ClaimView.Statement::published),
                    carrier.isPresent(),
                    own));
        });
        return origins;
    }

    /** Of each speaker apart; indirect speech is not in the speaker's words. */
    private static List<Wording> wordings(List<Told> told) {
        Map<String, List<SpokenLine>> bySpeaker = new LinkedHashMap<>();
        for (Told one : told) {
            if (!one.statement.form().equals(Form.INDIRECT.name())) {
                bySpeaker
                        .computeIfAbsent(
                                one.statement.speaker().flatMap(Who::id).orElse(one.statement.who()),
                                key -> new ArrayList<>())
                        .add(one.statement);
            }
        }
        List<Wording> wordings = new ArrayList<>();
        for (List<SpokenLine> own : bySpeaker.values()) {
            List<SpokenLine> distinct = own.stream().limit(WORDINGS).toList();
            Optional<SpokenLine> fullest = distinct.stream()
                    .max(Comparator.comparingInt(line -> line.content().length()));
            if (distinct.size() > 1 && fullest.isPresent()) {
                List<Wording> compared = distinct.stream()
                        .map(line -> compared(line, fullest.get()))
                        .toList();
                if (compared.stream().anyMatch(one -> !one.fullest && !one.verbatim())) {
                    wordings.addAll(compared);
                }
            }
        }
        return wordings;
    }

    private static Wording compared(SpokenLine line, SpokenLine fullest) {
        if (line.id().equals(fullest.id())) {
            return new Wording(line, true, List.of(), 1);
        }
        Rewording change = Rewording.of(fullest.content(), line.content());
        return new Wording(line, false, change.pieces(), Math.round(100 * change.shared()) / 100.0);
    }

    private static List<Moment> timeline(List<Told> told, List<Disputed> disputes) {
        List<Moment> moments = new ArrayList<>();
        for (Told one : told) {
            if (one.standing == Standing.STATES && one.statement.day().length() == 10) {
                moments.add(moment(one.statement, one.statement.copyOf().isPresent() ? "copies" : "states"));
            }
        }
        Set<String> seen = new LinkedHashSet<>();
        for (Disputed one : disputes) {
            if (one.weakens() && one.statement.day().length() == 10 && seen.add(one.statement.id())) {
                moments.add(moment(one.statement, "disputes"));
            }
        }
        moments.sort(Comparator.comparing(Moment::day));
        return moments;
    }

    private static Moment moment(SpokenLine line, String what) {
        return new Moment(line.day(), what, line.place(), line.who(), line.id());
    }

    private static List<DecisionLine> decisions(Shelf shelf, ClaimView claim) {
        Set<String> own = new LinkedHashSet<>();
        claim.told().forEach(told -> own.add(told.statement().statementId()));
        return shelf.store().decisionLog().latest(DECISIONS).stream()
                .filter(made -> made.of() == MadeDecision.Of.CLAIMS)
                .filter(made -> own.contains(statement(made.first().name()))
                        || made.others().stream().anyMatch(other -> own.contains(statement(other.name()))))
                .map(made -> DecisionLine.of(shelf, made))
                .toList();
    }

    private static String statement(String proposition) {
        return PropositionId.of(proposition).statement();
    }

    /** Statements that have part in it with a standing. */
    public List<Told> told(Standing standing) {
        return told.stream().filter(one -> one.standing == standing).toList();
    }

    /** How many outlets carry it, and how many independent articles that comes to. */
    public String spread() {
        return Labels.counted(claim.outlets(), "outlet") + ", "
                + (claim.origins() == 1 ? "1 origin" : claim.origins() + " independent origins");
    }
}
