package io.onrecord.server.page;

import io.onrecord.corrections.Change;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Stance;
import io.onrecord.model.StanceReading;
import io.onrecord.server.desk.Correcting;
import io.onrecord.server.desk.Desk;
import io.onrecord.server.desk.Job;
import io.onrecord.server.desk.JobState;
import io.onrecord.server.desk.Pasted;
import io.onrecord.server.desk.Said;
import io.onrecord.server.desk.SentFiles;
import io.onrecord.server.desk.Submission;
import io.onrecord.server.desk.WordSearch;
import io.onrecord.server.http.Handler;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Response;
import io.onrecord.server.http.Route;
import io.onrecord.server.http.Upload;
import io.onrecord.server.list.Listing;
import io.onrecord.server.problem.Problem;
import io.onrecord.server.view.ArticleView;
import io.onrecord.server.view.ArticlesView;
import io.onrecord.server.view.Card;
import io.onrecord.server.view.HistoryView;
import io.onrecord.server.view.JobView;
import io.onrecord.server.view.JobsView;
import io.onrecord.server.view.ReadView;
import io.onrecord.server.view.RowLists;
import io.onrecord.server.view.StatementLists;
import io.onrecord.server.view.StatementView;
import io.onrecord.server.view.StatementsView;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The pages on which articles are read and put right. Safe to share between threads. */
public final class ReadingPages {

    /** So long a form waits for a short text, so that its sender sees the article at once. */
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private static final String ARTICLES = "/articles";

    private final Desk desk;
    private final Pages pages;

    public ReadingPages(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(pages.form("/read", "read.jte", request -> ReadView.of(desk.jobs(), request)));
        routes.add(Route.post("/read", this::read));
        routes.addAll(
                pages.twins("/jobs", "jobs.jte", request -> JobsView.of(desk.jobs(), request), RowLists.jobs(desk)));
        routes.add(pages.list("/jobs/{id}", this::job, jobLists()));
        routes.add(pages.twin("/jobs/{id}", this::jobView, jobLists()));
        routes.add(Route.post("/jobs/{id}/stop", this::stop));
        pages.twins(
                        ARTICLES,
                        "articles.jte",
                        request -> ArticlesView.of(desk.shelf(), request),
                        RowLists.articles(desk))
                .forEach(route -> routes.add(Route.get(route.path(), concrete(route.handler()))));
        routes.addAll(pages.twins("/articles/{id}", "article.jte", this::article, StatementLists.article(desk)));
        routes.add(pages.twin(
                "/articles/{id}/statements",
                request -> StatementsView.of(desk.shelf(), request),
                StatementLists.article(desk)));
        routes.addAll(pages.twins(
                "/articles/{id}/history",
                "history.jte",
                request -> HistoryView.of(desk.shelf(), request.part("id")),
                RowLists.history(desk)));
        routes.add(Route.post("/articles/{id}/statements", this::add));
        routes.add(Route.get("/articles/{id}/statements/{statement}/correct", this::form));
        routes.add(Route.post("/articles/{id}/statements/{statement}/corrections", this::correct));
        routes.add(Route.get("/statements/{id}", this::statement));
        routes.add(pages.twin("/statements/{id}", request -> StatementView.of(desk.shelf(), request.part("id"))));
        return routes;
    }

    private ArticleView article(Request request) {
        return ArticleView.of(desk.shelf(), request.part("id"), request.number("at", 0, 0, Integer.MAX_VALUE));
    }

    /** Of what is new to whoever asks, the address that shows the same to everybody. */
    private Handler concrete(Handler list) {
        return request -> {
            String address = request.query().isEmpty() ? request.path() : request.path() + "?" + request.query();
            Optional<String> news = ArticlesView.news(desk.shelf(), request, address);
            return news.isPresent() ? Response.seeOther(news.get()) : list.handle(request);
        };
    }

    private JobView jobView(Request request) {
        return JobView.of(found(request).state());
    }

    private Listing[] jobLists() {
        return new Listing[] {RowLists.kept(this::jobView), RowLists.skipped(this::jobView)};
    }

    /** Wherever it stands. */
    private Response statement(Request request) {
        return Response.seeOther(
                StatementView.of(desk.shelf(), request.part("id")).path());
    }

