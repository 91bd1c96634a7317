package io.onrecord.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Span;
import io.onrecord.speakers.Speakers.Antecedent;
import io.onrecord.text.Layout;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AntecedentsTest {

    /** The pronoun stands in square brackets. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                // The subject of the sentence before, who goes on.
                "Ana Orell met Mira Varga in March. [She] left the next day. | Ana Orell",
                "Hugo Tamm wrote to Pavel Brandt. In May, [he] resigned. | Hugo Tamm",
                // An object in the clause of its subject would be reflexive.
                "Hugo Tamm warned the board before Pavel Brandt praised [him]. | Hugo Tamm",
                // The opening phrase of a sentence looks forward to its subject.
                "Pavel Brandt stepped down. In [his] first week as mayor, Hugo Tamm closed the mill. | Hugo Tamm",
                "Soon after [her] return from Brevin, Ana Orell resigned. | Ana Orell",
                // Owners right beside what they own.
                "The prize went to Mira Varga and [her] brother. | Mira Varga",
                // The gender of first names, of nouns, and of earlier pronouns.
                "Hugo Tamm met Ana Orell. [She] was late. | Ana Orell",
                "Tamm and his wife Orell ran the mill. In 1990, [he] sold it. | Tamm",
                "Tamm left her husband. Orell said [he] was sorry. | Orell",
                // Places and works are no persons.
                "Hugo Tamm opened a school in Queensland. [He] taught there. | Hugo Tamm",
                "Mira Varga won the Harrow Prize. [She] thanked the jury. | Mira Varga",
                // Words that a sentence alone gives their capital.
                "Tamm sold the mill. Besides [his] work there, he wrote. | Tamm",
            })
    void whomAPronounStandsFor(String marked, String name) {
        assertThat(likeliest(marked)).isEqualTo(name);
    }

    @Test
    void aNameThatThePronounDescribesIsNotItsOwn() {
        List<Antecedent> found = antecedents("Ana Orell called, and [her] sister Mira Varga came.");

        assertThat(clue(found, 1, Clue.SAME_PHRASE)).isEqualTo(1);
        assertThat(clue(found, 0, Clue.SAME_PHRASE)).isZero();
    }

    @Test
    void functionsInTheSentenceAreReadOffTheWordsAround() {
        List<Antecedent> found = antecedents(
                "Hugo Tamm, a farmer from the north, told Pavel Brandt about Ivo Marek's plan, and [he] agreed.");

        assertThat(found).hasSize(3);
        assertThat(clue(found, 0, Clue.OWNER)).isEqualTo(1);
        assertThat(clue(found, 1, Clue.OBJECT)).isEqualTo(1);
        assertThat(clue(found, 2, Clue.SUBJECT)).isEqualTo(1);
    }

    @Test
    void earlierPronounsCountAsNames() {
        List<Antecedent> silent = antecedents("Hugo Tamm ran the mill. It was old. Then [he] sold it.");
        List<Antecedent> chained = antecedents("Hugo Tamm ran the mill. He loved it. Then [he] sold it.");

        assertThat(clue(chained, 0, Clue.SALIENCE)).isGreaterThan(clue(silent, 0, Clue.SALIENCE));
    }

    @Test
    void nobodyIsFoundWhereNobodyIsNamed() {
        assertThat(antecedents("The mill was old. Then [he] sold it.")).isEmpty();
    }

    private static double clue(List<Antecedent> found, int person, Clue clue) {
        return found.get(person).clues().getOrDefault(clue, 0.0);
    }

    private static String likeliest(String marked) {
        String text = unmarked(marked);
        return antecedents(marked).stream()
                .max(Comparator.comparingDouble(person -> ClueWeights.shipped().score(person.clues())))
                .map(person -> person.names().get(0).of(text))
                .orElse("nobody");
    }

    private static List<Antecedent> antecedents(String marked) {
        String text = unmarked(marked);
        Article article = Article.of("a", Layout.of(text).text(text), Metadata.NONE);
        return Speakers.antecedents(article, new Span(marked.indexOf('['), marked.indexOf(']') - 1));
    }

    private static String unmarked(String marked) {
        return marked.replace("[", "").replace("]", "");
    }
}
