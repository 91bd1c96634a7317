package io.onrecord.disputes;

import io.onrecord.model.Article;
import io.onrecord.model.Attribution;
import io.onrecord.model.Location;
import io.onrecord.model.Resolution.Resolved;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Statement;
import io.onrecord.text.Sentences;
import io.onrecord.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The statements in an article's own text, each with its place. Immutable. */
final class Scene {

    /** Kinds that {@code he} or {@code her} never stands for. */
    private static final Set<SpeakerKind> CAMPS =
            EnumSet.of(SpeakerKind.STATE, SpeakerKind.ORGANISATION, SpeakerKind.GROUP, SpeakerKind.DOCUMENT);

    private final String text;
    private final Map<String, SpeakerKind> kinds = new HashMap<>();
    private final List<Said> said = new ArrayList<>();
    private final Map<String, Said> byId = new HashMap<>();
    /** Starts of all paragraphs. */
    private final List<Integer> paragraphs = new ArrayList<>();
    /** Starts of all sentences. */
    private final List<Integer> sentences = new ArrayList<>();

    Scene(Article article, List<Speaker> speakers, List<Statement> statements) {
        this.text = article.text().value();
        speakers.forEach(speaker -> kinds.put(speaker.id(), speaker.kind()));
        for (Span paragraph : article.text().paragraphs()) {
            paragraphs.add(paragraph.start());
            Sentences.of(text, paragraph).forEach(sentence -> sentences.add(sentence.start()));
        }
        List<Statement> here = statements.stream()
                .filter(statement -> statement.attribution().in() == Location.TEXT && !statement.furniture())
                .toList();
        Map<String, List<Integer>> inner = new HashMap<>();
        for (int i = 0; i < here.size(); i++) {
            int index = i;
            here.get(i)
                    .within()
                    .ifPresent(outer -> inner.computeIfAbsent(outer, key -> new ArrayList<>())
                            .add(index));
        }
        for (int i = 0; i < here.size(); i++) {
            said.add(said(i, here.get(i), inner.getOrDefault(here.get(i).id(), List.of())));
            byId.put(here.get(i).id(), said.get(i));
        }
    }

    private Said said(int index, Statement statement, List<Integer> inner) {
        Attribution words = statement.attribution();
        return new Said(
                index,
                statement,
                atOrBefore(paragraphs, words.start()),
                atOrBefore(sentences, words.start()),
                atOrBefore(sentences, words.end() - 1),
                speaker(statement),
                isPerson(statement),
                Stems.of(text, words.content()),
                negations(words.content()),
                inner);
    }

    private static int atOrBefore(List<Integer> starts, int offset) {
        int found = Collections.binarySearch(starts, offset);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }

    private Optional<String> speaker(Statement statement) {
        if (statement.speaker() instanceof Resolved resolved) {
            return Optional.of("speaker " + resolved.speakerId());
        }
        String source = statement.attribution().source().stream()
                .map(span -> span.of(text))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        boolean pronoun = source.length() < 5;
        return source.isEmpty() || pronoun ? Optional.empty() : Optional.of("source " + source);
    }

    private boolean isPerson(Statement statement) {
        return !(statement.speaker() instanceof Resolved resolved)
                || !CAMPS.contains(kinds.getOrDefault(resolved.speakerId(), SpeakerKind.PERSON));
    }

    private int negations(List<Span> content) {
        int negations = 0;
        for (Span span : content) {
            Words words = Words.of(text, span);
            for (int i = 0; i < words.size(); i++) {
                negations += Grammar.isNegation(words.at(i)) ? 1 : 0;
            }
        }
        return negations;
    }

    String text() {
        return text;
    }

    List<Said> said() {
        return Collections.unmodifiableList(said);
    }

    /** The statement that reports another. */
    Optional<Said> outer(Said inner) {
        return inner.statement().within().map(byId::get);
    }
}
