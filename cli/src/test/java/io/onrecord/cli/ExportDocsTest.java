package io.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.exchange.RecordJson.Offsets;
import io.onrecord.exchange.export.ClaimTable;
import io.onrecord.exchange.export.Column;
import io.onrecord.exchange.export.ExportFormat;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.export.IdentityTable;
import io.onrecord.exchange.export.RecordTable;
import io.onrecord.exchange.export.Subject;
import io.onrecord.exchange.export.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The page of exports has every column and format as the code has them; {@code -Dgolden.write=true} writes those parts anew.
 */
class ExportDocsTest {

    private static final Path PAGE = Path.of("docs/design/exports.md");

    @ParameterizedTest
    @EnumSource(names = {"STATEMENTS", "ARTICLES", "SPEAKERS", "DISPUTES", "IDENTITIES", "CLAIMS"})
    void everyColumnIsDescribed(Subject subject) throws IOException {
        ExportOptions all = new ExportOptions(Offsets.CODE_POINT, true, false, false, ExportOptions.DEFAULT.origin());
        Table table = table(subject, all);
        List<String> usual = names(table(subject, ExportOptions.DEFAULT));
        StringBuilder lines = new StringBuilder("| column | type | |\n|---|---|---|\n");
        for (Column column : table.columns()) {
            lines.append("| `%s` | %s | %s%s |\n"
                    .formatted(
                            column.name(),
                            column.type().name().toLowerCase(Locale.ROOT),
                            column.about(),
                            usual.contains(column.name()) ? "" : " (with `--with-text`)"));
        }
        holds(table.name(), lines.toString());
    }

    private static Table table(Subject subject, ExportOptions options) {
        return switch (subject) {
            case IDENTITIES -> IdentityTable.table();
            case CLAIMS -> new ClaimTable(Offsets.CODE_POINT, id -> Optional.empty()).table();
            default -> RecordTable.of(subject, options).table();
        };
    }

    private static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    @Test
    void everyFormatIsDescribed() throws IOException {
        StringBuilder lines = new StringBuilder("| format | of | files | |\n|---|---|---|---|\n");
        for (ExportFormat format : Formats.ALL.all()) {
            String subjects = Subject.values().length == format.subjects().size() + 1
                    ? "everything but records"
                    : String.join(
                            ", ",
                            format.subjects().stream()
                                    .sorted()
                                    .map(ExportCommand.What::of)
                                    .toList());
            lines.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            format.name(),
                            subjects,
                            format.endings().isEmpty()
                                    ? "a folder, or `.zip`"
                                    : "`" + String.join("`, `", format.endings()) + "`",
                            format.about()));
        }
        holds("formats", lines.toString());
    }

    private static void holds(String part, String lines) throws IOException {
        Path file = Run.root().resolve(PAGE);
        String begin = "<!-- " + part + " -->\n";
        String end = "<!-- end of " + part + " -->";
        String page = Files.readString(file);
        assertThat(page).contains(begin, end);
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, page.substring(0, from) + lines + page.substring(to));
            return;
        }
        assertThat(page.substring(from, to)).isEqualTo(lines);
    }
}
