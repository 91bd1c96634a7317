package io.onrecord.speakers;

import io.onrecord.model.Article;
import io.onrecord.model.Attribution;
import io.onrecord.model.Location;
import io.onrecord.model.Resolution;
import io.onrecord.model.Resolution.Resolved;
import io.onrecord.model.Resolution.Unresolved;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Statement;
import io.onrecord.speakers.Answer.Named;
import io.onrecord.speakers.Answer.Together;
import io.onrecord.speakers.Answer.Unnamed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whom the sources of an article stand for. A pure function of the article and its statements; safe to call from any thread.
 */
public final class Speakers {

    /** A source whom no rule could tell. */
    public static final String NO_RULE = "NO_RULE";

    /** A pronoun that may stand for several, or for nobody the article names. */
    public static final String NO_ANTECEDENT = "NO_ANTECEDENT";

    /**
     * What was found.
     *
     * @param speakers everybody that a statement names as its speaker or in its content, in the order of the statements; ids
     *     count from 1
     * @param statements those that were given, in their order, with speakers
     */
    public record Found(List<Speaker> speakers, List<Statement> statements) {
        public Found {
            speakers = List.copyOf(speakers);
            statements = List.copyOf(statements);
        }
    }

    /** Cues of what is printed as said: behind a colon, or behind {@code Q.} and {@code A.} */
    private static final Set<String> TURNS = Set.of(":", ".");

    private final Scene scene;
    private final Map<Object, String> ids = new LinkedHashMap<>();
    private final List<Speaker> speakers = new ArrayList<>();
    private @Nullable Resolution lastOuter;

    private Speakers(Article article, List<Statement> statements, Gaze gaze) {
        Gaze asked = gaze.weights().isPresent() ? gaze : Gaze.NONE;
        String text = article.text().value();
        int turns = statements.stream()
                .map(Statement::attribution)
                .filter(words -> words.in() == Location.TEXT && isTurn(words, text))
                .findFirst()
                .filter(first -> isQuestion(first, text))
                .map(Attribution::start)
                .orElse(0);
        this.scene = new Scene(article, Cast.of(article), PronounWeights.of(asked), asked, turns);
    }

    private static boolean isQuestion(Attribution words, String text) {
        return !words.source().isEmpty()
                && Interview.QUESTION.contains(words.source().get(0).of(text).toLowerCase(Locale.ROOT));
    }

    /** Whether a statement is printed behind its speaker and a colon, turn by turn. */
    static boolean isTurn(Attribution words, String text) {
        return !words.cue().isEmpty() && TURNS.contains(words.cue().get(0).of(text));
    }

    /**
     * Finds the speakers of an article's statements.
     *
     * @param statements in the order of a record
     */
    public static Found find(Article article, List<Statement> statements) {
        return find(article, statements, Gaze.NONE);
    }

    /**
     * The same, where a network has read the text of the article.
     *
     * @param statements in the order of a record
     * @param gaze what it says of pronouns and names
     */
    public static Found find(Article article, List<Statement> statements, Gaze gaze) {
        Speakers search = new Speakers(article, statements, gaze);
        List<Statement> found = new ArrayList<>(statements.size());
        for (Statement statement : statements) {
            found.add(search.withSpeaker(statement));
        }
        return new Found(search.speakers, found);
    }

    /**
     * A person whom a pronoun may stand for.
     *
     * @param names where the text of the article names that person
     * @param clues what speaks for it
     */
    public record Antecedent(List<Span> names, Map<Clue, Double> clues) {
        public Antecedent {
            names = List.copyOf(names);
            clues = Map.copyOf(clues);
        }
    }

    /**
     * The persons that a singular pronoun in an article's text may stand for.
     *
     * @param pronoun where {@code he}, {@code her} or the like stands
     */
    public static List<Antecedent> antecedents(Article article, Span pronoun) {
        return antecedents(article, pronoun, ClueWeights.shipped(), Gaze.NONE);
    }

