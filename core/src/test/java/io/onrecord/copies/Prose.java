package io.onrecord.copies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Paragraphs of 40 made-up words each; a number always gives the same one, and no two have four words in a row in common. */
final class Prose {

    private static final int WORDS = 40;

    private Prose() {}

    static String paragraph(int number) {
        Random random = new Random(number);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            out.append(i == 0 ? "" : " ").append(Integer.toString(500 + random.nextInt(40_000), 36));
        }
        return out.append(".").toString();
    }

    /** A text of the paragraphs of these numbers. */
    static String text(int... numbers) {
        List<String> paragraphs = new ArrayList<>();
        Arrays.stream(numbers).forEach(number -> paragraphs.add(paragraph(number)));
        return String.join("\n\n", paragraphs);
    }
}
