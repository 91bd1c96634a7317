package io.onrecord.server.api;

import io.onrecord.corrections.Change;
import io.onrecord.corrections.Corrected;
import io.onrecord.exchange.RecordJson;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.CodePoints;
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
import io.onrecord.server.http.Access;
import io.onrecord.server.http.Json;
import io.onrecord.server.http.Method;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Response;
import io.onrecord.server.http.Route;
import io.onrecord.server.http.Upload;
import io.onrecord.server.problem.Problem;
import io.onrecord.server.view.JobView;
import io.onrecord.server.view.Place;
import io.onrecord.server.view.StatementView;
import io.onrecord.store.Put;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What programs send to be read, and what they put right. Safe to share between threads. */
public final class ReadingApi {

    private static final String ARTICLES = "/api/v1/articles";
    private static final String JOBS = "/api/v1/jobs";

    /** So long whoever sends one article waits for its record; after that it is a job to ask for. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    /** So many wait at once: pages need threads, too. */
    private static final int WAITERS = 16;

    private final Desk desk;
    private final Semaphore waiters = new Semaphore(WAITERS);

    public ReadingApi(Desk desk) {
        this.desk = desk;
    }

    public List<Route> routes() {
        return List.of(
                Route.post(ARTICLES, this::article),
                Route.get(ARTICLES + "/{id}/record", this::record),
                Route.post(ARTICLES + "/{id}/corrections", this::correct),
                new Route(Method.DELETE, ARTICLES + "/{id}/corrections/{statement}", Access.EDIT, this::undo),
                Route.post(JOBS, this::job),
                new Route(Method.DELETE, JOBS + "/{id}", Access.EDIT, this::stop));
    }

    /**
     * A text or an address.
     *
     * @param text of an article
     * @param title of it
     * @param outlet that published it
     * @param published when, ISO 8601
     * @param address of the text; alone, what is fetched
     */
    record ArticleBody(
            @Nullable String text,
            @Nullable String title,
            @Nullable String outlet,
            @Nullable String published,
            @Nullable String address) {

        Submission submission() {
            if (text != null) {
                return Submission.of(pasted(text));
            }
            if (address == null || title != null || outlet != null || published != null) {
                throw new IllegalArgumentException(
                        "give a text, with a title, outlet, date and address if they are known; or an address alone");
            }
            return Submission.of(address);
        }

        Pasted pasted(String words) {
            return new Pasted(
                    words,
                    Optional.ofNullable(title),
                    Optional.ofNullable(outlet),
                    Optional.ofNullable(published),
                    Optional.ofNullable(address));
        }
    }

    /**
     * Much to be read.
     *
     * @param articles texts with what is known of them
     * @param addresses that are fetched
     */
    record JobBody(
            @Nullable List<ArticleBody> articles, @Nullable List<String> addresses) {

        Submission submission() {
            List<Pasted> texts = new ArrayList<>();
            for (ArticleBody one : articles == null ? List.<ArticleBody>of() : articles) {
                if (one.text() == null) {
                    throw new IllegalArgumentException(
                            "each of the articles has a text; addresses have a list of their own");
                }
                texts.add(one.pasted(one.text()));
            }
            return new Submission(texts, addresses == null ? List.of() : addresses, Optional.empty());
        }
    }

    /**
     * Words of a statement; places count code points.
     *
     * @param in {@code text}, unless it is {@code title}
     * @param source the words that name the speaker
     * @param cue the reporting words
     * @param content what is said
     */
    record WordsBody(
            @Nullable String in,
            @Nullable List<Place> source,
            @Nullable List<Place> cue,
            @Nullable List<Place> content) {

        Location location() {
            return in == null ? Location.TEXT : constant(Location.class, "in", in);
        }

        Change.SpansAre spans(String text) {
            CodePoints points = CodePoints.of(text);
            return new Change.SpansAre(spans(source, points), spans(cue, points), spans(content, points));
        }

        private static List<Span> spans(@Nullable List<Place> places, CodePoints points) {
            List<Span> spans = new ArrayList<>();
            for (Place place : places == null ? List.<Place>of() : places) {
                if (place.start() < 0 || place.start() >= place.end() || place.end() > points.length()) {
                    throw new IllegalArgumentException("the place " + place.start() + " to " + place.end()
                            + " is none in a text of " + points.length() + " code points");
                }
                spans.add(new Span(points.toUtf16(place.start()), points.toUtf16(place.end())));
            }
            return spans;
        }
    }

