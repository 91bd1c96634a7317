package io.onrecord.server.view;

import io.onrecord.claims.ClaimSummary;
import io.onrecord.claims.Rewording;
import io.onrecord.server.desk.Shelf;
import io.onrecord.store.SpeakerProfile;
import io.onrecord.store.Spoken;
import io.onrecord.store.SpokenQuery;
import io.onrecord.store.Subjects;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How somebody's words on the same claim changed.
 *
 * @param speaker who
 * @param claims that they put more than once, those that they put most often first; on the page those of the latest statements
 */
public record SpeakerWordingView(SpeakerProfile speaker, List<Drift> claims) {

    private static final int WORDINGS = 20;

    /** Nobody says the same thing oftener. */
    private static final int MOST = 100_000;

    /**
     * One claim.
     *
     * @param claim in its own words
     * @param wordings the earliest first
     */
    public record Drift(ClaimSummary claim, List<Wording> wordings) {
        public Drift {
            wordings = List.copyOf(wordings);
        }
    }

    /**
     * How it was put once.
     *
     * @param statement the first one with these words
     * @param again how many said the same to the word right after
     * @param marked what is other than in the wording before; empty for the first
     */
    public record Wording(SpokenLine statement, int again, List<Rewording.Piece> marked) {
        public Wording {
            marked = List.copyOf(marked);
        }
    }

    public SpeakerWordingView {
        claims = List.copyOf(claims);
    }

    /** Reads it; claims of which all statements have the same words are left out. */
    public static SpeakerWordingView of(Shelf shelf, SpeakerProfile profile) {
        return of(shelf, profile, shelf.store().people().subjects(profile.id()).claims(), WORDINGS);
    }

    /** With all claims and all wordings, not only the latest. */
    static SpeakerWordingView whole(Shelf shelf, SpeakerProfile profile) {
        return of(shelf, profile, shelf.store().people().repeated(profile.id()), MOST);
    }

    private static SpeakerWordingView of(Shelf shelf, SpeakerProfile profile, List<Subjects.Put> claims, int most) {
        List<Drift> drifts = new ArrayList<>();
        for (Subjects.Put put : claims) {
            if (put.own() > 1) {
                List<Wording> wordings =
                        wordings(shelf, profile.id(), put.claim().id(), most);
                if (wordings.size() > 1) {
                    drifts.add(new Drift(put.claim(), wordings));
                }
            }
        }
        return new SpeakerWordingView(profile, drifts);
    }

    private static List<Wording> wordings(Shelf shelf, String identity, String claim, int most) {
        SpokenQuery query = new SpokenQuery(
                List.of(),
                Optional.empty(),
                Optional.of(claim),
                Optional.empty(),
                Optional.empty(),
                LocalDate.MIN,
                LocalDate.MAX,
                Optional.empty(),
                most);
        List<Spoken> said = new ArrayList<>(shelf.store().people().said(identity, query));
        Collections.reverse(said);
        List<Wording> wordings = new ArrayList<>();
        for (Spoken one : said) {
            SpokenLine line = SpokenLine.of(one, identity);
            int last = wordings.size() - 1;
            if (last < 0) {
                wordings.add(new Wording(line, 0, List.of()));
                continue;
            }
            Wording before = wordings.get(last);
            Rewording change = Rewording.of(before.statement.content(), line.content());
            if (change.isVerbatim()) {
                wordings.set(last, new Wording(before.statement, before.again + 1, before.marked));
            } else {
                wordings.add(new Wording(line, 0, change.pieces()));
            }
        }
        return wordings;
    }
}
