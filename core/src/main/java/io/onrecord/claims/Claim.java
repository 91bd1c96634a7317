package io.onrecord.claims;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The same proposition, as it is put by one or more statements.
 *
 * @param id {@link io.onrecord.model.Ids#claim} of the earliest member
 * @param representative the member whose wording stands for all: the one that is nearest to the others
 * @param members in the order of the record, never empty
 */
public record Claim(String id, Member representative, List<Member> members) {

    /**
     * A statement's share in a claim.
     *
     * @param propositionId which of its propositions
     * @param statementId the statement
     * @param place where it stands
     * @param outlet who published it
     * @param standing how the source stands to the claim
     * @param recalled whether it is told only as something that was said before
     */
    public record Member(
            String propositionId,
            String statementId,
            Place place,
            Optional<String> outlet,
            Standing standing,
            boolean recalled) {

        /** A proposition's share. */
        public static Member of(Proposition proposition) {
            return new Member(
                    proposition.id(),
                    proposition.statementId(),
                    proposition.place(),
                    proposition.outlet(),
                    proposition.standing(),
                    proposition.recalled());
        }

        /** Whether the source says that it is so. */
        public boolean states() {
            return standing == Standing.STATES;
        }
    }

    public Claim {
        members = List.copyOf(members);
        if (!members.contains(representative)) {
            throw new IllegalArgumentException("claim " + id + " is represented by a statement that it has not");
        }
    }

    /** The member that was on record first. */
    public Member first() {
        return members.get(0);
    }

    /** Outlets that carry it, in the order in which they came to. */
    public Set<String> outlets() {
        Set<String> outlets = new LinkedHashSet<>();
        members.forEach(member -> member.outlet().ifPresent(outlets::add));
        return outlets;
    }

    /**
     * How many independent origins it has: copies of one wire story count once.
     *
     * @param origin the article whose text an article copies, or the article itself
     */
    public int origins(UnaryOperator<String> origin) {
        Set<String> origins = new LinkedHashSet<>();
        members.forEach(member -> origins.add(origin.apply(member.place().articleId())));
        return origins.size();
    }
}
