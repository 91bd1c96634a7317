package io.onrecord.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What would go unnoticed otherwise: inputs that name nothing are still answered. */
class PlaceholdersTest {

    @Test
    void everyWordStandsForSomethingOnRecord() throws IOException {
        assertThat(Placeholders.names()).hasSizeGreaterThan(10);
        for (String name : Placeholders.names()) {
            assertThat(HttpTarget.filled("GET /" + name + "/{" + name + "}"))
                    .as(name)
                    .matches("GET /" + name + "/[0-9A-Za-z_.+-]+")
                    .doesNotContain(Placeholders.NOTHING);
        }
        assertThat(HttpTarget.filled("{host}")).matches("127\\.0\\.0\\.1:[0-9]+");
    }

    @Test
    void otherWordsInBracesStayAsTheyAre() throws IOException {
        assertThat(HttpTarget.filled("{nobody} {\"a\":{}} {article")).isEqualTo("{nobody} {\"a\":{}} {article");
    }
}
