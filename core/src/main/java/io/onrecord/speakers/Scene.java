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
import org.jspecify.annotations.Nullable;

/** What the rules know: the article, everybody it names, and who has spoken so far. For one article, on one thread. */
final class Scene {

    /** Statements further back than this many sentences do not say who speaks on. */
    private static final int MEMORY = 6;

    private final Article article;
    private final Cast cast;
    private final Pronouns pronouns;
    private final Optional<Party> asked;
    private final Map<Location, Place> places = new EnumMap<>(Location.class);
    private final Map<String, Unnamed> unnamed = new LinkedHashMap<>();
    private @Nullable Answer last;
    private int lastSentence;
    private Optional<Answer> quoted = Optional.empty();
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
        Place text = new Place(article.text(), Location.TEXT);
        this.asked = turns == 0 ? Optional.empty() : Interview.asked(cast, text, turns);
        places.put(Location.TEXT, text);
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

    /** In whose quoted words the next source stands; empty where in nobody's. */
    void quotes(Optional<Answer> whose) {
        quoted = whose;
    }

    /** In whose quoted words the source stands. */
    Optional<Answer> quoted() {
        return quoted;
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

    /**
     * Whom somebody does not call {@code he} in words of his own, quoted or behind a colon: himself, and behind a colon the other
     * one where two talk.
     */
    Set<Answer.Who> addressed(Location in, Span words) {
        Set<Answer.Who> addressed = new HashSet<>();
        quoted.ifPresent(answer -> addressed.add(answer.who()));
        speaking(in, words).ifPresent(answer -> {
            addressed.add(answer.who());
            addressed.addAll(talking.size() > 2 ? Set.of() : talking);
        });
        return addressed;
    }

    /** Whom printed questions are put to. */
    Optional<Party> asked() {
        return asked;
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
