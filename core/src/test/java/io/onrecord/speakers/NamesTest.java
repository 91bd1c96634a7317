package io.onrecord.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.model.Speaker;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names in what somebody states, and what each is the name of. */
class NamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "Ana Orell met Peter Ito|Ana Orell PERSON, Peter Ito PERSON",
                "Ana Orell and Peter Ito met|Ana Orell PERSON, Peter Ito PERSON",
                "Ana K. Orell met Peter J. Ito|Ana K. Orell PERSON, Peter J. Ito PERSON",
                "Ana Orell Jr. left|Ana Orell Jr. PERSON",
                "Ana Orell-Moss left|Ana Orell-Moss PERSON",
                "Ana O'Dallery left|Ana O'Dallery PERSON",
                "Hendrik van den Brouwel left|Hendrik van den Brouwel PERSON",
                "Ludwig von Orell left|Ludwig von Orell PERSON",
                "Maria de la Cruz left|Maria de la Cruz PERSON",
                "Juan y Gasset Orell left|Juan y Gasset Orell PERSON",
                "Dr. Ana Orell left|Ana Orell PERSON",
                "the Rev. Ana Orell left|Ana Orell PERSON",
                "Mr. Ito left|Ito PERSON",
                "President Orell left|Orell PERSON",
                "Mayor Ana Orell of Tesk left|Ana Orell PERSON",
                "Senator Ana Orell (D-Tesk) left|Ana Orell PERSON",
                "Prince Otto left|Otto PERSON",
                "Pope Otto IV left|Otto IV PERSON",
                "Ms. Orell’s firm left|Orell PERSON",
                "On Monday Ana Orell left|Ana Orell PERSON",
                "the Bank of Nordal failed|Bank of Nordal ORGANISATION",
                "the Nordal Bank failed|Nordal Bank ORGANISATION",
                "Ana Orell's Nordal Bank failed|Ana Orell PERSON, Nordal Bank ORGANISATION",
                "the University of Tesk closed|University of Tesk ORGANISATION",
                "the Ministry of Foreign Affairs closed|Ministry of Foreign Affairs ORGANISATION",
                "the Tesk City Council met|Tesk City Council ORGANISATION",
                "the NTBK met|NTBK ORGANISATION",
                "the Labour Party won|Labour Party ORGANISATION",
                "the Green Party of Avenia won|Green Party of Avenia ORGANISATION",
                "Orell & Sons closed|Orell & Sons ORGANISATION",
                "Sweden and Norway met|Sweden STATE, Norway STATE",
                // Days, languages, peoples, works, and those who are only spoken of beside another.
                "Monday came|''",
                "English is hard|''",
                "the Swedish king left|''",
                "“Salt and Lanterns” is a book|''",
                "Ito's brother left|''"
            })
    void aNameIsReadWholeAndWithoutTitles(String content, String names) {
        Passage passage = Passage.of("[A guard] <said> {" + content + "}.");

        assertThat(passage.statements().get(0).about().stream()
                        .map(id -> passage.speakers().stream()
                                .filter(speaker -> speaker.id().equals(id))
                                .map(NamesTest::shown)
                                .findFirst()
                                .orElseThrow())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(names);
    }

    private static String shown(Speaker speaker) {
        return speaker.name() + " " + speaker.kind();
    }
}
