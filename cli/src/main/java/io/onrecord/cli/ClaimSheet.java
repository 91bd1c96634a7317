package io.onrecord.cli;

import io.onrecord.claims.ClaimSummary;
import io.onrecord.claims.ClaimView;
import io.onrecord.claims.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A claim for a person to read: who states it, who disputes it, in which words, and when. */
final class ClaimSheet {

    /** Digits of an id that are shown; they suffice to name the claim. */
    private static final int ID = 10;

    private static final String INDENT = "      ";

    private final Style style;
    private final Wrapped wrapped;

    /**
     * @param style colour or none
     * @param width columns
     */
    ClaimSheet(Style style, int width) {
        this.style = style;
        this.wrapped = new Wrapped(width);
    }

    static String shortId(String id) {
        return id.substring(0, Math.min(ID, id.length()));
    }

    /** A claim of a list, in two lines or three. */
    String brief(int number, ClaimSummary claim) {
        String first = String.format(Locale.ROOT, "%3d. ", number);
        return wrapped.lines(first, "     ", claim.wording())
                + style.dim("     " + numbers(claim) + " · " + shortId(claim.id())) + "\n";
    }

    /** How much of it is on record, in words. */
    static String numbers(ClaimSummary claim) {
        List<String> words = new ArrayList<>();
        words.add(counted(claim.statements(), "statement"));
        if (claim.outlets() > 0) {
            words.add(counted(claim.outlets(), "outlet"));
        }
        words.add(claim.origins() == 1 ? "1 origin" : claim.origins() + " independent origins");
        words.add(claim.disputes() == 0 ? "nobody disputes it" : "disputed by " + claim.disputes());
        return String.join(" · ", words);
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /**
     * All of a claim.
     *
     * @param wordings of its quotations, as {@link Wordings} shows them
     */
    String full(ClaimView claim, List<String> wordings) {
        StringBuilder out = new StringBuilder();
        out.append(style.bold(wrapped.lines("", "", claim.summary().wording()).stripTrailing()))
                .append("\n");
        out.append(wrapped.lines("  ", "  ", numbers(claim.summary())));
        first(claim).ifPresent(words -> out.append(wrapped.lines("  ", "  ", "first on record: " + words)));
        out.append(style.dim("  claim " + shortId(claim.summary().id()))).append("\n");
        told(out, claim, Standing.STATES, "states it");
        told(out, claim, Standing.DENIES, "denies it");
        told(out, claim, Standing.REJECTS, "rejects it");
        told(out, claim, Standing.LEAVES_OPEN, "leaves it open");
        disputes(out, claim);
        if (!wordings.isEmpty()) {
            out.append("\n  ").append(style.bold("wordings of the quotation")).append("\n");
            wordings.forEach(line -> out.append(wrapped.lines("    ", INDENT, line)));
        }
        List<String> timeline = Timeline.of(claim);
        if (!timeline.isEmpty()) {
            out.append("\n  ")
                    .append(style.bold("timeline"))
                    .append(style.dim("  + states  = copy  x disputes"))
                    .append("\n");
            timeline.forEach(line -> out.append("  ").append(line).append("\n"));
        }
        return out.append("\n").toString();
    }

    private static Optional<String> first(ClaimView claim) {
        return claim.told().stream()
                .filter(told -> told.standing() == Standing.STATES)
                .findFirst()
                .map(ClaimView.Told::statement)
                .filter(statement ->
                        statement.published().isPresent() || statement.outlet().isPresent())
                .map(statement -> when(statement) + " · " + where(statement) + " · " + who(statement));
    }

    private void told(StringBuilder out, ClaimView claim, Standing standing, String heading) {
        List<ClaimView.Told> all = claim.told().stream()
                .filter(told -> told.standing() == standing)
                .toList();
        if (all.isEmpty()) {
            return;
        }
        out.append("\n  ").append(style.bold(heading)).append("\n");
        Map<String, Integer> wordings = new LinkedHashMap<>();
        for (ClaimView.Told told : all) {
            ClaimView.Statement statement = told.statement();
            head(out, statement, told.recalled() ? " · told as said before" : "");
            // One wording is printed once, however many carry it.
            Integer before = wordings.putIfAbsent(statement.content(), wordings.size() + 1);
            if (before == null) {
                out.append(wrapped.lines(INDENT, INDENT, statement.content()));
            } else {
                out.append(INDENT).append(style.dim("in the same words")).append("\n");
            }
        }
    }

    private void head(StringBuilder out, ClaimView.Statement statement, String more) {
        out.append(wrapped.lines(
                "    ",
                INDENT,
                when(statement) + "  " + where(statement) + copied(statement) + " · " + who(statement) + more));
    }

    private void disputes(StringBuilder out, ClaimView claim) {
        if (claim.disputes().isEmpty()) {
            return;
        }
        out.append("\n  ").append(style.bold("what others do to it")).append("\n");
        for (ClaimView.Disputed disputed : claim.disputes()) {
            ClaimView.Statement statement = disputed.statement();
            head(
                    out,
                    statement,
                    " · " + disputed.kind().name().toLowerCase(Locale.ROOT) + " "
                            + Math.round(100 * disputed.confidence()) + " %");
            out.append(wrapped.lines(INDENT, INDENT, statement.content()));
            out.append(wrapped.lines(INDENT, INDENT, "shown by: “" + String.join("” … “", disputed.evidence()) + "”"));
        }
    }

    /** What somebody is said to have said is not yet their word. */
    static String told(Optional<String> teller) {
        return teller.map(name -> " · as " + name + " tells it").orElse("");
    }

    private static String copied(ClaimView.Statement statement) {
        if (statement.origin().isEmpty()) {
            return "";
        }
        return " (copy"
                + statement.originOutlet().map(outlet -> " of " + outlet).orElse("") + ")";
    }

    /** Day and time of publication, as far as it is known, without seconds. */
    static String when(ClaimView.Statement statement) {
        return statement
                .published()
                .map(value -> value.length() > 16 ? value.substring(0, 16).replace('T', ' ') : value)
                .orElse("no date");
    }

    static String where(ClaimView.Statement statement) {
        return statement.outlet().orElse(statement.address());
    }

    /** Who says it, with which words, and who tells of that. */
    static String who(ClaimView.Statement statement) {
        String speaker = statement.speaker().or(statement::source).orElse("nobody named");
        String stance = statement
                .stance()
                .filter(read -> !read.equals("SAYS") || statement.negated() || statement.hypothetical())
                .map(read -> " (" + (statement.negated() ? "not " : "") + read.toLowerCase(Locale.ROOT)
                        + (statement.hypothetical() ? ", hypothetical" : "") + ")")
                .orElse("");
        return speaker + statement.cue().map(cue -> ", " + cue).orElse("") + stance + told(statement.reportedBy());
    }
}
