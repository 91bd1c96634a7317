package io.onrecord.attribution;

import io.onrecord.model.Attribution;
import io.onrecord.model.Confidence;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes confidence mean something: of the statements with a confidence of 0.8, four in five are right. A {@link Logistic}
 * map for each {@link Target}, fitted by {@code onrecord evaluate calibration} on marked articles. Immutable.
 */
public final class Calibration {

    /** What has a confidence. */
    public enum Target {
        /** That the whole statement is right: content mostly, cue and source at least in part. */
        STATEMENT,
        /** That the source is right to the character. */
        SOURCE,
        /** That the cue is. */
        CUE,
        /** That every span of the content is. */
        CONTENT;

        /** Its confidence; empty for a part that the statement lacks. */
        public Optional<Double> of(Confidence confidence) {
            return switch (this) {
                case STATEMENT -> Optional.of(confidence.statement());
                case SOURCE -> confidence.source();
                case CUE -> confidence.cue();
                case CONTENT -> Optional.of(confidence.content());
            };
        }

        /** The name in figures and files of weights. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Leaves confidence as the network gives it. */
    public static final Calibration NONE = new Calibration(Map.of(), Map.of());

    private static final String FOLDER = "calibration/";
    /** For a network without a calibration of its own. */
    private static final String DEFAULT = "default";

    private static final String SUFFIX = ".properties";
    private static final String BIAS = "bias";
    /** What the lines begin with that tell a network's own least confidence in a mode. */
    private static final String LEAST = "least.";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /** Empty, or one for each target. */
    private final Map<Target, Logistic> maps;

    /** Of the modes in which it is not the mode's own. */
    private final Map<Mode, Double> least;

    private Calibration(Map<Target, Logistic> maps, Map<Mode, Double> least) {
        this.maps = maps;
        this.least = least;
    }

    /**
     * A calibration of these maps.
     *
     * @throws IllegalArgumentException if a target has none
     */
    public static Calibration of(Map<Target, Logistic> maps) {
        EnumMap<Target, Logistic> copy = new EnumMap<>(Target.class);
        copy.putAll(maps);
        for (Target target : Target.values()) {
            if (!copy.containsKey(target)) {
                throw new IllegalArgumentException("a calibration without a map for the " + target.code());
            }
        }
        return new Calibration(copy, Map.of());
    }

    /**
     * The calibration that ships for a network: its own, or else that of the network that ships, whose scores are of the
     * same kind.
     *
     * @param model name of the network; its digest may follow after a space
     */
    public static Calibration shipped(String model) {
        Matcher name = NAME.matcher(model);
        return (name.lookingAt() ? resource(name.group()) : Optional.<String>empty())
                .or(() -> resource(DEFAULT))
                .map(Calibration::parse)
                .orElseThrow(() -> new IllegalStateException("the class path lacks " + FOLDER + DEFAULT + SUFFIX));
    }

    private static Optional<String> resource(String name) {
        try (InputStream in = Calibration.class.getResourceAsStream(FOLDER + name + SUFFIX)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("the calibration " + name + " cannot be read", e);
        }
    }

    /**
     * Reads what {@link #text} writes.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static Calibration parse(String text) {
        Properties left = new Properties();
        try {
            left.load(new StringReader(text));
        } catch (IOException e) {
            throw new IllegalStateException("a string that cannot be read", e);
        }
        EnumMap<Target, Logistic> maps = new EnumMap<>(Target.class);
        for (Target target : Target.values()) {
            EnumMap<Feature, Double> weights = new EnumMap<>(Feature.class);
            for (Feature feature : Feature.values()) {
                weights.put(feature, take(left, target, feature.code()));
            }
            maps.put(target, new Logistic(take(left, target, BIAS), weights));
        }
        EnumMap<Mode, Double> least = new EnumMap<>(Mode.class);
        for (Mode mode : Mode.values()) {
            if (left.containsKey(key(mode))) {
                least.put(mode, bound(take(left, key(mode)), mode));
            }
        }
        Set<String> unknown = new TreeSet<>(left.stringPropertyNames());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("no calibration has a weight " + unknown);
        }
        return new Calibration(maps, least);
    }

    private static double bound(double least, Mode mode) {
        if (!(least >= 0 && least <= 1)) {
            throw new IllegalArgumentException(key(mode) + " lies between 0 and 1, and is not " + least);
        }
        return least;
    }

    private static String key(Mode mode) {
        return LEAST + mode.name().toLowerCase(Locale.ROOT);
    }

    private static double take(Properties left, Target target, String what) {
        return take(left, target.code() + "." + what);
    }

    private static double take(Properties left, String key) {
        Object value = left.remove(key);
        try {
            return Double.parseDouble(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the weight " + key + " is " + value + ", not a number", e);
        }
    }

    /** The same with the least confidences of another: they are chosen, not fitted, and so outlive a fit. */
    public Calibration withLeastOf(Calibration other) {
        return new Calibration(maps, other.least);
    }

    /** Least confidence of a statement in a mode, from 0 to 1: the network's own where it has one, else the mode's. */
    public double leastConfidence(Mode mode) {
        return least.getOrDefault(mode, mode.leastConfidence());
    }

    /** The least confidences that are the network's own and the weights, one a line; no line for {@link #NONE}. */
    public String text() {
        List<String> lines = new ArrayList<>();
        least.forEach((mode, bound) -> lines.add(key(mode) + " = " + bound + "\n"));
        maps.forEach((target, map) -> {
            lines.add(line(target, BIAS, map.bias()));
            for (Feature feature : Feature.values()) {
                lines.add(line(target, feature.code(), map.weights().getOrDefault(feature, 0.0)));
            }
        });
        return String.join("", lines);
    }

    private static String line(Target target, String what, double value) {
        return target.code() + "." + what + " = " + value + "\n";
    }

    /**
     * The attribution with calibrated confidence, to four decimals.
     *
     * @param raw with confidence as {@link Attributor} gives it
     */
    public Attribution apply(Attribution raw) {
        if (maps.isEmpty()) {
            return raw;
        }
        Confidence confidence = new Confidence(
                probability(Target.STATEMENT, raw),
                raw.confidence().source().map(any -> probability(Target.SOURCE, raw)),
                raw.confidence().cue().map(any -> probability(Target.CUE, raw)),
                probability(Target.CONTENT, raw));
        return new Attribution(raw.in(), raw.form(), raw.source(), raw.cue(), raw.content(), confidence);
    }

    private double probability(Target target, Attribution raw) {
        Logistic map = maps.get(target);
        if (map == null) {
            throw new IllegalStateException("no map for " + target);
        }
        return Math.rint(map.of(raw) * 10_000) / 10_000;
    }
}