    private Response read(Request request) throws IOException {
        Submission submission = submission(request);
        Job job = desk.jobs()
                .submit(submission, request.visitor().name())
                .orElseThrow(() -> new Problem(
                        503, "Busy", "more waits to be read than the desk takes on: try again in a few minutes"));
        try {
            job.await(AT_ONCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Response.seeOther(whole(job.state()).orElse("/jobs/" + job.id()));
    }

    private static Submission submission(Request request) throws IOException {
        List<Pasted> texts = new ArrayList<>();
        return told(() -> {
            // Browsers send every line end as two characters.
            request.parameter("text")
                    .map(text -> text.replace("\r\n", "\n"))
                    .ifPresent(text -> texts.add(new Pasted(
                            text,
                            request.parameter("title"),
                            request.parameter("outlet"),
                            request.parameter("published"),
                            request.parameter("link"))));
            List<String> addresses = request.parameter("addresses").stream()
                    .flatMap(String::lines)
                    .filter(line -> !line.isBlank())
                    .toList();
            return new Submission(texts, addresses, sent(request.uploads()));
        });
    }

    /** Files, copied before the request ends; deleted if one of them cannot be. */
    private static Optional<SentFiles> sent(List<Upload> uploads) {
        if (uploads.isEmpty()) {
            return Optional.empty();
        }
        try {
            SentFiles files = new SentFiles();
            try {
                for (Upload upload : uploads) {
                    try (InputStream in = upload.open()) {
                        files.add(upload.name(), in);
                    }
                }
                return Optional.of(files);
            } catch (IOException | RuntimeException e) {
                files.close();
                throw e;
            }
        } catch (IOException e) {
            throw new Problem(
                    507,
                    "No room",
                    "what was sent cannot be kept for reading: its owner must make room on the disk",
                    e);
        }
    }

    /** Where the one article is that was asked for, if it is there. */
    private static Optional<String> whole(JobState job) {
        boolean one = job.phase() == JobState.Phase.DONE
                && job.labels().size() == 1
                && job.keeps() == 1
                && job.skips() == 0
                && job.notices().isEmpty();
        return one ? Optional.of("/articles/" + job.kept().get(0).id()) : Optional.empty();
    }

    private Job found(Request request) {
        return desk.jobs()
                .find(request.part("id"))
                .orElseThrow(() -> Problem.notFound("there is no job " + Problem.quoted(request.part("id"))
                        + " any more: what it read is among the articles"));
    }

    private Response job(Request request) {
        JobState state = found(request).state();
        JobView view = JobView.of(state);
        if (!request.wantsPart()) {
            return pages.page(request, "job.jte", view, jobLists());
        }
        Response part = pages.part(
                "jobpart.jte", Map.of("view", view, "mayEdit", request.visitor().mayEdit()));
        return whole(state).map(path -> part.with("HX-Redirect", path)).orElse(part);
    }

    private Response stop(Request request) {
        Job job = found(request);
        desk.jobs().stop(job);
        return Response.seeOther("/jobs/" + job.id());
    }

    private Response form(Request request) throws IOException {
        StatementView view = StatementView.of(desk.shelf(), request.part("id"), request.part("statement"));
        return request.wantsPart()
                ? pages.part("correctform.jte", Map.of("view", view))
                : pages.form(request.path(), "correct.jte", again -> view)
                        .handler()
                        .handle(request);
    }

    private Response correct(Request request) {
        String articleId = request.part("id");
        String statementId = request.part("statement");
        Card card = StatementView.of(desk.shelf(), articleId, statementId).statement();
        Correcting correcting =
                new Correcting(desk.shelf(), articleId, request.visitor().name());
        Optional<String> note = request.parameter("note");
        return told(() -> {
            switch (request.parameter("do").orElse("save")) {
                case "accept" -> correcting.say(statementId, Said.of(Said.Verdict.ACCEPT), note);
                case "reject" -> correcting.say(statementId, Said.of(Said.Verdict.REJECT), note);
                case "undo" -> undo(correcting, statementId, note);
                case "save" -> correcting.say(statementId, changed(request, card), note);
                default -> throw Problem.bad("do is save, accept, reject or undo");
            }
            return Response.seeOther(
                    pathTo(articleId, correcting.now(statementId).orElse(statementId)));
        });
    }

    /** The place of a statement that may just have gone. */
    private String pathTo(String articleId, String statementId) {
        try {
            return StatementView.of(desk.shelf(), articleId, statementId).path();
        } catch (Problem gone) {
            return "/articles/" + articleId;
        }
    }

    private static void undo(Correcting correcting, String statementId, Optional<String> note) {
        if (!correcting.undo(statementId, note)) {
            throw new Problem(409, "Nothing to undo", "nothing was said of this statement that could be taken back");
        }
    }

    /** What the form says that is other than what the record says. */
    private static Said changed(Request request, Card card) {
        Optional<String> speaker = request.parameter("speaker").map(String::strip);
        boolean nobody = request.parameter("nobody").isPresent();
        Optional<String> kind = request.parameter("kind");
        boolean otherSpeaker = !nobody
                && (!speaker.equals(card.speaker().name())
                        || kind.isPresent() && !kind.equals(card.speaker().kind()));
        boolean otherNobody = nobody && card.speaker().name().isPresent();
        Optional<StanceReading> stance = request.parameter("stance").map(name -> stance(name, request));
        Optional<StanceReading> otherStance = stance.filter(reading -> !card.stance()
                .equals(Optional.of(
                        new Card.StanceLine(lower(reading.stance()), reading.negated(), reading.hypothetical()))));
        return new Said(
                otherSpeaker ? speaker : Optional.empty(),
                otherSpeaker && speaker.isPresent() ? kind.map(ReadingPages::kind) : Optional.empty(),
                otherNobody,
                otherStance,
                Optional.empty(),
                Optional.empty());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static StanceReading stance(String name, Request request) {
        return new StanceReading(
                constant(Stance.class, "stance", name),
                request.parameter("negated").isPresent(),
                request.parameter("hypothetical").isPresent());
    }

    private static SpeakerKind kind(String name) {
        return constant(SpeakerKind.class, "kind", name);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String field, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(name.strip())) {
                return constant;
            }
        }
        throw Problem.bad(Problem.quoted(name) + " is no " + field);
    }

    /** A statement that is missing: its words are pointed at, or copied. */
    private Response add(Request request) {
        String articleId = request.part("id");
        String text = desk.shelf()
                .store()
                .corrected(articleId)
                .orElseThrow(() -> Problem.notFound("there is no article " + Problem.quoted(articleId)))
                .record()
                .article()
                .text()
                .value();
        return told(() -> {
            Pointed pointed = new Pointed(text);
            List<Span> content = pointed.at(request.parameter("contentAt"))
                    .orElseGet(() -> List.of(new WordSearch(text)
                            .only(request.parameter("content")
                                    .orElseThrow(() -> new IllegalArgumentException(
                                            "say what is said: select the words, or copy them out of the article")))));
            List<Span> cue = words(request, "cue", pointed, text, content);
            List<Span> source = words(request, "source", pointed, text, content);
            if (cue.isEmpty()) {
                throw new IllegalArgumentException("give the reporting words, such as said: a statement has some");
            }
            Optional<String> speaker = request.parameter("speaker");
            Said said = new Said(
                    speaker,
                    Optional.empty(),
                    false,
                    request.parameter("stance").map(name -> stance(name, request)),
                    Optional.empty(),
                    Optional.empty());
            Correcting correcting =
                    new Correcting(desk.shelf(), articleId, request.visitor().name());
            String id = correcting.add(
                    Location.TEXT, new Change.SpansAre(source, cue, content), said, request.parameter("note"));
            return Response.seeOther(pathTo(articleId, id));
        });
    }

    private static List<Span> words(Request request, String name, Pointed pointed, String text, List<Span> content) {
        return pointed.at(request.parameter(name + "At"))
                .orElseGet(() -> new WordSearch(text).nearest(request.parameter(name), content.get(0)));
    }

    /** What cannot be is told to whoever asked for it. */
    private static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "Bad request", String.valueOf(e.getMessage()), e);
        }
    }
}
