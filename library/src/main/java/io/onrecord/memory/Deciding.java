package io.onrecord.memory;

import io.onrecord.claims.Constraint;
import io.onrecord.claims.Proposition;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Speaker;
import io.onrecord.speakers.Decision;
import io.onrecord.speakers.Decision.Anchor;
import io.onrecord.speakers.NamedSpeakers;
import io.onrecord.store.SpeakerPlace;
import io.onrecord.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Keeps what people decide about who is the same, and about what puts the same claim. What it is about is named by articles and statements, so that it outlives
 * identities and claims that are made anew. It holds once {@link Identifying} and {@link Claiming} have run. Safe to share between threads.
 */
public final class Deciding {

    /** Statements of a claim from which one is kept apart, or to which those of another are joined; of more, the first on record. */
    private static final int MOST = 200;

    private final Store store;

    public Deciding(Store store) {
        this.store = store;
    }

    /** A speaker of an article by whom an identity is known: one whom a name tells apart there; empty where there is none. */
    public Optional<Anchor> anchor(String identityId) {
        return anchor(identityId, (record, speaker) -> true);
    }

    /** The same, but for a speaker of an article. */
    public Optional<Anchor> anchorBeside(String identityId, String articleId, String speakerId) {
        return anchor(
                identityId,
                (record, speaker) -> !record.article().id().equals(articleId)
                        || !speaker.id().equals(speakerId));
    }

    private Optional<Anchor> anchor(String identityId, BiPredicate<ArticleRecord, Speaker> wanted) {
        for (SpeakerPlace place : store.speakers(identityId)) {
            Optional<Anchor> anchor = store.get(place.article())
                    .flatMap(record -> record.speakers().stream()
                            .filter(speaker -> speaker.id().equals(place.speakerId()))
                            .filter(speaker -> wanted.test(record, speaker))
                            .flatMap(speaker -> anchor(record, speaker).stream())
                            .findFirst());
            if (anchor.isPresent()) {
                return anchor;
            }
        }
        return Optional.empty();
    }

    /** A speaker of an article, by the id in its record; empty where there is none, or the name does not tell it apart there. */
    public Optional<Anchor> anchor(String articleId, String speakerId) {
        return store.get(articleId)
                .flatMap(record -> record.speakers().stream()
                        .filter(speaker -> speaker.id().equals(speakerId))
                        .flatMap(speaker -> anchor(record, speaker).stream())
                        .findFirst());
    }

    private static Optional<Anchor> anchor(ArticleRecord record, Speaker speaker) {
        return NamedSpeakers.of(record.speakers(), speaker.name()).size() == 1
                ? Optional.of(new Anchor(record.article().id(), speaker.name()))
                : Optional.empty();
    }

    /**
     * Two speakers are one.
     *
     * @param author who says so
     * @return the id of the decision, by which it is taken back
     * @throws io.onrecord.store.StoreException if one of the articles is not kept
     */
    public String merge(Anchor first, Anchor second, String author) {
        return store.decide(Decision.merge(first, second), author);
    }

    /**
     * Two speakers are not one.
     *
     * @param first with whom others stay who are like both
     * @param author who says so
     * @return the id of the decision, by which it is taken back
     * @throws io.onrecord.store.StoreException if one of the articles is not kept
     */
    public String split(Anchor first, Anchor second, String author) {
        return store.decide(Decision.split(first, second), author);
    }

    /**
     * Two claims are one, with all statements that they have, so that nothing falls out of the second.
     *
     * @param author who says so
     * @return the id of the decision, by which it is taken back; empty where there is nothing to decide, since a claim is not there or both are one
     */
    public Optional<String> mergeClaims(String firstClaim, String secondClaim, String author) {
        List<String> first = propositions(firstClaim);
        List<String> second = propositions(secondClaim);
        if (first.isEmpty() || second.isEmpty() || first.equals(second)) {
            return Optional.empty();
        }
        Stream<String> others = Stream.concat(first.stream().limit(MOST).skip(1), second.stream());
        return Optional.of(decide(Constraint.Kind.MERGE, first.get(0), others, author));
    }

    /**
     * A statement does not put a claim, of which it is kept apart from all others.
     *
     * @param propositionId the statement's, with the part behind a dot where it puts several propositions
     * @param author who says so
     * @return the id of the decision, by which it is taken back; empty where there is nothing to decide, since the claim does not have it or no others
     */
    public Optional<String> splitClaim(String claim, String propositionId, String author) {
        List<String> all = propositions(claim);
        if (!all.contains(propositionId) || all.size() < 2) {
            return Optional.empty();
        }
        Stream<String> others =
                all.stream().filter(other -> !other.equals(propositionId)).limit(MOST);
        return Optional.of(decide(Constraint.Kind.SPLIT, propositionId, others, author));
    }

    private String decide(Constraint.Kind kind, String first, Stream<String> others, String author) {
        return store.decide(
                others.map(other -> new Constraint(kind, first, other)).toList(), author);
    }

    private List<String> propositions(String claim) {
        return store.propositions(claim).stream().map(Proposition::id).toList();
    }
}
