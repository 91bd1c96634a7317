package io.onrecord.speakers;

import io.onrecord.model.Article;
import io.onrecord.model.Attribution;
import io.onrecord.model.Form;
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
import java.util.HashMap;
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

    /**
     * A statement whose speaker was looked for.
     *
     * @param who empty where no rule could tell
     * @param outer the one that reports it
     */
    private record Said(
            Attribution words,
            Optional<Answer> who,
            @Nullable Said outer) {}

    /** Cues of what is printed as said: behind a colon, or behind {@code Q.} and {@code A.} */
    private static final Set<String> TURNS = Set.of(":", ".");

    private final Scene scene;
    private final Map<Object, String> ids = new LinkedHashMap<>();
    private final List<Speaker> speakers = new ArrayList<>();
    private final Map<String, Said> said = new HashMap<>();
    private Optional<Answer> lastOuter = Optional.empty();
    /** Where that one stands: what a text begins with does not go on from its title. */
    private @Nullable Location lastIn;

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
        @Nullable Said outer = statement.within().map(said::get).orElse(null);
        Optional<Source> source = words.cue().isEmpty() || words.source().isEmpty()
                ? Optional.empty()
                : Optional.of(Source.of(scene.place(words.in()).text(), words, scene.cast()));
        Optional<Answer> who =
                words.cue().isEmpty() ? goesOn(words.in()) : source.flatMap(one -> answer(one, words, outer));
        said.put(statement.id(), new Said(words, who, outer));
        if (!words.cue().isEmpty() && outer == null) {
            lastOuter = who;
            lastIn = words.in();
        }
        return new Statement(
                statement.id(),
                words,
                who.<Resolution>map(this::resolved).orElseGet(() -> new Unresolved(reason(words, source))),
                statement.stance(),
                statement.date(),
                about(words),
                statement.addressee(),
                statement.within(),
                statement.furniture());
    }

    private Optional<Answer> goesOn(Location in) {
        return lastOuter
                .filter(before -> in == lastIn)
                .map(before -> new Answer(
                        before.who(), Resolution.CONTINUED, before.confidence(), "goes on from the statement before"));
    }

    private Optional<Answer> answer(Source source, Attribution words, @Nullable Said outer) {
        Place place = scene.place(words.in());
        scene.quotes(quoted(place, source, outer));
        Optional<Answer> answer = SpeakerRules.first(source, scene);
        answer.ifPresent(found -> {
            scene.answered(found, place.sentenceAt(source.span().start()));
            if (outer == null && isTurn(words, place.text())) {
                scene.speaks(found, words.in(), words.content());
            }
        });
        return answer;
    }

    /** In whose quoted words a source stands: those of the nearest statement around it that quotes rather than passes on what another quotes. */
    private static Optional<Answer> quoted(Place place, Source source, @Nullable Said around) {
        if (around == null || !place.isQuoted(source.span().start())) {
            return Optional.empty();
        }
        Said outer = around;
        while (outer.outer() != null && passesOn(place, outer.words())) {
            outer = outer.outer();
        }
        return outer.who();
    }

    private static boolean passesOn(Place place, Attribution words) {
        return words.form() == Form.INDIRECT
                && !words.cue().isEmpty()
                && place.isQuoted(words.cue().get(0).start());
    }

    private Resolved resolved(Answer answer) {
        String id = idOf(answer.who());
        String name = speakers.get(Integer.parseInt(id) - 1).name();
        return new Resolved(id, name, answer.via(), answer.confidence(), answer.why());
    }

    /** Why nobody is known to have said some words. */
    private static String reason(Attribution words, Optional<Source> source) {
        if (words.cue().isEmpty()) {
            return Resolution.CONTINUED;
        }
        return source.map(one -> one.isPronoun() ? NO_ANTECEDENT : NO_RULE).orElse(Unresolved.NO_SOURCE);
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
