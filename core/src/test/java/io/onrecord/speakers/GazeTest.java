package io.onrecord.speakers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.onrecord.encoder.Heads;
import io.onrecord.encoder.Pieces;
import io.onrecord.encoder.PointerVectors;
import io.onrecord.encoder.Tag;
import io.onrecord.encoder.TokenScores;
import io.onrecord.encoder.Transitions;
import io.onrecord.encoder.WindowRow;
import io.onrecord.encoder.WindowScores;
import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import io.onrecord.speakers.Speakers.Antecedent;
import io.onrecord.text.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a network sees between a pronoun and names, in a text whose words are its pieces. */
class GazeTest {

    private static final String TEXT = "Hugo Tamm met Pavel Brandt in May. He was late.";
    private static final List<String> VOCABULARY = List.of("[PAD]", "word", "he");
    private static final int CAPITALIZED = 5;
    private static final int HEADS = 12;

    @Test
    void aHeadThatLooksAtANameSpeaksForThePerson() {
        List<Antecedent> found = Speakers.antecedents(article(), he(), ClueWeights.shipped(), gaze(TEXT, "Pavel", 4));

        assertThat(head(found, "Pavel Brandt", Clue.HEAD_1)).isCloseTo(2, within(1e-9));
        assertThat(head(found, "Hugo Tamm", Clue.HEAD_1)).isCloseTo(-2, within(1e-9));
        assertThat(head(found, "Pavel Brandt", Clue.HEAD_2)).isZero();
    }

    @Test
    void whereNoNetworkHasReadNothingIsKnown() {
        List<Antecedent> found = Speakers.antecedents(article(), he(), ClueWeights.shipped(), Gaze.NONE);

        assertThat(found).hasSize(2);
        assertThat(found).noneMatch(person -> person.clues().containsKey(Clue.HEAD_1));
    }

    @Test
    void theWeightsOfTheNetworkSayWhoItIs() {
        assertThat(speaker(gaze(TEXT, "Hugo", 4, Map.of("head-1", 3.0)))).isEqualTo("Hugo Tamm");
        assertThat(speaker(gaze(TEXT, "Pavel", 4, Map.of("head-1", 3.0)))).isEqualTo("Pavel Brandt");
        assertThat(speaker(gaze(TEXT, "Pavel", 4, Map.of("head-1", -3.0, "no-clue", 9.0))))
                .isEqualTo("Hugo Tamm");
    }

    @Test
    void aNetworkThatDoesNotSayWhatItsHeadsWeighIsNotAsked() {
        assertThat(gaze(TEXT, "Pavel", 90).weights()).isEmpty();
        assertThat(speaker(gaze(TEXT, "Pavel", 90))).isEqualTo(speaker(Gaze.NONE));
        assertThat(speaker(gaze(TEXT, "Hugo", 90))).isEqualTo(speaker(Gaze.NONE));
    }

    @Test
    void namesThatItDidNotSeeWithThePronounAreAverage() {
        String elsewhere = "Hugo Tamm met Pavel Brandt in May.";
        // A window that ends before the pronoun, and one of the pronoun alone.
        Gaze gaze = Gaze.of(scores(TEXT, "Pavel", 4, Map.of("head-1", 3.0), elsewhere.length()));

        List<Antecedent> found = Speakers.antecedents(article(), he(), ClueWeights.shipped(), gaze);
        assertThat(found).noneMatch(person -> person.clues().containsKey(Clue.HEAD_1));
        assertThat(speaker(gaze)).isEqualTo(speaker(Gaze.NONE));
    }

    @Test
    void vectorsThatDoNotFitAreRefused() {
        WindowRow row = new WindowRow(new int[] {0, 2, 1, 0}, new int[] {0, 0, CAPITALIZED, 0});
        BitSet pronouns = Heads.pronouns(VOCABULARY);
        assertThat(pronouns.stream()).containsExactly(2);
        assertThatThrownBy(() -> Heads.of(row, pronouns, 3, new PointerVectors(new float[4], new float[4])))
                .hasMessage("2 values do not fit 3 heads");
        assertThatThrownBy(() ->
                        Heads.of(row, pronouns, 1, new PointerVectors(new float[] {Float.NaN, 0}, new float[] {0, 0})))
                .hasMessageContaining("no number");
    }

    private static Article article() {
        return Article.of("a", Layout.of(TEXT).text(TEXT), Metadata.NONE);
    }

    private static Span he() {
        return of("He");
    }

    private static Span of(String words) {
        int at = TEXT.indexOf(words);
        return new Span(at, at + words.length());
    }

    private static double head(List<Antecedent> found, String name, Clue head) {
        return found.stream()
                .filter(person -> person.names().get(0).of(TEXT).equals(name))
                .findFirst()
                .orElseThrow()
                .clues()
                .getOrDefault(head, Double.NaN);
    }

    /** Whose statement it is that he was late. */
    private static String speaker(Gaze gaze) {
        Statement statement = Passage.statement(article(), new Span[] {he(), of("was"), of("late")});
        Speakers.Found found = Speakers.find(article(), List.of(statement), gaze);
        return found.statements().get(0).speaker() instanceof Resolution.Resolved resolved ? resolved.name() : "nobody";
    }

    private static Gaze gaze(String text, String seen, float score) {
        return gaze(text, seen, score, Map.of());
    }

    private static Gaze gaze(String text, String seen, float score, Map<String, Double> weights) {
        return Gaze.of(scores(text, seen, score, weights, text.length()));
    }

    /** The first head looks at one word from each pronoun; a second window begins at an offset. */
    private static TokenScores scores(String text, String seen, float score, Map<String, Double> weights, int second) {
        Pieces.Builder builder = new Pieces.Builder();
        List<String> words = new ArrayList<>();
        int cut = 0;
        for (int from = 0; from < text.length(); ) {
            int to = text.indexOf(' ', from) < 0 ? text.length() : text.indexOf(' ', from);
            words.add(text.substring(from, to).replace(".", ""));
            cut += from < second ? 1 : 0;
            builder.add(1, from, to, true);
            from = to + 1;
        }
        int size = words.size();
        int[] owners = new int[size];
        List<TokenScores.Scope> scopes = new ArrayList<>();
        scopes.add(new TokenScores.Scope(0, window(words.subList(0, cut), seen, score)));
        if (cut < size) {
            scopes.add(new TokenScores.Scope(cut, window(words.subList(cut, size), seen, score)));
            Arrays.fill(owners, cut, size, 1);
        }
        return new TokenScores(builder.build(), new int[size], owners, scopes, Transitions.NONE, weights);
    }

    private static WindowScores window(List<String> words, String seen, float score) {
        int size = words.size();
        int[] ids = new int[size + 2];
        int[] surfaces = new int[size + 2];
        float[] queries = new float[size * HEADS];
        float[] keys = new float[size * HEADS];
        for (int i = 0; i < size; i++) {
            String word = words.get(i);
            ids[i + 1] = word.equals("He") ? 2 : 1;
            surfaces[i + 1] = Character.isUpperCase(word.charAt(0)) ? CAPITALIZED : 0;
            queries[i * HEADS] = word.equals("He") ? 1 : 0;
            keys[i * HEADS] = word.equals(seen) ? score : 0;
        }
        Heads heads = Heads.of(
                new WindowRow(ids, surfaces), Heads.pronouns(VOCABULARY), HEADS, new PointerVectors(queries, keys));
        return new WindowScores(
                size, new float[size * Tag.all().size()], PointerVectors.NONE, PointerVectors.NONE, heads);
    }
}
