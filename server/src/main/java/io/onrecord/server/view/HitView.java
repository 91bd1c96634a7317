package io.onrecord.server.view;

import io.onrecord.claims.ClaimSummary;
import io.onrecord.memory.Answer;
import io.onrecord.model.Article;
import io.onrecord.model.Published;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import io.onrecord.model.StatementDate;
import io.onrecord.search.Matches;
import io.onrecord.store.Surroundings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A statement in a list, in its words and with what they stand in.
 *
 * @param id of the statement
 * @param page where it stands in its article, as a path of the desk
 * @param article where it stands
 * @param speaker who made it, where that is known
 * @param source the words that name the source
 * @param cue the reporting words
 * @param content what is stated
 * @param stance what the cue does: {@code says}, {@code denies} and so on
 * @param negated whether it is said not to do that
 * @param hypothetical whether it only would do that
 * @param form {@code direct}, {@code indirect} or {@code mixed}
 * @param date when it was made, or else when its article was published; a year, month or day
 * @param confidence how sure it is, 0 to 1
 * @param words the statement in what stands around it
 * @param why what found it
 * @param claims the claims that it has part in
 */
public record HitView(
        String id,
        String page,
        OfArticle article,
        Optional<Somebody> speaker,
        Optional<String> source,
        Optional<String> cue,
        String content,
        Optional<String> stance,
        boolean negated,
        boolean hypothetical,
        String form,
        Optional<String> date,
        double confidence,
        List<HitPiece> words,
        Why why,
        List<OfClaim> claims) {

    /**
     * The article of a statement.
     *
     * @param id of this version of it
     * @param address its own
     * @param title its headline
     * @param outlet who published it
     * @param published when, ISO 8601 as exactly as it is known
     */
    public record OfArticle(
            String id, String address, Optional<String> title, Optional<String> outlet, Optional<String> published) {}

    /**
     * Who made a statement.
     *
     * @param id of the identity over articles; empty where that is not known yet
     * @param name of the identity, or else as the article has it
     * @param why it is this one
     */
    public record Somebody(Optional<String> id, String name, String why) {}

    /**
     * Why a statement was found.
     *
     * @param words which of the words that were looked for stand in it, its headline or its speaker's names
     * @param near how near its meaning is to what was looked for, up to 1; empty where it is not near, or nothing was looked for
     */
    public record Why(List<String> words, OptionalDouble near) {}

    /**
     * A claim of a statement.
     *
     * @param id of the claim
     * @param statements how many have part in it
     * @param outlets how many carry it
     * @param disputes how many statements dispute it
     */
    public record OfClaim(String id, int statements, int outlets, int disputes) {
        static OfClaim of(ClaimSummary claim) {
            return new OfClaim(claim.id(), claim.statements(), claim.outlets(), claim.disputes());
        }
    }

    /**
     * What is shown of an answer.
     *
     * @param matches the words that are lit
     * @param claims that the statement has part in
     */
    public static HitView of(Answer answer, Matches matches, List<ClaimSummary> claims) {
        Statement statement = answer.statement();
        String text = answer.record().textOf(statement.attribution().in());
        Article article = answer.record().article();
        Optional<String> published = article.metadata().published().map(Published::value);
        return new HitView(
                statement.id(),
                "/articles/" + article.id() + "#s-" + statement.id(),
                new OfArticle(
                        article.id(),
                        article.address(),
                        article.metadata().title(),
                        article.metadata().outlet(),
                        published),
                speaker(statement, answer.surroundings()),
                joined(statement.attribution().source(), text),
                joined(statement.attribution().cue(), text),
                joined(statement.attribution().content(), text).orElse(""),
                statement.stance().map(read -> SearchQuery.word(read.stance())),
                statement.stance().filter(read -> read.negated()).isPresent(),
                statement.stance().filter(read -> read.hypothetical()).isPresent(),
                SearchQuery.word(statement.attribution().form()),
                statement.date().map(StatementDate::value).or(() -> published).map(HitView::day),
                statement.attribution().confidence().statement(),
                Excerpt.of(answer.record(), statement, matches),
                new Why(answer.words(), rounded(answer.cosine())),
                claims.stream().map(OfClaim::of).toList());
    }

    private static Optional<Somebody> speaker(Statement statement, Surroundings surroundings) {
        if (!(statement.speaker() instanceof Resolution.Resolved resolved)) {
            return Optional.empty();
        }
        Optional<Surroundings.Known> known =
                Optional.ofNullable(surroundings.identities().get(resolved.speakerId()));
        return Optional.of(new Somebody(
                known.map(Surroundings.Known::id),
                known.map(Surroundings.Known::name).orElse(resolved.name()),
                resolved.why()));
    }

    private static Optional<String> joined(List<Span> spans, String text) {
        return spans.isEmpty()
                ? Optional.empty()
                : Optional.of(spans.stream().map(span -> span.of(text)).collect(Collectors.joining(" […] ")));
    }

    /** Without the time. */
    private static String day(String value) {
        int time = value.indexOf('T');
        return time < 0 ? value : value.substring(0, time);
    }

    private static OptionalDouble rounded(OptionalDouble number) {
        return number.isPresent() ? OptionalDouble.of(Math.round(number.getAsDouble() * 1000) / 1000.0) : number;
    }
}
