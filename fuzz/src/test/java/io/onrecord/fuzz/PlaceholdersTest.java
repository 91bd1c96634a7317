package io.onrecord.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What would go unnoticed otherwise: inputs that name nothing are still answered. */
class PlaceholdersTest {

    private static final int TRIES = 100;
    private static final long WAIT_MILLIS = 100;

    @Test
    void everyWordStandsForSomethingOnRecord() throws IOException, InterruptedException {
        assertThat(Placeholders.names()).hasSizeGreaterThan(10);
        for (String name : Placeholders.names()) {
            assertThat(settled("GET /" + name + "/{" + name + "}"))
                    .as(name)
                    // Inputs that were replayed before may have put outlets with any name on record.
                    .matches("GET /" + name + "/[0-9A-Za-z_.+%-]+")
                    .doesNotContain(Placeholders.NOTHING);
        }
        assertThat(HttpTarget.filled("{host}")).matches("127\\.0\\.0\\.1:[0-9]+");
    }

    /** One word may have the desk merge claims, and until it has brought that up to date a claim may go between two questions. */
    private static String settled(String input) throws IOException, InterruptedException {
        String filled = HttpTarget.filled(input);
        for (int i = 0; i < TRIES && filled.contains(Placeholders.NOTHING); i++) {
            Thread.sleep(WAIT_MILLIS);
            filled = HttpTarget.filled(input);
        }
        return filled;
    }

    @Test
    void otherWordsInBracesStayAsTheyAre() throws IOException {
        assertThat(HttpTarget.filled("{nobody} {\"a\":{}} {article")).isEqualTo("{nobody} {\"a\":{}} {article");
    }
}
