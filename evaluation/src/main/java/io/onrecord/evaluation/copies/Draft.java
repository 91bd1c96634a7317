package io.onrecord.evaluation.copies;

import java.util.List;

/**
 * A text before it is set.
 *
 * @param headline may be empty
 * @param paragraphs at least one
 */
record Draft(String headline, List<String> paragraphs) {

    Draft {
        paragraphs = List.copyOf(paragraphs);
        if (paragraphs.isEmpty()) {
            throw new IllegalArgumentException("a draft has at least one paragraph");
        }
    }

    Draft withHeadline(String other) {
        return new Draft(other, paragraphs);
    }

    Draft withParagraphs(List<String> others) {
        return new Draft(headline, others);
    }

    int size() {
        return paragraphs.size();
    }

    String text() {
        String body = String.join("\n\n", paragraphs);
        return headline.isEmpty() ? body : headline + "\n\n" + body;
    }
}
