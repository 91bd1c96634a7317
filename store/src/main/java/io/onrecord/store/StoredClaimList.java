package io.onrecord.store;

import io.onrecord.claims.ClaimSummary;
import io.onrecord.model.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Claims, the most disputed and most carried first, some at a time; those of a single statement that nobody disputes come behind all others, by their ids.
 * Safe to share between threads.
 */
public final class StoredClaimList {

    /** Propositions that are looked through at a time for an id that was. */
    private static final int PROPOSITIONS = 5_000;

    private static final String HEAVY = "(claim.disputes > 0 OR claim.statements > 1)";
    private static final String SINGLE = "claim.disputes = 0 AND claim.statements = 1";

    private final Database database;

    StoredClaimList(Database database) {
        this.database = database;
    }

    /**
     * Which claims; what is said of members holds of one statement of each.
     *
     * @param speaker id of an identity whose statement has part in it
     * @param outlet name of an outlet that carries it, whatever its case
     * @param since the first day of publication, {@link LocalDate#MIN} for any
     * @param until the last day of publication, {@link LocalDate#MAX} for any
     * @param disputed only what somebody denies, rejects or contradicts
     */
    public record Filter(
            Optional<String> speaker, Optional<String> outlet, LocalDate since, LocalDate until, boolean disputed) {

        /** All claims. */
        public static final Filter NONE =
                new Filter(Optional.empty(), Optional.empty(), LocalDate.MIN, LocalDate.MAX, false);
    }

    /** A claim by its id, without what is on record of it. */
    public Optional<ClaimSummary> get(String claimId) {
        return database.read(session -> session.first(
                ClaimSelect.SUMMARY + " WHERE substr(claim.id, 1, 8) = substr(?, 1, 8) AND claim.id = ?",
                ClaimSelect::summary,
                claimId,
                claimId));
    }

    /**
     * Some of them.
     *
     * @param after behind which claim the list goes on
     * @param limit how many at most
     */
    public ClaimPage page(Filter filter, Optional<ClaimPage.After> after, int limit) {
        return database.read(session -> {
            List<ClaimSummary> found = new ArrayList<>();
            if (after.isEmpty() || !after.get().isSingle()) {
                found.addAll(heavy(session, filter, after, limit + 1));
            }
            if (found.size() <= limit && !filter.disputed()) {
                Optional<String> behind =
                        after.filter(ClaimPage.After::isSingle).map(ClaimPage.After::id);
                found.addAll(single(session, filter, behind, limit + 1 - found.size()));
            }
            boolean more = found.size() > limit;
            List<ClaimSummary> page = more ? found.subList(0, limit) : found;
            return new ClaimPage(
                    page, more ? Optional.of(ClaimPage.After.of(page.get(page.size() - 1))) : Optional.empty());
        });
    }

    private List<ClaimSummary> heavy(Session session, Filter filter, Optional<ClaimPage.After> after, int limit) {
        StringBuilder where = new StringBuilder(" WHERE " + HEAVY);
        List<Object> values = new ArrayList<>();
        after.ifPresent(last -> {
            // The first condition is what an index can begin at.
            where.append(
                    " AND claim.disputes <= ? AND ((claim.disputes, claim.origins, claim.outlets, claim.statements)"
                            + " < (?, ?, ?, ?) OR claim.disputes = ? AND claim.origins = ? AND claim.outlets = ?"
                            + " AND claim.statements = ? AND claim.id > ?)");
            List<Object> numbers = List.of(last.disputes(), last.origins(), last.outlets(), last.statements());
            values.add(last.disputes());
            values.addAll(numbers);
            values.addAll(numbers);
            values.add(last.id());
        });
        restrict(where, values, filter);
        return session.list(
                ClaimSelect.first(where.toString(), ClaimSelect.BY_WEIGHT, limit),
                ClaimSelect::summary,
                values.toArray());
    }

    private List<ClaimSummary> single(Session session, Filter filter, Optional<String> behind, int limit) {
        String binary = database.dialect().byCharacters();
        String head = "substr(claim.id, 1, 8)" + binary;
        StringBuilder where = new StringBuilder(" WHERE " + SINGLE);
        List<Object> values = new ArrayList<>();
        behind.ifPresent(id -> {
            where.append(" AND " + head + " >= substr(?, 1, 8) AND claim.id" + binary + " > ?");
            values.add(id);
            values.add(id);
        });
        restrict(where, values, filter);
        return session.list(
                ClaimSelect.first(where.toString(), head + ", claim.id" + binary, limit),
                ClaimSelect::summary,
                values.toArray());
    }

    private void restrict(StringBuilder where, List<Object> values, Filter filter) {
        if (filter.disputed()) {
            where.append(" AND claim.disputes > 0");
        }
        filter.speaker().ifPresent(speaker -> {
            // Of one speaker there are few: from these to their claims.
            where.append(" AND claim.key IN (SELECT own.claim FROM " + PutRight.OF_IDENTITY + " spoken"
                    + " JOIN proposition own ON own.article = spoken.article AND own.statement = spoken.number)");
            values.add(speaker);
            values.add(speaker);
        });
        boolean dated = !filter.since().equals(LocalDate.MIN) || !filter.until().equals(LocalDate.MAX);
        if (!dated && filter.outlet().isEmpty()) {
            return;
        }
        String binary = database.dialect().byCharacters();
        where.append(" AND EXISTS (SELECT 1 FROM proposition member JOIN article ON article.key = member.article"
                + " WHERE member.claim = claim.key");
        if (!filter.since().equals(LocalDate.MIN)) {
            where.append(" AND article.published_last_day" + binary + " >= ?");
            values.add(filter.since().toString());
        }
        if (!filter.until().equals(LocalDate.MAX)) {
            where.append(" AND article.published_first_day" + binary + " <= ?");
            values.add(filter.until().toString());
        }
        filter.outlet().ifPresent(outlet -> {
            where.append(" AND " + Dialect.same("article.outlet"));
            values.add(outlet);
        });
        where.append(")");
    }

    /**
     * The claim that has now what another was made of: the id of a claim is that of its earliest statement, so it is another when an earlier one is
     * read, or statements are said to put one claim. Looks through all of them, so it is for ids of which there is no claim.
     */
    public Optional<String> former(String claimId) {
        int after = 0;
        while (true) {
            int from = after;
            record Row(int key, String id, Optional<Integer> claim) {}
            List<Row> rows = database.read(session -> session.list(
                    "SELECT proposition.key AS key, statement.id AS id, proposition.part AS part,"
                            + " proposition.claim AS claim FROM proposition JOIN statement"
                            + " ON statement.article = proposition.article AND statement.number = proposition.statement"
                            + " WHERE proposition.key > ? ORDER BY proposition.key LIMIT " + PROPOSITIONS,
                    row -> new Row(
                            row.integer("key"),
                            row.string("id") + (row.integer("part") == 0 ? "" : "." + row.integer("part")),
                            row.number("claim")),
                    from));
            for (Row row : rows) {
                if (Ids.claim(row.id).equals(claimId)) {
                    return row.claim.flatMap(claim -> database.read(session ->
                            session.first("SELECT id FROM claim WHERE key = ?", found -> found.string("id"), claim)));
                }
            }
            if (rows.size() < PROPOSITIONS) {
                return Optional.empty();
            }
            after = rows.get(rows.size() - 1).key;
        }
    }
}
