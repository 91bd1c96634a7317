package io.onrecord.speakers;

import io.onrecord.model.Article;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Text;
import io.onrecord.speakers.Answer.Unnamed;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the rules know: the article, everybody it names, and who has spoken so far. For one article, on one thread. */
final class Scene {

    /** Statements further back than this many sentences do not say who speaks on. */
    private static final int MEMORY = 6;

    private static final String ASKING =
            "\\b(?:interview(?:s|ed)?|(?:spoke|speaks|talked|talks|sat down) (?:to|with)|asked|answer(?:s|ed)|"
                    + "questions?|conversation|told us)\\b";
    private static final Pattern ASKED = Pattern.compile(ASKING, Pattern.CASE_INSENSITIVE);
    private static final Pattern ASKED_PRONOUN = Pattern.compile(
            "\\b(?:he|she)\\b[^.!?]{0,80}" + ASKING + "|" + ASKING + "[^.!?]{0,80}\\b(?:him|her)\\b",
            Pattern.CASE_INSENSITIVE);
    /** Whoever is named a few words behind one of these is not the one who was asked. */
    private static final Pattern NOT_ASKED =
            Pattern.compile("\\b(?:about|after|by|for|of|on)(?: [^ ,.]+){0,3} ?$", Pattern.CASE_INSENSITIVE);

    private final Article article;
    private final Cast cast;
    private final Pronouns pronouns;
    private final int turns;
    private final Map<Location, Place> places = new EnumMap<>(Location.class);
    private final Map<String, Unnamed> unnamed = new LinkedHashMap<>();
    private @Nullable Answer last;
    private int lastSentence;
    private @Nullable Answer speaking;
    private Location spokenIn = Location.TEXT;
    private List<Span> turn = List.of();
    private final Set<Answer.Who> talking = new HashSet<>();

    /**
     * Everything before the first rule is asked.
     *
     * @param turns where the text begins to be printed as questions and answers; 0 where it does not
     */
    Scene(Article article, Cast cast, PronounWeights weights, Gaze gaze, int turns) {
        this.article = article;
        this.cast = cast;
        this.pronouns = new Pronouns(cast, weights, gaze);
        this.turns = turns;
        places.put(Location.TEXT, new Place(article.text(), Location.TEXT));
        article.metadata()
                .title()
                .ifPresent(title -> places.put(Location.TITLE, new Place(Text.line(title), Location.TITLE)));
    }

    Article article() {
        return article;
    }

    Cast cast() {
        return cast;
    }

    Pronouns pronouns() {
        return pronouns;
    }

    Place place(Location in) {
        Place place = places.get(in);
        if (place == null) {
            throw new IllegalStateException("article " + article.id() + " has no " + in);
        }
        return place;
    }

    /** The next statement's speaker is known. */
    void answered(Answer answer, int sentence) {
        last = answer;
        lastSentence = sentence;
        if (answer.who() instanceof Unnamed who) {
            unnamed.put(who.key(), who);
        }
    }

    /** Who is named before a colon says what stands behind it, in his own words. */
    void speaks(Answer answer, Location in, List<Span> words) {
        speaking = answer;
        talking.add(answer.who());
        spokenIn = in;
        turn = List.copyOf(words);
    }

    /** Whose own words some words are that stand behind a colon; empty for those that another is quoted with there. */
    Optional<Answer> speaking(Location in, Span words) {
        return Optional.ofNullable(speaking)
                .filter(answer -> in == spokenIn
                        && turn.stream().anyMatch(span -> span.contains(words))
                        && !place(in).isQuoted(words.start()));
    }

    /** Whom somebody does not call {@code he} in words of his own behind a colon: himself, and the other one where two talk. */
    Set<Answer.Who> addressed(Location in, Span words) {
        return speaking(in, words)
                .map(answer -> talking.size() > 2 ? Set.of(answer.who()) : Set.copyOf(talking))
                .orElse(Set.of());
    }

    /**
     * Whom printed questions are put to: the only person whom the text names in full before they begin, if it says there that this
     * person was asked, and of nobody else further down.
     */
    Optional<Party> asked() {
        List<Mention> before = cast.before(Location.TEXT, turns).stream()
                .filter(Scene::isPerson)
                .toList();
        if (before.stream().map(Mention::party).distinct().count() != 1) {
            return Optional.empty();
        }
        Party person = before.get(0).party();
        boolean another = cast.mentions(Location.TEXT).stream()
                .anyMatch(mention -> isPerson(mention) && mention.party() != person && isAsked(mention));
        return !another && before.stream().anyMatch(mention -> isAsked(mention) || isAskedLater(mention))
                ? Optional.of(person)
                : Optional.empty();
    }

    private static boolean isPerson(Mention mention) {
        return mention.party().isSurelyPerson()
                && mention.party().fullest().words().size() > 1;
    }

    /** Whether the sentence of a name says that somebody was asked, and not by, about or on behalf of the one named. */
    private boolean isAsked(Mention mention) {
        Place place = place(Location.TEXT);
        Span sentence = place.sentence(mention.name().sentence());
        String before =
                place.text().substring(sentence.start(), mention.name().whole().start());
        return ASKED.matcher(sentence.of(place.text())).find()
                && !NOT_ASKED.matcher(before).find();
    }

    /** Whether a sentence begins with a name and a later one, before the questions, says that he or she was asked. */
    private boolean isAskedLater(Mention mention) {
        Place place = place(Location.TEXT);
        Span sentence = place.sentence(mention.name().sentence());
        return mention.name().whole().start() == sentence.start()
                && turns > sentence.end()
                && ASKED_PRONOUN
                        .matcher(place.text().substring(sentence.end(), turns))
                        .find();
    }

    /** Who spoke last, if it was not long before a sentence. */
    Optional<Answer> spokeBefore(int sentence) {
        return Optional.ofNullable(last).filter(answer -> sentence - lastSentence <= MEMORY);
    }

    /** The person who spoke last, if it was one who is named. */
    @Nullable
    Party personBefore(int sentence) {
        return spokeBefore(sentence)
                .map(answer -> answer.who() instanceof Answer.Named named ? named.party() : null)
                .orElse(null);
    }

    /** The unnamed speakers so far, the latest last. */
    List<Unnamed> unnamed() {
        return List.copyOf(unnamed.values());
    }

    /** Another one of a kind that was met before is told from it by its number. */
    int countUnnamed() {
        return unnamed.size();
    }
}
