package io.onrecord.reading.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells the language of a text, offline. Ordinary English is told by its small words; the model (some 35 MB of heap, 0.4 s)
 * is loaded with the first text that needs it; each text costs half a millisecond, however long it is. Safe to call from any thread: the model does not change,
 * and what is counted belongs to the call.
 */
public final class Languages {

    /** Fewer letters than this are a label, not a text. */
    private static final int FEWEST_LETTERS = 25;

    /**
     * Share against the next likely language. With it all pieces of the samples in the tests that are told are told
     * right, from 40 characters on (42 of 146 are told then, 50 of 55 at 80); without it, one in twelve is wrong.
     */
    private static final double SURE = 0.6;

    /**
     * A probability that only texts of several sentences reach: the doubt that is left is between relatives. (One in
     * 103 would be a blind guess.)
     */
    private static final double PLENTY = 0.15;

    private Languages() {}

    /**
     * The language of a text; absent where it is too short, or too much of a list of names, to tell. Looks at some 500
     * characters of it.
     */
    public static Optional<Guess> of(String text) {
        Optional<Guess> byScript = Scripts.of(text);
        if (byScript.isPresent()) {
            return byScript;
        }
        String sample = Sample.of(text);
        if (sample.codePoints()
                        .filter(Character::isLetter)
                        .limit(FEWEST_LETTERS)
                        .count()
                < FEWEST_LETTERS) {
            return Optional.empty();
        }
        if (PlainEnglish.is(sample)) {
            return Optional.of(new Guess("en", 1));
        }
        List<Guess> likely = Model.LOADED.languages(sample);
        Guess first = likely.get(0);
        double next = likely.size() > 1 ? likely.get(1).confidence() : 0;
        double share = first.confidence() / (first.confidence() + next);
        return share >= SURE || first.confidence() >= PLENTY
                ? Optional.of(new Guess(first.tag(), share))
                : Optional.empty();
    }

    /** Holds the model from when it is first needed. */
    private static final class Model {

        private static final String FILE = "/langdetect-183.bin";

        /** What the model calls by another code than BCP 47 has for the whole language. */
        private static final Map<String, String> OTHERS =
                Map.of("cmn", "zh", "pes", "fa", "ekk", "et", "lvs", "lv", "plt", "mg");

        static final Model LOADED = new Model();

        private final LanguageDetectorModel model;
        private final Map<String, String> tags;

        private Model() {
            try (InputStream in = Languages.class.getResourceAsStream(FILE)) {
                if (in == null) {
                    throw new IllegalStateException("the class path lacks " + FILE
                            + ", the model that tells languages: put opennlp-models-langdetect on it");
                }
                model = new LanguageDetectorModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException("the model that tells languages cannot be read", e);
            }
            tags = tags();
        }

        /** Languages with their probability, the likeliest first; ties by tag, so that the answer is always the same. */
        List<Guess> languages(String sample) {
            Map<String, Double> sums = new HashMap<>();
            for (Language language : new LanguageDetectorME(model).predictLanguages(sample)) {
                sums.merge(
                        tags.getOrDefault(language.getLang(), language.getLang()),
                        language.getConfidence(),
                        Double::sum);
            }
            return sums.entrySet().stream()
                    .map(entry -> new Guess(entry.getKey(), Math.min(1, entry.getValue())))
                    .sorted(Comparator.comparingDouble(Guess::confidence)
                            .reversed()
                            .thenComparing(Guess::tag))
                    .toList();
        }

        /** From three letters to the shortest code, which BCP 47 asks for. */
        private static Map<String, String> tags() {
            Map<String, String> tags = new HashMap<>(OTHERS);
            for (String code : Locale.getISOLanguages()) {
                Locale language = Locale.forLanguageTag(code);
                tags.putIfAbsent(language.getISO3Language(), language.toLanguageTag());
            }
            return Map.copyOf(tags);
        }
    }
}
