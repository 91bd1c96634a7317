package io.onrecord.exchange.linked;

import io.onrecord.exchange.export.ExportItem;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.export.Exporter;
import io.onrecord.exchange.export.RecordFormat;
import io.onrecord.exchange.export.Subject;
import io.onrecord.model.ArticleRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records as a format writes them. */
final class Written {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Written() {}

    static String as(RecordFormat format, ArticleRecord... records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Exporter exporter = format.open(Subject.STATEMENTS, out, ExportOptions.DEFAULT)) {
            for (ArticleRecord record : records) {
                exporter.add(ExportItem.of(record));
            }
            exporter.finish();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static List<JsonNode> lines(String written) {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : written.split("\n", -1)) {
            if (!line.isEmpty()) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }
}
