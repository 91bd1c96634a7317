package io.onrecord.reading.document;

import io.onrecord.model.Metadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One mail once it is parsed.
 *
 * @param headers subject, sender, date
 * @param body its parts
 * @param attachments how many parts were left out
 */
record Mail(Metadata headers, Part body, int attachments) {

    /** The parts of a mail that can be its text. */
    sealed interface Part {

        /** Text as it was written. */
        record Plain(String text) implements Part {}

        /** The paragraphs of an HTML part. */
        record Html(List<String> paragraphs) implements Part {}

        /** Parts within a part; of alternatives one is taken. */
        record Several(List<Part> parts, boolean alternatives) implements Part {}
    }

    /** What is shown of a part. */
    sealed interface Shown {

        record Plain(String text) implements Shown {}

        record Html(List<String> paragraphs) implements Shown {}
    }

    /** The text of the mail; empty if it has none. */
    Optional<Shown> shown() {
        List<Shown> all = new ArrayList<>();
        collect(body, all);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        if (all.stream().allMatch(Shown.Plain.class::isInstance)) {
            List<String> texts = new ArrayList<>();
            all.forEach(one -> texts.add(((Shown.Plain) one).text()));
            return Optional.of(new Shown.Plain(String.join("\n\n", texts)));
        }
        List<String> paragraphs = new ArrayList<>();
        for (Shown one : all) {
            if (one instanceof Shown.Html html) {
                paragraphs.addAll(html.paragraphs());
            } else if (one instanceof Shown.Plain plain) {
                paragraphs.addAll(Paragraphs.parts(plain.text()));
            }
        }
        return Optional.of(new Shown.Html(paragraphs));
    }

    private static void collect(Part part, List<Shown> all) {
        if (part instanceof Part.Plain plain) {
            if (!plain.text().isBlank()) {
                all.add(new Shown.Plain(plain.text()));
            }
        } else if (part instanceof Part.Html html) {
            if (!html.paragraphs().isEmpty()) {
                all.add(new Shown.Html(html.paragraphs()));
            }
        } else if (part instanceof Part.Several several && several.alternatives()) {
            all.addAll(best(several.parts()));
        } else if (part instanceof Part.Several several) {
            several.parts().forEach(one -> collect(one, all));
        }
    }

    /** Plain text is what was written; HTML is taken where there is none. */
    private static List<Shown> best(List<Part> alternatives) {
        @Nullable List<Shown> first = null;
        for (Part part : alternatives) {
            List<Shown> shown = new ArrayList<>();
            collect(part, shown);
            if (!shown.isEmpty() && shown.stream().allMatch(Shown.Plain.class::isInstance)) {
                return shown;
            }
            first = first == null && !shown.isEmpty() ? shown : first;
        }
        return first == null ? List.of() : first;
    }
}
