package io.onrecord.evaluation;

import io.onrecord.model.Span;
import io.onrecord.model.Stance;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A sentence of the PLOVER set: what two actors do to each other, as a class of events, with marks around the actors and the
 * words of the event. Six classes are acts of speech that have a stance; the others are deeds ({@code FIGHT}, {@code AID}), or talk
 * that says nothing of its stance ({@code CONSULT}).
 */
final class PloverSentence {

    /** The stance of each class, and what is as right: agreeing to do something is a promise, else support. */
    private static final Map<String, Set<Stance>> CLASSES = Map.of(
            "AGREE", EnumSet.of(Stance.SUPPORTS, Stance.PROMISES),
            "SUPPORT", EnumSet.of(Stance.SUPPORTS),
            "DEMAND", EnumSet.of(Stance.DEMANDS),
            "REJECT", EnumSet.of(Stance.REJECTS),
            "THREATEN", EnumSet.of(Stance.WARNS),
            "DISAPPROVE", EnumSet.of(Stance.ACCUSES));

    private static final Pattern MARKED = Pattern.compile("\\(([A-Z/]+): *([^()]*)\\)");

    private PloverSentence() {}

    /** The words of the event as cue, the acting as source, what follows as content; empty for a class without a stance. */
    static Optional<GoldCue> of(GoldLine line) throws GoldFormatException {
        @Nullable Set<Stance> stances = CLASSES.get(line.string("event"));
        if (stances == null) {
            return Optional.empty();
        }
        @Nullable JsonNode info = line.json().get("textInfo");
        String markup = info == null ? "" : info.path("markup").asString(info.asString(""));
        StringBuilder text = new StringBuilder();
        List<Span> source = new ArrayList<>();
        List<Span> cue = new ArrayList<>();
        Matcher marked = MARKED.matcher(markup);
        while (marked.find()) {
            marked.appendReplacement(text, "");
            int start = text.length();
            text.append(marked.group(2));
            if (text.length() > start && marked.group(1).startsWith("SRC")) {
                source.add(new Span(start, text.length()));
            } else if (text.length() > start && marked.group(1).equals("EVT")) {
                cue.add(new Span(start, text.length()));
            }
        }
        marked.appendTail(text);
        if (cue.isEmpty()) {
            throw line.problem("no words of it are marked as the event");
        }
        Stance stance = stances.contains(Stance.PROMISES)
                ? Stance.PROMISES
                : stances.iterator().next();
        Parts parts = new Parts(source, cue, content(cue, text.toString()));
        return Optional.of(new GoldCue(
                text.toString(),
                CueFile.attribution(line, parts),
                stance,
                stances,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    /** What stands behind the first words of the event, without the others; before them, where nothing stands behind. */
    private static List<Span> content(List<Span> cue, String text) {
        List<Span> content = new ArrayList<>();
        for (int i = 0; i < cue.size(); i++) {
            int start = cue.get(i).end();
            int end = i + 1 < cue.size() ? cue.get(i + 1).start() : text.length();
            if (start < end && text.substring(start, end).chars().anyMatch(Character::isLetterOrDigit)) {
                content.add(new Span(start, end));
            }
        }
        return content.isEmpty() ? List.of(new Span(0, cue.get(0).start())) : content;
    }
}
