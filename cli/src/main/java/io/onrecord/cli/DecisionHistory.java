package io.onrecord.cli;

import io.onrecord.claims.PropositionId;
import io.onrecord.exchange.DecisionJson;
import io.onrecord.store.MadeDecision;
import io.onrecord.store.Store;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What people decided about speakers and claims, for people and for programs: speakers first, each in the order of time. */
final class DecisionHistory {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Store store;
    private final List<MadeDecision> decisions;

    /** A merge of claims names an article for each of their statements. */
    private final Map<String, Optional<String>> addresses = new HashMap<>();

    DecisionHistory(Store store) {
        this.store = store;
        this.decisions = new ArrayList<>(store.decisionLog().latest(Integer.MAX_VALUE));
        Collections.reverse(decisions);
    }

    int size() {
        return decisions.size();
    }

    void text(Console console, Style style) {
        for (MadeDecision.Of of : MadeDecision.Of.values()) {
            List<MadeDecision> own = of(of);
            if (!own.isEmpty()) {
                console.write(style.bold(of.name().toLowerCase(Locale.ROOT)) + "\n");
                own.forEach(made -> made.others().forEach(other -> console.write(line(made, other))));
            }
        }
    }

    void json(Console console) {
        for (MadeDecision.Of of : MadeDecision.Of.values()) {
            of(of).forEach(made -> console.write(json(made) + "\n"));
        }
    }

    private List<MadeDecision> of(MadeDecision.Of of) {
        return decisions.stream().filter(made -> made.of() == of).toList();
    }

    private String line(MadeDecision made, MadeDecision.End other) {
        boolean speakers = made.of() == MadeDecision.Of.SPEAKERS;
        return "    " + MINUTE.format(made.time()) + "  " + Sanitized.line(made.author()) + "  "
                + (made.merge() ? "one: " : "two: ")
                + (speakers ? speaker(made.first()) : made.first().name()) + " and "
                + (speakers ? speaker(other) : other.name())
                + made.takenBack()
                        .map(back -> "  (taken back by " + Sanitized.line(back.author()) + ")")
                        .orElse(made.first().loose() || other.loose() ? "  (loose: not in the record any more)" : "")
                + "\n";
    }

    private String speaker(MadeDecision.End anchor) {
        return Sanitized.line(anchor.name()) + " ("
                + Chosen.shown(address(anchor.articleId()).orElse(anchor.articleId())) + ")";
    }

    private String json(MadeDecision made) {
        return DecisionJson.write(
                made.id(),
                made.of().name(),
                made.merge(),
                end(made.of(), made.first()),
                made.others().stream().map(other -> end(made.of(), other)).toList(),
                made.author(),
                made.time(),
                made.takenBack().map(back -> new DecisionJson.TakenBack(back.author(), back.time())));
    }

    private DecisionJson.End end(MadeDecision.Of of, MadeDecision.End end) {
        Optional<String> address = address(end.articleId());
        if (of == MadeDecision.Of.SPEAKERS) {
            return new DecisionJson.SpeakerEnd(end.articleId(), address, end.name(), end.loose());
        }
        PropositionId id = PropositionId.of(end.name());
        return new DecisionJson.ClaimEnd(end.articleId(), address, id.statement(), id.part(), end.loose());
    }

    private Optional<String> address(String articleId) {
        return addresses.computeIfAbsent(
                articleId, id -> store.get(id).map(record -> record.article().address()));
    }
}
