package io.onrecord.exchange;

import io.onrecord.corrections.Corrected.Touched;
import io.onrecord.corrections.Correction;
import io.onrecord.corrections.Differences;
import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Location;
import io.onrecord.model.Statement;
import java.util.EnumMap;
import java.util.Map;

/** What another reading of an article changes, as a line of JSON (format {@code onrecord-reread/1}). Stateless. */
public final class DifferencesJson {

    /** Name and version of the format. */
    public static final String FORMAT = "onrecord-reread/1";

    private final Map<Location, CodePoints> points = new EnumMap<>(Location.class);
    private final ArticleRecord record;
    private final JsonLine line;

    private DifferencesJson(ArticleRecord record, JsonLine line) {
        this.record = record;
        this.line = line;
    }

    /**
     * One line, without a line break.
     *
     * @param record either of the two records
     */
    public static String write(ArticleRecord record, Differences differences) {
        return JsonLine.of(line -> new DifferencesJson(record, line).write(differences));
    }

    private void write(Differences differences) {
        Article article = record.article();
        line.string("format", FORMAT);
        line.object("article", () -> {
            line.string("id", article.id());
            line.string("address", article.address());
        });
        line.objects("added", differences.added(), this::statement);
        line.objects("gone", differences.gone(), this::statement);
        line.objects("changed", differences.changed(), one -> {
            line.strings("what", one.what().stream().map(Enum::name).sorted().toList());
            line.object("before", () -> statement(one.before()));
            line.object("now", () -> statement(one.now()));
        });
        line.objects("loosened", differences.loosened(), this::loosened);
        line.number("same", differences.same());
    }

    private void loosened(Touched one) {
        line.string("words", one.history().get(0).anchor().words());
        line.strings("corrections", one.history().stream().map(Correction::id).toList());
    }

    private void statement(Statement statement) {
        Location in = statement.attribution().in();
        CodePoints scale = points.computeIfAbsent(in, where -> CodePoints.of(record.textOf(where)));
        line.string("id", statement.id());
        line.string("in", in.name());
        line.string("speaker", Differences.speaker(statement));
        line.stance(statement.stance());
        line.spans("source", statement.attribution().source(), scale);
        line.spans("cue", statement.attribution().cue(), scale);
        line.spans("content", statement.attribution().content(), scale);
    }
}
