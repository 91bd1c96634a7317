package io.onrecord.exchange.report;

import io.onrecord.exchange.export.ExportItem;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.report.Overview.Count;
import io.onrecord.model.Resolution.Resolved;
import io.onrecord.model.Statement;
import io.onrecord.model.StatementDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what a report has; holds names, not words. For one thread. */
final class Totals {

    private static final int LISTED = 15;

    private long articles;
    private long statements;
    private long disputes;
    private final Map<String, Long> outlets = new HashMap<>();
    private final Map<String, Long> speakers = new HashMap<>();
    private final Map<String, Long> stances = new HashMap<>();
    private final Map<String, Long> forms = new HashMap<>();
    private final TreeSet<String> readers = new TreeSet<>();
    private String first = "";
    private String last = "";

    void add(ExportItem item, ArticleView view) {
        articles++;
        disputes += view.disputes().size();
        readers.add(view.reader());
        for (Statement statement : item.statements()) {
            statements++;
            count(outlets, view.outlet().isEmpty() ? "no outlet known" : view.outlet());
            count(speakers, speaker(item, statement));
            count(
                    stances,
                    statement
                            .stance()
                            .map(reading -> Views.lower(reading.stance()))
                            .orElse("not read"));
            count(forms, Views.lower(statement.attribution().form()));
            statement.date().map(StatementDate::value).ifPresent(this::day);
        }
    }

    private static String speaker(ExportItem item, Statement statement) {
        if (!(statement.speaker() instanceof Resolved resolved)) {
            return "nobody named";
        }
        return Shown.of(Optional.ofNullable(item.context().identities().get(resolved.speakerId()))
                .map(ExportItem.Known::name)
                .orElse(resolved.name()));
    }

    private static void count(Map<String, Long> counts, String name) {
        counts.merge(name, 1L, Long::sum);
    }

    private void day(String day) {
        first = first.isEmpty() || day.compareTo(first) < 0 ? day : first;
        last = last.isEmpty() || day.compareTo(last) > 0 ? day : last;
    }

    long statements() {
        return statements;
    }

    Overview overview(ExportOptions options) {
        Map<String, String> filters = new TreeMap<>();
        options.origin().filters().forEach((option, value) -> filters.put(option, Shown.of(value)));
        return new Overview(
                articles,
                statements,
                disputes,
                first.equals(last) ? first : first + " to " + last,
                most(outlets),
                most(speakers),
                most(stances),
                most(forms),
                speakers.size(),
                Shown.of(String.join(", ", options.origin().sources())),
                filters,
                options.origin().version(),
                List.copyOf(readers));
    }

    private static List<Count> most(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Count::count).reversed().thenComparing(Count::name))
                .limit(LISTED)
                .toList();
    }
}
