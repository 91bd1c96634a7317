package io.onrecord.server.view;

import io.onrecord.claims.ClaimSummary;
import io.onrecord.claims.Rewording;
import io.onrecord.server.desk.Desk;
import io.onrecord.server.desk.Shelf;
import io.onrecord.server.list.Listing;
import io.onrecord.server.list.Listing.Rows;
import io.onrecord.store.Counted;
import io.onrecord.store.Event;
import io.onrecord.store.SpeakerProfile;
import java.util.List;

/** The lists of the desk whose rows are no statements. */
public final class RowLists {

    private static final int PART = 200;

    private RowLists() {}

    public static Rows<ArticlesView.Line> articles(Desk desk) {
        return Listing.parts(
                "articles",
                ArticlesView.Line.class,
                PART,
                request -> ArticlesView.of(desk.shelf(), request),
                ArticlesView::articles,
                ArticlesView::next);
    }

    /** What people said of an article's statements. */
    public static Rows<HistoryView.Entry> history(Desk desk) {
        return Listing.whole(
                "entries",
                HistoryView.Entry.class,
                request -> HistoryView.of(desk.shelf(), request.part("id")),
                HistoryView::entries);
    }

    public static Rows<JobsView.Line> jobs(Desk desk) {
        return Listing.parts(
                "jobs",
                JobsView.Line.class,
                PART,
                request -> JobsView.of(desk.jobs(), request),
                JobsView::jobs,
                JobsView::next);
    }

    /** What a job kept. */
    public static Rows<JobView.KeptLine> kept(Listing.Part<JobView> job) {
        return Listing.whole("kept", JobView.KeptLine.class, job, JobView::kept);
    }

    /** What a job did not keep. */
    public static Rows<JobView.SkippedLine> skipped(Listing.Part<JobView> job) {
        return Listing.whole("skipped", JobView.SkippedLine.class, job, JobView::skipped);
    }

    public static Rows<SavedListView.Saved> searches(Desk desk) {
        return Listing.whole(
                "searches", SavedListView.Saved.class, request -> SavedListView.of(desk), SavedListView::searches);
    }

    /** How telling of what a saved search found went. */
    public static Rows<SavedView.Sent> deliveries(Desk desk) {
        return Listing.whole(
                "deliveries", SavedView.Sent.class, request -> SavedView.of(desk, request), SavedView::deliveries);
    }

    public static Rows<FeedLine> feeds(Desk desk) {
        return Listing.whole("feeds", FeedLine.class, request -> FeedsView.of(desk), FeedsView::feeds);
    }

    /** What came of the entries of a feed. */
    public static Rows<FeedView.Entry> entries(Desk desk) {
        return Listing.parts(
                "entries",
                FeedView.Entry.class,
                PART,
                request -> FeedView.of(desk, request.part("id"), request.parameter(Cursor.PARAMETER)),
                FeedView::entries,
                FeedView::next);
    }

    public static Rows<SpeakerProfile> speakers(Desk desk) {
        return Listing.parts(
                "speakers",
                SpeakerProfile.class,
                PART,
                request -> SpeakersView.of(desk.shelf(), request),
                SpeakersView::speakers,
                SpeakersView::next);
    }

    /** Disputes that somebody has part in, with their words. */
    public static Rows<EdgeLine> edgesOfSpeaker(Desk desk) {
        return Listing.parts(
                "edges", EdgeLine.class, PART, ofSpeaker(desk), SpeakerDisputesView::edges, SpeakerDisputesView::next);
    }

    /** Whom somebody disputes. */
    public static Rows<Counted> disputed(Desk desk) {
        return Listing.whole("disputes", Counted.class, ofSpeaker(desk), SpeakerDisputesView::disputes);
    }

    /** Who disputes somebody. */
    public static Rows<Counted> disputing(Desk desk) {
        return Listing.whole("disputedBy", Counted.class, ofSpeaker(desk), SpeakerDisputesView::disputedBy);
    }

