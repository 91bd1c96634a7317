package io.onrecord.store;

import io.onrecord.claims.Mood;
import io.onrecord.claims.Place;
import io.onrecord.claims.Proposition;
import io.onrecord.claims.Standing;
import io.onrecord.claims.Term;
import io.onrecord.encoder.ByteVector;
import io.onrecord.model.Location;
import io.onrecord.model.Span;
import io.onrecord.model.Stance;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A proposition as bytes: what is matched, without what stands in other columns. Numbers are written in groups of seven bits, words
 * in UTF-8 behind their length; spans count UTF-16 units. For the engine alone: people find the words in the column {@code text}.
 */
final class PropositionForm {

    /** What the bytes begin with. It changes with their meaning; those of another version are made anew. */
    static final byte VERSION = 2;

    private static final int RECALLED = 1;
    private static final int FURNITURE = 2;
    private static final int TITLE = 4;
    private static final int GROUP = 7;
    private static final int MORE = 1 << GROUP;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    private PropositionForm() {}

    static byte[] of(Proposition proposition) {
        PropositionForm form = new PropositionForm();
        form.write(proposition);
        return form.out.toByteArray();
    }

    private void write(Proposition proposition) {
        out.write(VERSION);
        boolean title = proposition.place().location() == Location.TITLE;
        out.write((proposition.recalled() ? RECALLED : 0)
                | (proposition.furniture() ? FURNITURE : 0)
                | (title ? TITLE : 0));
        number(proposition.place().start());
        optional(proposition.speaker());
        optional(proposition.stance().map(Stance::name));
        spans(proposition.cue());
        number(proposition.mood().ordinal());
        number(proposition
                .asOf()
                .map(day -> day.toEpochDay() << 1 ^ day.toEpochDay() >> 63)
                .map(day -> day + 1)
                .orElse(0L));
        number(proposition.terms().size());
        for (Term term : proposition.terms()) {
            number(term.kind().ordinal());
            words(term.value());
            words(term.of());
            number(term.span().map(span -> span.start() + 1).orElse(0));
            number(term.span().map(Span::length).orElse(0));
        }
    }

    private void spans(List<Span> spans) {
        number(spans.size());
        for (Span span : spans) {
            number(span.start());
            number(span.length());
        }
    }

    private void number(long value) {
        long left = value;
        while (left >= MORE) {
            out.write((int) (left & MORE - 1 | MORE));
            left >>>= GROUP;
        }
        out.write((int) left);
    }

    private void words(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        out.writeBytes(bytes);
    }

    private void optional(Optional<String> text) {
        number(text.isPresent() ? 1 : 0);
        text.ifPresent(this::words);
    }

    /**
     * What stands in other columns.
     *
     * @param moment seconds since 1970, as {@link Place} has it
     * @param text the sentence that can be read by itself
     * @param story what the article is about
     * @param vector of the statement, for its first proposition
     */
    record Columns(
            String statementId,
            int part,
            String articleId,
            long moment,
            Optional<String> outlet,
            Standing standing,
            String text,
            List<String> story,
            Optional<ByteVector> vector) {}

    /** Whether the bytes are of a proposition that is told only as something that was said before. */
    static boolean isRecalled(byte[] bytes) {
        return (bytes[1] & RECALLED) != 0;
    }

    /** Where a proposition stands. */
    static Place place(byte[] bytes, String articleId, long moment) {
        ByteBuffer in = ByteBuffer.wrap(bytes, 2, bytes.length - 2);
        return new Place(moment, articleId, (bytes[1] & TITLE) != 0 ? Location.TITLE : Location.TEXT, (int) number(in));
    }

    /** @throws IllegalArgumentException if the bytes are none of this version */
    static Proposition read(byte[] bytes, Columns columns) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte version = in.get();
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "the form of a proposition has the version " + version + ", not " + VERSION);
        }
        int flags = in.get();
        int start = (int) number(in);
        Optional<String> speaker = optional(in);
        Optional<Stance> stance = optional(in).map(Stance::valueOf);
        List<Span> cue = spans(in);
        Mood mood = Mood.values()[(int) number(in)];
        long day = number(in);
        Optional<LocalDate> asOf =
                day == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay((day - 1 >>> 1) ^ -(day - 1 & 1)));
        List<Term> terms = new ArrayList<>();
        for (long left = number(in); left > 0; left--) {
            terms.add(term(in));
        }
        return new Proposition(
                columns.statementId,
                columns.part,
                new Place(
                        columns.moment,
                        columns.articleId,
                        (flags & TITLE) != 0 ? Location.TITLE : Location.TEXT,
                        start),
                columns.outlet,
                speaker,
                stance,
                cue,
                columns.standing,
                (flags & RECALLED) != 0,
                (flags & FURNITURE) != 0,
                mood,
                asOf,
                columns.text,
                terms,
                columns.story,
                columns.vector);
    }

    private static List<Span> spans(ByteBuffer in) {
        List<Span> spans = new ArrayList<>();
        for (long left = number(in); left > 0; left--) {
            int start = (int) number(in);
            spans.add(new Span(start, start + (int) number(in)));
        }
        return spans;
    }

    private static Term term(ByteBuffer in) {
        Term.Kind kind = Term.Kind.values()[(int) number(in)];
        String value = words(in);
        String of = words(in);
        int start = (int) number(in);
        int length = (int) number(in);
        return new Term(
                kind, value, of, start == 0 ? Optional.empty() : Optional.of(new Span(start - 1, start - 1 + length)));
    }

    private static long number(ByteBuffer in) {
        long value = 0;
        int shift = 0;
        int group;
        do {
            group = in.get();
            value |= (long) (group & MORE - 1) << shift;
            shift += GROUP;
        } while ((group & MORE) != 0);
        return value;
    }

    private static String words(ByteBuffer in) {
        byte[] bytes = new byte[(int) number(in)];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Optional<String> optional(ByteBuffer in) {
        return number(in) == 0 ? Optional.empty() : Optional.of(words(in));
    }
}
