package io.onrecord.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** Holds JSON against the schema of the format. */
final class Schemas {

    private static final Schema RECORD = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(RecordJson.schema(), InputFormat.JSON);

    private Schemas() {}

    static List<String> complaints(String json) {
        return RECORD.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    static String checked(String json) {
        assertThat(complaints(json)).as(json).isEmpty();
        return json;
    }
}