    /**
     * What somebody says of a statement.
     *
     * @param statement id of it; none where one is added
     * @param add a statement that is missing
     * @param words where its words stand, if elsewhere
     * @param speaker who says it
     * @param kind what the speaker is
     * @param nobody whether nobody can be named
     * @param stance what the cue does
     * @param negated did not say so
     * @param hypothetical would say so
     * @param verdict {@code accept} or {@code reject}
     * @param note why
     */
    record CorrectionBody(
            @Nullable String statement,
            @Nullable WordsBody add,
            @Nullable WordsBody words,
            @Nullable String speaker,
            @Nullable String kind,
            @Nullable Boolean nobody,
            @Nullable String stance,
            @Nullable Boolean negated,
            @Nullable Boolean hypothetical,
            @Nullable String verdict,
            @Nullable String note) {

        Said said(Optional<Change.SpansAre> spans) {
            if (stance == null && (negated != null || hypothetical != null)) {
                throw new IllegalArgumentException("negated and hypothetical belong to a stance: give it, too");
            }
            return new Said(
                    Optional.ofNullable(speaker),
                    Optional.ofNullable(kind).map(name -> constant(SpeakerKind.class, "kind", name)),
                    Boolean.TRUE.equals(nobody),
                    Optional.ofNullable(stance)
                            .map(name -> new StanceReading(
                                    constant(Stance.class, "stance", name),
                                    Boolean.TRUE.equals(negated),
                                    Boolean.TRUE.equals(hypothetical))),
                    Optional.ofNullable(verdict).map(name -> constant(Said.Verdict.class, "verdict", name)),
                    spans);
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String field, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(name.strip())) {
                return constant;
            }
        }
        throw new IllegalArgumentException(Problem.quoted(name) + " is no " + field);
    }

    private Response article(Request request) throws IOException {
        Job job = submit(
                request,
                isForm(request)
                        ? Submission.of(sent(request.uploads()))
                        : told(Json.read(request.body(), ArticleBody.class)::submission));
        boolean later = request.header("Prefer")
                .filter(wish -> wish.contains("respond-async"))
                .isPresent();
        if (later || !awaited(job)) {
            return accepted(job);
        }
        JobState state = job.state();
        if (state.phase() == JobState.Phase.FAILED) {
            throw new Problem(503, "Not available", state.problem().orElse("it broke off"));
        }
        if (state.keeps() + state.skips() != 1) {
            return accepted(job);
        }
        if (state.kept().isEmpty()) {
            JobState.SkippedInput skipped = state.skipped().get(0);
            throw new Problem(
                    skipped.again() ? 503 : 422,
                    skipped.again() ? "Busy" : "Cannot be read",
                    Problem.quoted(skipped.address()) + " is not kept: " + skipped.why());
        }
        JobState.KeptArticle kept = state.kept().get(0);
        return json(desk.own()
                        .store()
                        .corrected(kept.id())
                        .map(Corrected::record)
                        .orElseThrow(() -> gone(kept.id())))
                .status(kept.put() == Put.NEW || kept.put() == Put.NEWER_VERSION ? 201 : 200)
                .with("Location", ARTICLES + "/" + kept.id());
    }

    private static Problem gone(String articleId) {
        return Problem.notFound("there is no article " + Problem.quoted(articleId) + " on record (any more)");
    }

    private boolean awaited(Job job) {
        if (!waiters.tryAcquire()) {
            return false;
        }
        try {
            return job.await(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiters.release();
        }
    }

    private Response job(Request request) throws IOException {
        return accepted(submit(
                request,
                isForm(request)
                        ? Submission.of(sent(request.uploads()))
                        : told(Json.read(request.body(), JobBody.class)::submission)));
    }

    private static Response accepted(Job job) {
        return Response.json(JobView.of(job.state())).status(202).with("Location", JOBS + "/" + job.id());
    }

    private Job submit(Request request, Submission submission) {
        return desk.jobs()
                .submit(submission, request.visitor().name())
                .orElseThrow(() -> new Problem(
                        503, "Busy", "more waits to be read than the desk takes on: try again in a few minutes"));
    }

    private static boolean isForm(Request request) {
        return request.header("Content-Type")
                .filter(type -> type.startsWith("multipart/form-data"))
                .isPresent();
    }

    private static SentFiles sent(List<Upload> uploads) throws IOException {
        if (uploads.isEmpty()) {
            throw Problem.bad("the form has no file: send at least one");
        }
        SentFiles files = new SentFiles();
        try {
            for (Upload upload : uploads) {
                try (InputStream in = upload.open()) {
                    files.add(upload.name(), in);
                }
            }
            return files;
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    private Response stop(Request request) {
        Job job = desk.jobs()
                .find(request.part("id"))
                .orElseThrow(() -> Problem.notFound("there is no job " + Problem.quoted(request.part("id"))
                        + " any more: what it read is among the articles"));
        desk.jobs().stop(job);
        return Response.json(JobView.of(job.state()));
    }

    private Response record(Request request) {
        Corrected corrected = corrected(request.part("id"));
        boolean engine = request.parameter("engine").filter("true"::equals).isPresent();
        return json(engine ? corrected.engine() : corrected.record());
    }

    private Corrected corrected(String articleId) {
        return desk.shelf().store().corrected(articleId).orElseThrow(() -> gone(articleId));
    }

    private static Response json(ArticleRecord record) {
        String json = new RecordJson(new RecordJson.Options(true, RecordJson.Offsets.CODE_POINT)).write(record);
        return Response.of(200, "application/json", out -> out.write(json.getBytes(StandardCharsets.UTF_8)));
    }

    private Response correct(Request request) throws IOException {
        CorrectionBody body = Json.read(request.body(), CorrectionBody.class);
        String articleId = request.part("id");
        ArticleRecord record = corrected(articleId).record();
        Correcting correcting =
                new Correcting(desk.shelf(), articleId, request.visitor().name());
        Optional<String> note = Optional.ofNullable(body.note());
        return told(() -> {
            if (body.add() != null && body.statement() == null) {
                Location in = body.add().location();
                String id = correcting.add(in, body.add().spans(record.textOf(in)), body.said(Optional.empty()), note);
                return shown(articleId, id).status(201);
            }
            if (body.statement() == null || body.add() != null) {
                throw new IllegalArgumentException(
                        "give the id of a statement, or, to add one, the places of its words");
            }
            String id = body.statement();
            Location in =
                    StatementView.of(desk.shelf(), articleId, id).statement().title() ? Location.TITLE : Location.TEXT;
            correcting.say(
                    id,
                    body.said(Optional.ofNullable(body.words()).map(words -> words.spans(record.textOf(in)))),
                    note);
            return shown(articleId, correcting.now(id).orElse(id));
        });
    }

    private Response shown(String articleId, String statementId) {
        return Response.json(StatementView.of(desk.shelf(), articleId, statementId));
    }

    private Response undo(Request request) {
        String articleId = request.part("id");
        String statementId = request.part("statement");
        corrected(articleId);
        Correcting correcting =
                new Correcting(desk.shelf(), articleId, request.visitor().name());
        return told(() -> {
            if (!correcting.undo(statementId, request.parameter("note"))) {
                throw new Problem(
                        409, "Nothing to undo", "nothing was said of this statement that could be taken back");
            }
            return Response.empty();
        });
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
