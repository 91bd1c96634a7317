package io.onrecord.model;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that one article yields: the <i>record</i> of the design (the name {@code Record} is Java's own).
 *
 * @param article what was read
 * @param speakers who speaks in it
 * @param statements in the order of the title, then the text
 * @param disputes between its statements
 * @param producer what made this record
 */
public record ArticleRecord(
        Article article,
        List<Speaker> speakers,
        List<Statement> statements,
        List<Dispute> disputes,
        Producer producer) {

    public ArticleRecord {
        speakers = List.copyOf(speakers);
        statements = List.copyOf(statements);
        disputes = List.copyOf(disputes);
        Set<String> speakerIds = new HashSet<>();
        for (Speaker speaker : speakers) {
            if (!speakerIds.add(speaker.id())) {
                throw problem(article, "has the speaker " + speaker.id() + " twice");
            }
        }
        Set<String> statementIds = new HashSet<>();
        for (Statement statement : statements) {
            if (!statementIds.add(statement.id())) {
                throw problem(article, "has the statement " + statement.id() + " twice");
            }
        }
        Map<Location, CodePoints> points = new EnumMap<>(Location.class);
        for (Statement statement : statements) {
            Location in = statement.attribution().in();
            String text = textOf(article, in);
            checkSpans(article, statement, text.length());
            checkId(article, statement, points.computeIfAbsent(in, key -> CodePoints.of(text)));
            if (statement.speaker() instanceof Resolution.Resolved resolved
                    && !speakerIds.contains(resolved.speakerId())) {
                throw problem(
                        article, "has no speaker " + resolved.speakerId() + ", whom " + statement.id() + " names");
            }
            if (!speakerIds.containsAll(statement.about())) {
                throw problem(article, "lacks one of the speakers " + statement.about() + " of " + statement.id());
            }
            if (statement.within().isPresent()
                    && !statementIds.contains(statement.within().get())) {
                throw problem(article, "has no statement " + statement.within().get() + " around " + statement.id());
            }
        }
        for (Dispute dispute : disputes) {
            if (!statementIds.contains(dispute.from()) || !statementIds.contains(dispute.to())) {
                throw problem(article, "lacks a statement of the dispute " + dispute.from() + " to " + dispute.to());
            }
            inside(article, dispute.evidence(), article.text().length(), "evidence");
        }
    }

    /**
     * The text that a statement's spans refer to.
     *
     * @param location where the statement stands
     */
    public String textOf(Location location) {
        return textOf(article, location);
    }

    private static String textOf(Article article, Location location) {
        return switch (location) {
            case TEXT -> article.text().value();
            case TITLE ->
                article.metadata()
                        .title()
                        .orElseThrow(() -> problem(article, "has a statement in its title but no title"));
        };
    }

    private static void checkSpans(Article article, Statement statement, int length) {
        Attribution attribution = statement.attribution();
        inside(article, attribution.source(), length, "source");
        inside(article, attribution.cue(), length, "cue");
        inside(article, attribution.content(), length, "content");
        inside(article, statement.addressee(), length, "addressee");
    }

    private static void checkId(Article article, Statement statement, CodePoints points) {
        Attribution words = statement.attribution();
        String derived = Ids.statement(article.id(), words.in(), words.cue(), words.content(), points);
        if (!statement.id().equals(derived)) {
            throw problem(article, "has a statement with the id " + statement.id() + " that should be " + derived);
        }
    }

    private static void inside(Article article, List<Span> spans, int length, String what) {
        if (!spans.isEmpty() && spans.get(spans.size() - 1).end() > length) {
            throw problem(
                    article,
                    "has a " + what + " span " + spans.get(spans.size() - 1) + " outside its " + length
                            + " characters");
        }
    }

    private static IllegalArgumentException problem(Article article, String what) {
        return new IllegalArgumentException("record of " + Check.shown(article.address()) + " " + what);
    }
}
