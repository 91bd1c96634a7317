package io.onrecord.exchange.linked;

import io.onrecord.exchange.annotation.Example;
import io.onrecord.exchange.annotation.Golden;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The example as linked data, indented to look at. */
class GoldenLinesTest {

    private static String indented(String json) {
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        StringBuilder out = new StringBuilder();
        for (String line : json.split("\n", -1)) {
            if (!line.isEmpty()) {
                out.append(mapper.writeValueAsString(mapper.readTree(line)).replace("\r\n", "\n"))
                        .append('\n');
            }
        }
        return out.toString();
    }

    @Test
    void webAnnotations() throws IOException {
        Golden.check("webannotation.json", indented(Written.as(new WebAnnotations(), Example.record())));
    }

    @Test
    void claimReviews() throws IOException {
        Golden.check("claimreview.json", indented(Written.as(new ClaimReviews(), Example.record())));
    }

    @Test
    void followTheMoney() throws IOException {
        Golden.check("ftm.json", Written.as(new FollowTheMoney(), Example.record()));
    }
}
