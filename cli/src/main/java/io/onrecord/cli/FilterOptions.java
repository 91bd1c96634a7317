package io.onrecord.cli;

import io.onrecord.exchange.export.ExportFilter;
import io.onrecord.model.Form;
import io.onrecord.model.Stance;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What of the records is wanted: the filters of every command that lists some. */
final class FilterOptions {

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "Made on this day or later: 2024, 2024-05 or 2024-05-16. The day is that of the statement, or"
                    + " else of its article.")
    private Optional<String> since = Optional.empty();

    @Option(names = "--until", paramLabel = "DATE", description = "Made on this day or before.")
    private Optional<String> until = Optional.empty();

    @Option(
            names = "--outlet",
            paramLabel = "NAME",
            split = ",",
            description = "Published by this outlet; several with commas between, or the option again.")
    private List<String> outlets = new ArrayList<>();

    @Option(
            names = "--speaker",
            paramLabel = "NAME",
            description = "Made by somebody of this name, or with these words in a name: serrat finds Ilan Serrat.")
    private List<String> speakers = new ArrayList<>();

    @Option(
            names = "--stance",
            paramLabel = "STANCE",
            split = ",",
            description = "says, claims, denies, rejects, accuses, confirms, supports, warns, promises, demands, asks,"
                    + " believes, predicts or labels.")
    private List<String> stances = new ArrayList<>();

    @Option(names = "--form", paramLabel = "FORM", split = ",", description = "direct, indirect or mixed.")
    private List<String> forms = new ArrayList<>();

    @Option(
            names = "--min-confidence",
            paramLabel = "SHARE",
            description = "Statements that are at least so sure, 0 to 1.")
    private Optional<Double> minConfidence = Optional.empty();

    @Option(
            names = "--article",
            paramLabel = "ARTICLE",
            description = "Of this article: its address or id; the option again for more.")
    private List<String> articles = new ArrayList<>();

    /** The filter that was asked for. */
    ExportFilter filter() {
        Optional<LocalDate> first = since.map(value -> day("--since", value, ExportFilter::firstDay));
        Optional<LocalDate> last = until.map(value -> day("--until", value, ExportFilter::lastDay));
        try {
            return new ExportFilter(
                    first,
                    last,
                    outlets,
                    speakers,
                    constants("--stance", stances, Stance.class),
                    constants("--form", forms, Form.class),
                    minConfidence.orElse(0.0),
                    new HashSet<>(articles));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "The filters do not fit: " + e.getMessage());
        }
    }

    /** What was asked for, by the name of the option; empty for everything. */
    Map<String, String> asked() {
        Map<String, String> asked = new TreeMap<>();
        since.ifPresent(value -> asked.put("--since", value));
        until.ifPresent(value -> asked.put("--until", value));
        minConfidence.ifPresent(value -> asked.put("--min-confidence", String.valueOf(value)));
        put(asked, "--outlet", outlets);
        put(asked, "--speaker", speakers);
        put(asked, "--stance", stances);
        put(asked, "--form", forms);
        put(asked, "--article", articles);
        return asked;
    }

    private static void put(Map<String, String> asked, String option, List<String> values) {
        if (!values.isEmpty()) {
            asked.put(option, String.join(", ", values));
        }
    }

    private LocalDate day(String option, String value, Function<String, LocalDate> day) {
        try {
            return day.apply(value);
        } catch (DateTimeException e) {
            throw invalid(option, value, "is no date; write 2024, 2024-05 or 2024-05-16");
        }
    }

    private <E extends Enum<E>> Set<E> constants(String option, List<String> names, Class<E> type) {
        Set<E> constants = EnumSet.noneOf(type);
        for (String name : names) {
            try {
                constants.add(Enum.valueOf(type, name.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                List<String> all = EnumSet.allOf(type).stream()
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList();
                throw invalid(option, name, "is none of " + String.join(", ", all));
            }
        }
        return constants;
    }

    private ParameterException invalid(String option, String value, String problem) {
        return new ParameterException(
                spec.commandLine(),
                "Invalid value for option '" + option + "': '" + Sanitized.line(value) + "' " + problem);
    }
}
