package io.onrecord.server.api;

import io.onrecord.server.desk.Decisions;
import io.onrecord.server.http.Json;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Response;
import io.onrecord.server.http.Route;
import io.onrecord.server.problem.Problem;
import io.onrecord.store.MadeDecision;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Merging and splitting speakers and claims, and taking that back, for programs. */
public final class DecisionsApi {

    private static final String API = "/api/v1";

    private final Decisions decisions;

    public DecisionsApi(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * Two that are one.
     *
     * @param first id of an identity, or a claim
     * @param second id of another
     */
    record Merge(@Nullable String first, @Nullable String second) {}

    /**
     * A speaker of an article who is somebody else.
     *
     * @param identity id of the identity that has it
     * @param article id of the article
     * @param speaker id of the speaker in its record
     */
    record SplitSpeaker(
            @Nullable String identity,
            @Nullable String article,
            @Nullable String speaker) {}

    /**
     * A statement that does not put a claim.
     *
     * @param claim id of the claim
     * @param proposition the statement's, as the claim has it
     */
    record SplitClaim(@Nullable String claim, @Nullable String proposition) {}

    public List<Route> routes() {
        return List.of(
                Route.post(API + "/speakers/merge", request -> {
                    Merge asked = Json.read(request.body(), Merge.class);
                    return made(decisions.mergeSpeakers(
                            needed(asked.first, "first"), needed(asked.second, "second"), author(request)));
                }),
                Route.post(API + "/speakers/split", request -> {
                    SplitSpeaker asked = Json.read(request.body(), SplitSpeaker.class);
                    return made(decisions.splitSpeaker(
                            needed(asked.identity, "identity"),
                            needed(asked.article, "article"),
                            needed(asked.speaker, "speaker"),
                            author(request)));
                }),
                Route.post(API + "/claims/merge", request -> {
                    Merge asked = Json.read(request.body(), Merge.class);
                    return made(decisions.mergeClaims(
                            needed(asked.first, "first"), needed(asked.second, "second"), author(request)));
                }),
                Route.post(API + "/claims/split", request -> {
                    SplitClaim asked = Json.read(request.body(), SplitClaim.class);
                    return made(decisions.splitClaim(
                            needed(asked.claim, "claim"), needed(asked.proposition, "proposition"), author(request)));
                }),
                Route.post(API + "/decisions/{id}/undo", this::undo));
    }

    private static String author(Request request) {
        return request.visitor().name();
    }

    private static String needed(@Nullable String value, String name) {
        return Optional.ofNullable(value)
                .filter(given -> !given.isBlank())
                .orElseThrow(() -> Problem.bad("the body needs " + name));
    }

    private static Response made(Decisions.Result result) {
        return Response.json(result).status(201);
    }

    private Response undo(Request request) throws IOException {
        MadeDecision taken = decisions.takeBack(request.part("id"), author(request));
        return Response.json(Map.of("decision", taken.id(), "takenBackBy", author(request)));
    }
}
