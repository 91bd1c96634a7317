package io.onrecord.speakers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Resolution;
import io.onrecord.model.Resolution.Resolved;
import io.onrecord.model.Resolution.Unresolved;
import io.onrecord.model.Role;
import io.onrecord.model.Span;
import io.onrecord.model.Speaker;
import io.onrecord.model.SpeakerKind;
import io.onrecord.model.Statement;
import io.onrecord.text.Layout;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeakersTest {

    /** The last statement of a text, and whose it is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[Ilan Serrat] <said> {the dam was safe}. | Ilan Serrat NAME",
                "Ilan Serrat came. [Mr Serrat] <said> {the dam was safe}. | Ilan Serrat SHORT_NAME",
                "[Serrat] <said> {no}. Later Ilan Serrat left. | Ilan Serrat SHORT_NAME",
                "[Hugh Pelling, a doctor,] <said> {it was late}. | Hugh Pelling NAME",
                "[The minister, Ana Orell,] <said> {it was late}. | Ana Orell NAME",
                "[Avenia’s finance minister Ilan Serrat] <said> {no}. | Ilan Serrat NAME",
                "Hendrik van den Brouwel wrote. [Van den Brouwel] <said> {no}. | Hendrik van den Brouwel SHORT_NAME",
                "Ben Orell met Ida Orell. [Ben Orell] <said> {no}. | Ben Orell NAME",
                "Ida Orell met Ben Orell. [Mr Orell] <said> {no}. | Ben Orell SHORT_NAME",
                "Hedi Ben Orell wrote. Ida Orell left. [Ben Orell] <said> {no}. | Hedi Ben Orell SHORT_NAME",
                "[Ben Orell] <said> {no}. Later Hedi Ben Orell left. | Hedi Ben Orell SHORT_NAME",
                "Siobhan O'Dallery wrote. [O’Dallery] <said> {no}. | Siobhan O'Dallery SHORT_NAME",
                "Inspector Dale Harker met Owen Harker. [Inspector Harker] <said> {no}. | Dale Harker SHORT_NAME",
                "Mayor Ana Orell opened the bridge. Peter Ito cut the ribbon. [The mayor] <said> {it was late}. | Ana Orell TITLE",
                "Ana Orell, the mayor of Lisden, was late. [The mayor] <said> {so}. | Ana Orell TITLE",
                "Its chief executive, Gerd Pohl, sold. [The chief executive] <said> {no}. | Gerd Pohl TITLE",
                "Ana Orell met Peter Ito. [She] <said> {it was late}. | Ana Orell PRONOUN",
                "Ana Orell met Peter Ito. [He] <said> {it was late}. | Peter Ito PRONOUN",
                "The National Inspectorate of Railways closed it. [The NIR] <said> {no}. | National Inspectorate of Railways ACRONYM",
                "The Velian Chamber of Notaries met. [The chamber] <said> {no}. | Velian Chamber of Notaries ORGANISATION",
                "[Moscow] <said> {no}. | Moscow PLACE",
                "The talks of Velia failed. [The Velians] <said> {no}. | Velia PLACE",
                "The talks of France failed. [The French] <said> {no}. | France PLACE",
                "Russia was late. [Moscow] <said> {no}. | Russia PLACE",
                "[Kyiv] <said> {no}. | Kyiv PLACE",
                "Sweden's minister Irena Doss met Torva's Pavle Mirk. [The Swede] <said> {no}. | Irena Doss PEOPLE",
                "Ana Orell and Peter Ito came. [The two ministers] <said> {no}. | Ana Orell and Peter Ito COUNTED",
                "[Ana Orell and Peter Ito] <said> {no}. | Ana Orell and Peter Ito TOGETHER",
                "Ana Orell met Peter Ito. [The former] <said> {no}. | Ana Orell FORMER_LATTER",
                "Ana Orell met Peter Ito. [The latter] <said> {no}. | Peter Ito FORMER_LATTER",
                "It was Ana Orell, [who] <said> {it was late}. | Ana Orell RELATIVE",
                "Sen. Ana Orell of Tesk, [who] <said> {it was late}. | Ana Orell RELATIVE",
                "Former Tesk Rep. Beltro Vunn came. [Vunn] <said> {no}. | Beltro Vunn SHORT_NAME",
                "[The St. Tesk Tea Coalition] <said> {no}. | St. Tesk Tea Coalition NAME",
                "Ana Orell rose. {“Peter Ito and Ana Orell’s friend Max Uhl were late,”} [he] <said>. | NO_ANTECEDENT",
                "Peter Ito rose. {“Max Uhl was late,”} [he] <said>. | Peter Ito PRONOUN",
                "[The former minister] <said> {no}. Ex-minister Bruno Salk met Health Minister Anna Voss. | Bruno Salk TITLE",
                "[The lawsuit from Avenia and Velia] <said> {no}. | The lawsuit from Avenia and Velia UNNAMED",
                "[The president of Avenia] <said> {no}. [He] <said> {yes}. | The president of Avenia PRONOUN",
                "Velia's Irena Doss met Torva's Pavle Mirk. [The Velian] <said> {no}. | Irena Doss PEOPLE",
                "[The vicar, the Revd Simon Ashell,] <said> {no}. | Simon Ashell NAME",
                "[Another official] <said> {no}. | Another official UNNAMED",
                "[A spokesman for Ms Orell] <said> {no}. | A spokesman for Ms Orell UNNAMED",
                "[Critics] <said> {no}. | Critics UNNAMED",
                "We spoke to Ana Orell. [Q]<:> {Who is Peter Ito?} [A]<:> {He paints it.} | Ana Orell INTERVIEWEE",
                "Ana Orell keeps a bridge. We met and talked to her. [Q]<:> {Why?} [A]<:> {Well.} | Ana Orell INTERVIEWEE",
                "Mayor Ana Orell answered us. [Question]<:> {Who asks?} [Answer]<:> {You.} | Ana Orell INTERVIEWEE",
                "Ana Orell met Peter Ito. They answered. [Q]<:> {Who asks?} [A] (Ito)<:> {I do.} | Peter Ito INTERVIEWEE",
                "We spoke to Ana Orell. [Q]<:> {Who asks?} [A] (a guard)<:> {I do.} | A UNNAMED",
                "Ana Orell spoke to Peter Ito. [Q]<:> {Who asks?} [A]<:> {You do.} | A UNNAMED",
                "An interview by Ana Orell. [Q]<:> {Who asks?} [A]<:> {You do.} | A UNNAMED",
                "The son of Ana Orell answered. [Q]<:> {Who asks?} [A]<:> {You do.} | A UNNAMED",
                "A spokesman for President Ana Orell answered. [Q]<:> {Who asks?} [A]<:> {You do.} | A UNNAMED",
                "Ana Orell is dead. [Q]<:> {Who asks?} [A]<:> {You do.} | A UNNAMED",
                "Ana Orell answered. They are A and B. [A]<:> {Have you it?} [B]<:> {Yes.} [A]<:> {So.} | A UNNAMED",
                "We spoke to Ana Orell. [Q]<:> {So?} We asked Peter Ito, too. [Q]<:> {So?} [A]<:> {So.} | A UNNAMED",
                "[Q]<:> {Who is Ana Orell?} [A]<:> {She keeps it.} | A UNNAMED",
                "[The report] <said> {no}. | The report UNNAMED",
                "[] <it was said that> {it was late}. | NO_SOURCE",
                "[He] <said> {it was late}. | NO_ANTECEDENT",
                "[I] <think> {it was late}. | NO_ANTECEDENT"
            })
    void aSourceStandsForOne(String marked, String expected) {
        assertThat(Passage.of(marked).answers()).last().isEqualTo(expected);
    }

    @Test
    void whatTheArticleSaysOfASpeakerIsKept() {
        Passage passage = Passage.of(
                "[Avenia's finance minister Ilan Serrat] <said> {no}. Mr Serrat left. Rep. Ida Ruun, D-Tesk, stayed. [She] <said> {yes}.");
        assertThat(passage.speaker("Ilan Serrat").roles())
                .containsExactly(new Role("finance minister", Optional.of("Avenia")));
        assertThat(passage.speaker("Ilan Serrat").aliases()).containsExactly("Serrat");
        assertThat(passage.speaker("Ilan Serrat").kind()).isEqualTo(SpeakerKind.PERSON);
        assertThat(passage.speaker("Ida Ruun").roles()).contains(new Role("Democrat", Optional.of("Tesk")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[Sen. Ana Orell of Tesk] <said> {no}. | Ana Orell | sen of Tesk",
                "It was Tesk Attorney General Ana Orell. [She] <said> {no}. | Ana Orell | attorney general of Tesk",
                "[NTBK President Ana Orell] <said> {no}. | Ana Orell | president of NTBK",
                "[The Nordal Bank chairman Ilan Serrat] <said> {no}. | Ilan Serrat | chairman of Nordal Bank",
                "[Ana Orell, a spokeswoman for the Serrat campaign,] <said> {no}. | Ana Orell | spokeswoman of Serrat campaign",
                "[Ana Orell, a Liberal who has held the seat of her mother since the end of the long war in the hills that nobody counts,] <said> {no}. | Ana Orell | Liberal",
                "[Ana Orell, a spokeswoman for Rep. Max T. Uhl,] <said> {no}. | Ana Orell | spokeswoman of Rep. Max T. Uhl",
                "The Nordal Bank said its chairman, Ilan Serrat, was ill. [Serrat] <said> {no}. | Ilan Serrat | chairman of Nordal Bank",
                "On Tuesday Mayor Ana Orell came. [She] <said> {no}. | Ana Orell | mayor",
                "Nobody came. Then President Ana Orell left. [She] <said> {no}. | Ana Orell | president"
            })
    void aPostIsSomebodysWhereTheArticleSaysSo(String marked, String name, String role) {
        assertThat(Passage.of(marked).speaker(name).roles().stream()
                        .map(held ->
                                held.title() + held.of().map(of -> " of " + of).orElse("")))
                .contains(role);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // All in capitals: what a title or a first name tells.
                "AVENIA'S FOREIGN MINISTER ANNA BRY LEFT WITHOUT AN AGREEMENT. [BRY] <SAID> {THE DOOR WAS OPEN}. | ANNA BRY SHORT_NAME",
                "THE TALKS FAILED ON MONDAY. ANNA K. BRY WAS LATE. [SHE] <SAID> {THE TRAIN HAD STOPPED}. | ANNA K. BRY PRONOUN",
                "MR ORVELL LEFT EARLY. [THE MINISTRY] <SAID> {NOTHING ELSE OF THE MATTER WAS KNOWN}. | THE MINISTRY UNNAMED",
                "THE TALKS FAILED. [SWEDEN] <SAID> {IT HAD CLOSED THE WINDOW}. | SWEDEN PLACE",
                "THE VELIAN MINISTER FOR FISH WAS LATE. [OFFICIALS] <SAID> {THE FISH WERE LATE, TOO}. | OFFICIALS UNNAMED",
                // Other scripts.
                "[Ольга Веренько] <said> {no}. | Ольга Веренько NAME",
                "Ольга Веренько (Olha Verenko) runs the mill. [Verenko] <said> {no}. | Olha Verenko SHORT_NAME",
                "Ольга Веренько (Olha Verenko) runs the mill. [Веренько] <said> {no}. | Olha Verenko SHORT_NAME",
                "Ελένη Ορέλου came. [Ορέλου] <said> {no}. | Ελένη Ορέλου SHORT_NAME",
                "[محمود الأرل] <said> {the well was dry}. | محمود الأرل NAME",
                "[王明] <said> {the well was dry}. | 王明 NAME",
                "王明 (Wang Ming) came. [Wang Ming] <said> {the well was dry}. | Wang Ming NAME",
                "[नरेश ओरेल] <said> {the well was dry}. | नरेश ओरेल NAME",
                // Accents, as one character and as two, and the dotted capital of Turkish.
                "René Orell came. [Rene Orell] <said> {no}. | René Orell SHORT_NAME",
                "Rene\u0301 Ore\u0301ll came. [Orell] <said> {no}. | Rene\u0301 Ore\u0301ll SHORT_NAME",
                "İlhan Yılmazer came. [Yılmazer] <said> {no}. | İlhan Yılmazer SHORT_NAME",
                "İlhan Işıker came. [Işıker] <said> {no}. | İlhan Işıker SHORT_NAME",
                "Ida Ruun, better known as Lotta Tesk, sang. [Tesk] <said> {no}. | Ida Ruun SHORT_NAME"
            })
    void capitalsAndScriptsThatTellLittleAreReadAsFarAsTheyTell(String marked, String expected) {
        assertThat(Passage.of(marked).answers()).last().isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[他] <说> {井干了}。王明说，这是真的。",
                "[هي] <قالت> {إن البئر جافة}.",
                "[🙂] <said> {🙂 \uD83D}.",
                "[A] <B> {C}",
                "[ANNA] <SAID> {NO}",
                "[’s] <said> {’s ’s’s}",
                "[1,200,] <said> {,1,}",
                "[(Orell)] <said> {((((}",
                "[ǅungla ǅ] <said> {ß ﬁ ǆ}"
            })
    void nothingThatStandsForNobodyIsAFault(String marked) {
        assertThat(Passage.of(marked).statements())
                .allSatisfy(statement -> assertThat(statement.speaker()).isNotNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[two officials] <said> {no}. | 2",
                "[The three other witnesses] <said> {no}. | 3",
                "[1,200 residents] <said> {no}. | 1200",
                "[Twelve of the farmers] <said> {no}. | 12",
                "[more than 40 residents] <said> {no}. | 0",
                "[dozens of residents] <said> {no}. | 0",
                "[close to three dozen lawmakers] <said> {no}. | 0",
                "[40 percent of residents] <said> {no}. | 0",
                "[Critics] <said> {no}. | 0"
            })
    void aGroupIsCountedWhereTheArticleGivesANumber(String marked, int count) {
        Speaker group = Passage.of(marked).speakers().get(0);
        assertThat(group.kind()).isEqualTo(SpeakerKind.GROUP);
        assertThat(group.count().orElse(0)).isEqualTo(count);
    }

    @Test
    void theFullNameMayStandInTheTitleAlone() {
        assertThat(Passage.of("[Kilmer] <said> {time is for trains}.", "An hour with Rosa Kilmer at home")
                        .answers())
                .containsExactly("Rosa Kilmer SHORT_NAME");
    }

    @Test
    void whoIsQuotedInTheFirstPersonIsTheOneWhoSpeaks() {
        assertThat(Passage.of("[Ana Orell] <said> {no}. “[I] <think> {it was late},” so it went.")
                        .answers())
                .containsExactly("Ana Orell NAME", "Ana Orell FIRST_PERSON");
    }

    @Test
    void theFirstPersonOutsideQuotationMarksIsTheAuthor() {
        assertThat(Passage.of("[I] <think> {it was late}.", "On time", "Peter Ito")
                        .answers())
                .containsExactly("Peter Ito FIRST_PERSON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // He who is quoted is not the one whom he calls he.
                "Peter Ito met Max Hale. “He told us that it fell,” Mr Ito said. | Mr Ito | “He told us that it fell,” | He | Max Hale PRONOUN",
                "Peter Ito came. “He told us that it fell,” Mr Ito said. | Mr Ito | “He told us that it fell,” | He | NO_ANTECEDENT",
                // Not quoted, he may be.
                "Peter Ito said he told us that it fell. | Peter Ito | he told us that it fell | he | Peter Ito PRONOUN",
                "“I told us that it fell,” Mr Ito said. Peter Ito met Max Hale. | Mr Ito | “I told us that it fell,” | I | Peter Ito FIRST_PERSON",
            })
    void whoeverIsQuotedCallsHimselfIAndOthersHe(
            String text, String source, String content, String inner, String answer) {
        List<Span[]> statements =
                List.of(firsts(text, source, "said", content), firsts(text, inner, "told us", "that it fell"));
        assertThat(Passage.find(text, statements).answers()).last().isEqualTo(answer);
    }

    @Test
    void whatSomebodyPassesOnIsStillInTheWordsOfTheOneQuoted() {
        String text = "“Max Uhl said that I told him that it fell,” Ana Ito said.";
        List<Span[]> statements = List.of(
                firsts(text, "Ana Ito", "said.", "“Max Uhl said that I told him that it fell,”"),
                firsts(text, "Max Uhl", "said that", "I told him that it fell"),
                firsts(text, "I", "told him", "that it fell"));
        assertThat(Passage.find(text, statements).answers())
                .containsExactly("Ana Ito NAME", "Max Uhl NAME", "Ana Ito FIRST_PERSON");
    }

    /** Where each of some words first stands. */
    private static Span[] firsts(String text, String... words) {
        return Stream.of(words)
                .map(word -> new Span(text.indexOf(word), text.indexOf(word) + word.length()))
                .toArray(Span[]::new);
    }

    @Test
    void ofTwoArticlesInOneTextEachHasItsOwnPeople() {
        String glued = "Mayor Ana Orell opened the bridge. [She] <said> {it was safe}. [The mayor] <added> {so}.\n\n"
                + "TESK (Northwire) - Mayor Peter Ito closed the mill. [He] <said> {it was late}. [The mayor] <added> {so}.";
        assertThat(Passage.of(glued).answers())
                .containsExactly("Ana Orell PRONOUN", "Ana Orell TITLE", "Peter Ito PRONOUN", "Peter Ito TITLE");
    }

    @Test
    void theAuthorOfABookIsNotWhoWroteTheArticle() {
        Passage passage = Passage.of("[I] <think> {it was late}. [The author] <said> {no}.", "On time", "Peter Ito");
        assertThat(passage.answers()).containsExactly("Peter Ito FIRST_PERSON", "The author UNNAMED");
        assertThat(passage.speakers()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "Downing Street, ORGANISATION",
        "The Kremlin, ORGANISATION",
        "The Pentagon, ORGANISATION",
        "Brussels, STATE"
    })
    void aSeatStandsForWhoeverSitsThere(String source, SpeakerKind kind) {
        Passage passage = Passage.of("They came. [" + source + "] <said> {no}.");
        assertThat(passage.speakers()).extracting(Speaker::kind).containsExactly(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "The president of Avenia, OFFICE",
        "Velia's finance minister, OFFICE",
        "The mayor, OFFICE",
        "The former president of Avenia, UNNAMED",
        "A minister, UNNAMED",
        "The senator, UNNAMED",
        "The two ministers, GROUP",
        "The ministry, ORGANISATION",
    })
    void aPostOfWhichThereIsOneIsAnOffice(String source, SpeakerKind kind) {
        Passage passage = Passage.of("[" + source + "] <said> {no}.");
        assertThat(passage.speakers()).extracting(Speaker::name, Speaker::kind).containsExactly(tuple(source, kind));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Walden: Did you see Peter Ito? Max Hale: I did. He said that it fell.|Peter Ito PRONOUN",
                "Q: Did you see it? Max Hale: I did. He said that it fell.|NO_ANTECEDENT"
            })
    void whoeverSpeaksBehindAColonCallsNeitherHimselfNorWhoAsksHe(String text, String answer) {
        String asks = text.substring(0, text.indexOf(':'));
        String question = text.substring(text.indexOf(':') + 2, text.indexOf('?') + 1);
        List<Span[]> statements = Stream.of(
                        List.of(asks, ":", question),
                        List.of("Max Hale", ":", "I did. He said that it fell."),
                        List.of("He", "said", "that it fell"))
                .map(words -> parts(text, words))
                .toList();
        assertThat(Passage.find(text, statements).answers()).last().isEqualTo(answer);
    }

    @Test
    void thoseWhoAskAndAnswerAreTwoWhomTheArticleDoesNotName() {
        Passage passage = Passage.of("[Q]<:> {Who?} [A]<:> {I.} [Q]<:> {Why?} [A]<:> {So.}");
        assertThat(passage.speakers())
                .extracting(Speaker::name, Speaker::kind)
                .containsExactly(tuple("Q", SpeakerKind.UNNAMED), tuple("A", SpeakerKind.UNNAMED));
    }

    private static Span[] parts(String text, List<String> words) {
        Span[] parts = new Span[words.size()];
        int from = 0;
        for (int i = 0; i < parts.length; i++) {
            int at = text.indexOf(words.get(i), from);
            parts[i] = new Span(at, at + words.get(i).length());
            from = parts[i].end();
        }
        return parts;
    }

    @Test
    void anUnnamedSpeakerIsOneAndTheSameUntilAnotherComes() {
        Passage passage = Passage.of(
                "[A guard] <said> {no}. [The guard] <said> {never}. [Another guard] <said> {yes}. [Critics] <said> {so}.");
        assertThat(passage.speakers()).hasSize(3);
        assertThat(passage.speaker("A guard").kind()).isEqualTo(SpeakerKind.UNNAMED);
        assertThat(passage.speaker("Critics").kind()).isEqualTo(SpeakerKind.GROUP);
    }

    @Test
    void anUnnamedSpeakerWhoIsDescribedOtherwiseIsAnother() {
        Passage passage = Passage.of("[The fire service] <said> {no}. [The service] <said> {never}."
                + " [The national weather service] <said> {yes}. [The weather service] <said> {so}.");
        assertThat(passage.speakers())
                .extracting(Speaker::name)
                .containsExactly("The fire service", "The national weather service");
    }

    @Test
    void aQuotationThatGoesOnIsTheSpeakersBefore() {
        assertThat(Passage.of("[Ana Orell] <said> {no}.\n\n[]<>{“Never again.”}")
                        .answers())
                .containsExactly("Ana Orell NAME", "Ana Orell CONTINUED");
        assertThat(Passage.of("[]<>{“Never again.”}\n\n[Ana Orell] <said> {no}.")
                        .answers())
                .containsExactly("CONTINUED", "Ana Orell NAME");
    }

    @Test
    void whatATextBeginsWithDoesNotGoOnFromItsTitle() {
        Metadata titled = new Metadata(
                Optional.empty(),
                Optional.of("Ana Orell: no"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Article article = Article.of("a.txt", Layout.of("“Never again.”").text("“Never again.”"), titled);
        Statement title = Passage.inTitle(article, new Span(0, 9), new Span(9, 10), new Span(11, 13));
        Statement text = Passage.statement(article, new Span[] {null, null, new Span(0, 14)});
        assertThat(Speakers.find(article, List.of(title, text)).statements())
                .extracting(Statement::speaker)
                .last()
                .isEqualTo(new Unresolved(Resolution.CONTINUED));
    }

    @Test
    void whoIsNamedInTheContentIsWhatItIsAbout() {
        Passage passage = Passage.of("[Ana Orell] <said> {Peter Ito and the Nordal Bank had lied}.");
        assertThat(passage.statements().get(0).about())
                .containsExactly(
                        passage.speaker("Peter Ito").id(),
                        passage.speaker("Nordal Bank").id());
    }

    @Test
    void mayIsAMonthUnlessSomebodyIsCalledSo() {
        Passage month =
                Passage.of("In May Mara Oldin came. [Oldin] <said> {the harbour would open by May, or on May 3}.");
        assertThat(month.statements().get(0).about()).isEmpty();
        Passage somebody =
                Passage.of("Dorothea May came. [Mara Oldin] <said> {May had paid in May, and again on May 3}.");
        assertThat(somebody.statements().get(0).about())
                .containsExactly(somebody.speaker("Dorothea May").id());
    }

    @Test
    void everyAnswerSaysWhy() {
        Passage passage =
                Passage.of("Ana Orell came. [She] <said> {no}. [Orell] <said> {yes}. [Officials] <said> {so}.");
        assertThat(passage.statements())
                .allSatisfy(statement -> assertThat(statement.speaker())
                        .isInstanceOfSatisfying(Resolved.class, resolved -> {
                            assertThat(resolved.why()).isNotBlank();
                            assertThat(resolved.confidence()).isBetween(0.0, 1.0);
                        }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ANA ORELL SAID NO. [ORELL] <SAID> {NO}.",
                "[说] <said> {大坝很安全}.",
                "[,] <said> {no}.",
                "[“”] <said> {no}.",
                "[the of for] <said> {no}.",
                "[D.K.] <said> {no}.",
                "[’s] <said> {no}."
            })
    void oddSourcesAreAnsweredOrNotButNeverFail(String marked) {
        assertThat(Passage.of(marked).statements()).hasSize(1);
    }

    @Test
    void theCommaOfANumberEndsNobodysName() {
        assertThat(Passage.of("[The 190,000-crown-a-year clerk] <insisted> {no}.")
                        .answers())
                .last()
                .asString()
                .contains("The 190,000-crown-a-year clerk");
    }

    @Tag("size")
    @Test
    void fiveThousandMentionsAreNoTrouble() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_500; i++) {
            text.append("Ana Orell").append(i % 500).append(" met Peter Ito. [She] <said> {no}. ");
        }
        assertThat(Passage.of(text.toString()).statements()).hasSize(2_500);
    }

    @Tag("size")
    @Test
    void thousandsOfOneFamilyNameDoNotTakeTheSquareOfTheirNumber() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("Then Q")
                    .append(Integer.toString(i, 26).replaceAll("[0-9]", "z"))
                    .append(" Orell met Orell. ");
        }
        assertThat(Passage.of(text + "[Orell] <said> {no}.").answers()).hasSize(1);
    }
}