    private static Listing.Part<SpeakerDisputesView> ofSpeaker(Desk desk) {
        return request -> {
            Shelf shelf = desk.shelf();
            return SpeakerDisputesView.of(shelf, Profiles.named(shelf, request), request);
        };
    }

    /**
     * One wording of a claim by the same speaker.
     *
     * @param claim that it puts
     * @param statement the first one with these words
     * @param again how many said the same to the word right after
     * @param marked what is other than in the wording before
     */
    public record Worded(ClaimSummary claim, SpokenLine statement, int again, List<Rewording.Piece> marked) {
        public Worded {
            marked = List.copyOf(marked);
        }
    }

    /** How somebody's words on the same claims changed. */
    public static Rows<Worded> wordings(Desk desk) {
        return Listing.whole(
                "claims",
                Worded.class,
                request -> {
                    Shelf shelf = desk.shelf();
                    return SpeakerWordingView.whole(shelf, Profiles.named(shelf, request));
                },
                view -> view.claims().stream()
                        .flatMap(drift -> drift.wordings().stream()
                                .map(one -> new Worded(drift.claim(), one.statement(), one.again(), one.marked())))
                        .toList());
    }

    /** Under which names somebody is on record. */
    public static Rows<SpeakerNamesView.NameLine> names(Desk desk) {
        return Listing.whole(
                "names",
                SpeakerNamesView.NameLine.class,
                request -> {
                    Shelf shelf = desk.shelf();
                    return SpeakerNamesView.all(shelf, Profiles.named(shelf, request));
                },
                names -> names);
    }

    public static Rows<EdgeLine> disputes(Desk desk) {
        return Listing.parts(
                "edges",
                EdgeLine.class,
                PART,
                request -> DisputesView.of(desk.shelf(), request),
                DisputesView::edges,
                DisputesView::next);
    }

    public static Rows<ClaimSummary> claims(Desk desk) {
        return new Rows<>("claims", ClaimSummary.class, request -> ClaimsView.all(desk.shelf(), request));
    }

    /** Articles that carry a claim, each independent one with its copies. */
    public static Rows<ClaimDetailView.Origin> origins(Desk desk) {
        return Listing.whole(
                "origins",
                ClaimDetailView.Origin.class,
                request -> StatementLists.claim(desk, request),
                ClaimDetailView::origins);
    }

    public static Rows<DecisionLine> decisions(Desk desk) {
        return Listing.parts(
                "decisions",
                DecisionLine.class,
                PART,
                request -> DecisionsView.of(desk.shelf(), request),
                DecisionsView::decisions,
                DecisionsView::next);
    }

    /**
     * That an outlet carries a claim of an event.
     *
     * @param outlets that carry the claim
     * @param claim in its own words
     * @param outlet one of them
     * @param statement its first that puts the claim
     * @param more how many others it has
     */
    public record Carries(List<String> outlets, ClaimSummary claim, String outlet, SpokenLine statement, int more) {
        public Carries {
            outlets = List.copyOf(outlets);
        }
    }

    /** The claims of an event, with what each of some outlets has of them. */
    public static Rows<Carries> groups(Desk desk) {
        return Listing.whole(
                "groups",
                Carries.class,
                request -> CompareView.whole(desk.shelf(), request),
                view -> view.groups().stream()
                        .flatMap(group -> group.claims().stream()
                                .flatMap(one -> one.carriers().stream()
                                        .map(carrier -> new Carries(
                                                group.outlets(),
                                                one.claim(),
                                                carrier.outlet(),
                                                carrier.statement(),
                                                carrier.more()))))
                        .toList());
    }

    /** The articles of an event. */
    public static Rows<Event.Story> stories(Desk desk) {
        return Listing.whole(
                "articles",
                Event.Story.class,
                request -> CompareView.whole(desk.shelf(), request),
                CompareView::articles);
    }

    /** What statements of one outlet do to claims that another carries. */
    public static Rows<CompareView.Across> across(Desk desk) {
        return Listing.whole(
                "disputes",
                CompareView.Across.class,
                request -> CompareView.whole(desk.shelf(), request),
                CompareView::disputes);
    }
}
