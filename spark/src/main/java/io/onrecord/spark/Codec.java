package io.onrecord.spark;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.onrecord.claims.Claim;
import io.onrecord.claims.ClaimDisputes.Reference;
import io.onrecord.claims.Link;
import io.onrecord.claims.Place;
import io.onrecord.claims.Proposition;
import io.onrecord.claims.Term;
import io.onrecord.model.Dispute;
import io.onrecord.model.Span;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What goes over articles as bytes, between the machines of one run: lists of the values of records, in JSON. Constructors check what
 * comes back. Nothing of it outlives a run. Stateless.
 */
final class Codec {

    private static final JsonMapper JSON = mapper();

    private Codec() {}

    /** Names of fields would be the most of it. */
    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        for (Class<?> type : List.of(
                Proposition.class,
                Place.class,
                Term.class,
                Span.class,
                Claim.Member.class,
                Link.class,
                Dispute.class,
                Reference.class)) {
            builder.withConfigOverride(
                    type, change -> change.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)));
        }
        return builder.build();
    }

    static byte[] write(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    static <T> T read(byte[] bytes, Class<T> type) {
        return JSON.readValue(bytes, type);
    }
}