    /**
     * The same, where other weights than those that ship say whom the pronouns before it stand for.
     *
     * @param pronoun where {@code he}, {@code her} or the like stands
     * @param gaze what a network says of pronouns and names
     */
    public static List<Antecedent> antecedents(Article article, Span pronoun, ClueWeights weights, Gaze gaze) {
        Scene scene = new Scene(article, Cast.of(article), new PronounWeights(weights, weights), gaze, 0);
        Place place = scene.place(Location.TEXT);
        Gender gender = Pronouns.genderOf(pronoun.of(place.text()).toLowerCase(Locale.ROOT));
        return scene.pronouns().candidates(place, pronoun, gender, null).stream()
                .map(candidate -> new Antecedent(
                        candidate.party().names().stream()
                                .filter(name -> name.in() == Location.TEXT)
                                .map(Name::span)
                                .toList(),
                        candidate.clues()))
                .toList();
    }

    private Statement withSpeaker(Statement statement) {
        Attribution words = statement.attribution();
        Resolution resolution = resolution(words, statement.within().isEmpty());
        if (!words.cue().isEmpty() && statement.within().isEmpty()) {
            lastOuter = resolution;
        }
        return new Statement(
                statement.id(),
                words,
                resolution,
                statement.stance(),
                statement.date(),
                about(words),
                statement.addressee(),
                statement.within(),
                statement.furniture());
    }

    private Resolution resolution(Attribution words, boolean isOuter) {
        if (words.cue().isEmpty()) {
            return lastOuter instanceof Resolved before
                    ? new Resolved(
                            before.speakerId(),
                            before.name(),
                            Resolution.CONTINUED,
                            before.confidence(),
                            "goes on from the statement before")
                    : new Unresolved(Resolution.CONTINUED);
        }
        if (words.source().isEmpty()) {
            return new Unresolved(Unresolved.NO_SOURCE);
        }
        Place place = scene.place(words.in());
        Source source = Source.of(place.text(), words, scene.cast());
        Optional<Answer> answer = SpeakerRules.first(source, scene);
        if (answer.isEmpty()) {
            return new Unresolved(source.isPronoun() ? NO_ANTECEDENT : NO_RULE);
        }
        scene.answered(answer.get(), place.sentenceAt(source.span().start()));
        if (isOuter && isTurn(words, place.text())) {
            scene.speaks(answer.get(), words.in(), words.content());
        }
        Answer found = answer.get();
        String id = idOf(found.who());
        return new Resolved(
                id, speakers.get(Integer.parseInt(id) - 1).name(), found.via(), found.confidence(), found.why());
    }

    private List<String> about(Attribution words) {
        Set<String> about = new LinkedHashSet<>();
        for (Span content : words.content()) {
            for (Mention mention : scene.cast().within(words.in(), content)) {
                SpeakerKind kind = mention.party().kind();
                if (kind == SpeakerKind.ORGANISATION
                        || kind == SpeakerKind.STATE
                        || mention.party().isSurelyPerson()
                        || mention.party().fullest().words().size() > 1) {
                    about.add(idOf(new Named(mention.party())));
                }
            }
        }
        return List.copyOf(about);
    }

    private String idOf(Answer.Who who) {
        Object key = who instanceof Unnamed unnamed ? unnamed.key() : who;
        String known = ids.get(key);
        if (known != null) {
            return known;
        }
        String id = String.valueOf(speakers.size() + 1);
        ids.put(key, id);
        speakers.add(speaker(id, who));
        return id;
    }

    private static Speaker speaker(String id, Answer.Who who) {
        if (who instanceof Named named) {
            Party party = named.party();
            return new Speaker(
                    id,
                    party.name(),
                    party.kind(),
                    List.copyOf(party.roles()),
                    List.copyOf(party.descriptions()),
                    party.aliases(),
                    Map.of());
        }
        if (who instanceof Together together) {
            String names = together.parties().stream().map(Party::name).collect(Collectors.joining(" and "));
            return new Speaker(id, names, SpeakerKind.GROUP, List.of(), List.of(), List.of(), Map.of());
        }
        Unnamed unnamed = (Unnamed) who;
        return new Speaker(
                id,
                unnamed.description(),
                unnamed.kind(),
                List.of(),
                List.of(unnamed.description()),
                List.of(),
                Map.of(),
                unnamed.kind() == SpeakerKind.GROUP ? unnamed.count() : OptionalInt.empty());
    }
}
