package io.onrecord.server.view;

import io.onrecord.server.desk.Shelf;
import io.onrecord.server.http.Request;
import io.onrecord.server.problem.Problem;
import io.onrecord.store.SpeakerProfile;

/** Who a page is about. */
final class Profiles {

    private Profiles() {}

    /**
     * The one whom the path of a request names.
     *
     * @throws Problem with status 404 if there is none
     */
    static SpeakerProfile named(Shelf shelf, Request request) {
        String id = request.part("id");
        return shelf.store()
                .people()
                .get(id)
                .orElseThrow(() -> Problem.notFound("there is no speaker " + Problem.quoted(id)));
    }
}
