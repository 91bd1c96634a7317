package io.onrecord.server.view;

import io.onrecord.claims.Standing;
import io.onrecord.memory.Answer;
import io.onrecord.model.Dispute;
import io.onrecord.search.Order;
import io.onrecord.server.desk.Desk;
import io.onrecord.server.desk.Shelf;
import io.onrecord.server.http.Request;
import io.onrecord.server.list.Listing;
import io.onrecord.server.list.Listing.Nothing;
import io.onrecord.server.list.Listing.Ref;
import io.onrecord.server.list.Listing.Statements;
import io.onrecord.server.list.Walk;
import io.onrecord.server.problem.Problem;
import io.onrecord.store.Doubtful;
import io.onrecord.store.SavedSearches;
import io.onrecord.store.SpeakerProfile;
import io.onrecord.store.Store;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The lists of the desk whose rows are statements, each with what it says of them. */
public final class StatementLists {

    private static final int PART = 200;

    private StatementLists() {}

    /**
     * Why a search found a statement.
     *
     * @param score what it is ranked by; comparable within one answer
     * @param matchedWords which of the words that were looked for it has
     * @param near how near its meaning is to what was looked for, up to 1
     */
    public record Match(Optional<Double> score, Optional<String> matchedWords, Optional<Double> near) {

        static Match of(Answer answer) {
            return new Match(
                    answer.score() > 0 ? Optional.of(answer.score()) : Optional.empty(),
                    Optional.of(String.join(" ", answer.words())).filter(words -> !words.isEmpty()),
                    answer.cosine().isPresent() ? Optional.of(answer.cosine().getAsDouble()) : Optional.empty());
        }
    }

    /** What a search finds. */
    public static Statements<Match> search(Desk desk) {
        return new Statements<>(
                "hits",
                Match.class,
                request -> found(desk, SearchQuery.of(request::parameters)),
                Optional.of(request ->
                        found(desk, SearchQuery.of(request::parameters).in(Order.BY_ARTICLE))));
    }

    private static Iterator<Ref<Match>> found(Desk desk, SearchQuery query) {
        Shelf shelf = desk.shelf();
        return Listing.each(
                shelf.search().all(query.choice(shelf.search().people())),
                answer -> new Ref<>(
                        answer.record().article().id(), answer.statement().id(), Match.of(answer)));
    }

    /**
     * That a saved search found a statement.
     *
     * @param foundAt when, ISO 8601
     * @param fresh whether nobody looked since
     */
    public record Found(String foundAt, boolean fresh) {}

    /** What a saved search found. */
    public static Statements<Found> saved(Desk desk) {
        return Listing.statements("hits", Found.class, request -> {
            String id = SavedView.search(desk, request.part("id")).id();
            Store store = desk.shelf().store();
            return store.saved().hits(id, Long.MAX_VALUE, SavedSearches.HITS).stream()
                    .flatMap(hit -> store.get(hit.article()).stream()
                            .map(record -> new Ref<>(
                                    record.article().id(),
                                    hit.statementId(),
                                    new Found(hit.foundAt().toString(), !hit.seen()))))
                    .iterator();
        });
    }

    /** The statements of an article. */
    public static Statements<Nothing> article(Desk desk) {
        return Listing.statements("statements", Nothing.class, request -> {
            ArticleFile file = ArticleFile.open(desk.shelf(), request.part("id"));
            return file.record().statements().stream()
                    .map(statement -> Ref.of(file.record().article().id(), statement.id()))
                    .iterator();
        });
    }

    /** What somebody said. */
    public static Statements<Nothing> speaker(Desk desk) {
        return Listing.statements("statements", Nothing.class, request -> {
            Shelf shelf = desk.shelf();
            SpeakerProfile profile = Profiles.named(shelf, request);
            return Listing.each(
                    Walk.of(
                            request,
                            PART,
                            part -> SpeakerView.of(shelf, profile, part),
                            SpeakerView::statements,
                            SpeakerView::next),
                    line -> Ref.of(line.article(), line.id()));
        });
    }

    /**
     * A statement's part in a claim.
     *
     * @param proposition its id in the claim
     * @param standing how its source stands to the claim
     * @param text its proposition, as a sentence
     * @param recalled whether it is told only as something that was said before
     */
    public record Part(String proposition, Standing standing, String text, boolean recalled) {}

    /** The statements that have part in a claim. */
    public static Statements<Part> told(Desk desk) {
        return Listing.statements(
                "told",
                Part.class,
                request -> claim(desk, request).told().stream()
                        .map(told -> new Ref<>(
                                told.statement().article(),
                                told.statement().id(),
                                new Part(told.proposition(), told.standing(), told.text(), told.recalled())))
                        .iterator());
    }

    /**
     * What a statement does to a claim.
     *
     * @param kind what it says
     * @param sure how sure that is, from 0 to 1
     * @param via what found it
     * @param evidence the words that show it
     * @param to id of the statement that is meant
     */
    public record Edge(Dispute.Kind kind, double sure, String via, List<String> evidence, String to) {
        public Edge {
            evidence = List.copyOf(evidence);
        }
    }

    /** The statements that dispute a claim, or back it. */
    public static Statements<Edge> disputes(Desk desk) {
        return Listing.statements(
                "disputes",
                Edge.class,
                request -> claim(desk, request).disputes().stream()
                        .map(edge -> new Ref<>(
                                edge.statement().article(),
                                edge.statement().id(),
                                new Edge(edge.kind(), edge.confidence(), edge.via(), edge.evidence(), edge.to())))
                        .iterator());
    }

    static ClaimDetailView claim(Desk desk, Request request) {
        String id = request.part("id");
        return ClaimDetailView.whole(desk.shelf(), id)
                .orElseThrow(() -> Problem.notFound("there is no claim " + Problem.quoted(id)));
    }

    /**
     * How certain a statement is that waits.
     *
     * @param certainty the chance that its words and its speaker are right, from 0 to 1
     */
    public record Certain(double certainty) {}

    /** What waits for review. */
    public static Statements<Certain> review(Desk desk) {
        return Listing.statements("items", Certain.class, request -> {
            Asked asked = Asked.of(request.with(Cursor.PARAMETER, ""));
            Store store = desk.shelf().store();
            Walk<Optional<Doubtful.Place>, List<Doubtful>, Doubtful> walk = new Walk<>(
                    Optional.empty(),
                    place -> store.reviews().waiting(asked.query(), place, PART),
                    part -> part,
                    part -> part.size() < PART
                            ? Optional.empty()
                            : Optional.of(Optional.of(part.get(PART - 1).place())));
            return Listing.each(
                    walk,
                    one -> new Ref<>(
                            one.articleId(),
                            one.statementId(),
                            new Certain(one.place().certainty())));
        });
    }
}
