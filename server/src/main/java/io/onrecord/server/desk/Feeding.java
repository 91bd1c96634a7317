package io.onrecord.server.desk;

import io.onrecord.server.problem.Problem;
import io.onrecord.store.Feeds;
import io.onrecord.store.Watched;
import java.time.Duration;

/** What is done with watched feeds. Safe to share between threads. */
public final class Feeding {

    private final Desk desk;

    public Feeding(Desk desk) {
        this.desk = desk;
    }

    private Feeds feeds() {
        return desk.own().store().feeds();
    }

    /**
     * Watches a feed; one that is watched already stays as it is.
     *
     * @throws Problem with status 400 if it is no address, or one that is not asked
     */
    public Watched add(String address, Duration interval, String by) {
        String feed = address.strip();
        if (feed.isEmpty()) {
            throw Problem.bad("a feed has an address, such as https://press.example/feed.xml");
        }
        desk.watching().objection(feed).ifPresent(why -> {
            throw Problem.bad(Problem.quoted(feed) + " is not watched: " + why);
        });
        Watched added = feeds().add(feed, interval, by);
        desk.watching().touch();
        return added;
    }

    /**
     * Changes how a feed is watched.
     *
     * @throws Problem with status 404 if it is not watched
     */
    public Watched change(String id, Duration interval, boolean paused) {
        Watched changed = feeds().change(id, interval, paused).orElseThrow(() -> unknown(id));
        desk.watching().touch();
        return changed;
    }

    /**
     * Looks at it as soon as may be.
     *
     * @throws Problem with status 404 if it is not watched, 409 if it is paused
     */
    public void look(String id) {
        Watched feed = feeds().get(id).orElseThrow(() -> unknown(id));
        if (feed.paused()) {
            throw new Problem(409, "Conflict", "this feed is paused: let it go on first");
        }
        feeds().hasten(id);
        desk.watching().touch();
    }

    /**
     * Watches a feed no more.
     *
     * @throws Problem with status 404 if it is not watched
     */
    public void remove(String id) {
        if (!feeds().remove(id)) {
            throw unknown(id);
        }
    }

    private static Problem unknown(String id) {
        return Problem.notFound("no feed " + Problem.quoted(id) + " is watched");
    }
}
