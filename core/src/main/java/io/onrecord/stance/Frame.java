package io.onrecord.stance;

import io.onrecord.model.Stance;
import java.util.List;
import java.util.Optional;

/**
 * What may stand behind a word of the lexicon and make its stance another.
 *
 * @param words that follow, in small letters; may be empty
 * @param shape of what follows these
 * @param stance that it makes
 */
record Frame(List<String> words, Optional<Shape> shape, Stance stance) {

    /** What can be told of the words behind a word without knowing them; {@code X} stands for any words. */
    enum Shape {
        /** An infinitive, perhaps after those who are to do it: {@code asked the council to act}. */
        X_TO("X to"),
        /** An object and {@code as}. */
        X_AS("X as"),
        /** An object and {@code from}. */
        X_FROM("X from"),
        /** An object and {@code on}. */
        X_ON("X on"),
        /** A gerund. */
        ING("ING"),
        /** A question: {@code whether}, {@code why}. */
        WHETHER("WHETHER"),
        /** A clause about what should be: {@code suggested that they leave}. */
        SHOULD("SHOULD"),
        /** A clause about what the source itself will do. */
        SELF_WILL("SELF WILL"),
        /** A clause about what will be. */
        WILL("WILL"),
        /** Words, of the source's own or known ones: {@code defended his remarks}. */
        OWN_WORDS("OWN WORDS"),
        /** A statement, plan or offer: what can be disputed. */
        STATEMENT("STATEMENT"),
        /** The source is somebody, and what is stated no quotation: who finds comes to know. */
        PERSON("PERSON"),
        /** The source is a document, a body that rules, or a news outlet. */
        DOCUMENT("DOCUMENT"),
        /** The word itself is a passive participle. */
        PASSIVE("PASSIVE");

        private final String code;

        Shape(String code) {
            this.code = code;
        }
    }

    Frame {
        words = List.copyOf(words);
        if (words.isEmpty() && shape.isEmpty()) {
            throw new IllegalArgumentException("a frame of " + stance + " has neither words nor a shape");
        }
    }

    /**
     * A frame as the lexicon writes it: words in small letters, perhaps a shape in capitals, the stance.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Frame parse(String line) {
        int last = line.strip().lastIndexOf(' ');
        Stance stance = Stance.valueOf(line.strip().substring(last + 1));
        String rest = line.strip().substring(0, Math.max(last, 0)).strip();
        for (Shape shape : Shape.values()) {
            if (rest.equals(shape.code) || rest.endsWith(" " + shape.code)) {
                return new Frame(
                        words(rest.substring(0, rest.length() - shape.code.length())), Optional.of(shape), stance);
            }
        }
        return new Frame(words(rest), Optional.empty(), stance);
    }

    private static List<String> words(String joined) {
        return joined.isBlank() ? List.of() : List.of(joined.strip().split(" ", -1));
    }
}
