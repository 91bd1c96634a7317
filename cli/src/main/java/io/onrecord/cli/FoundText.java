package io.onrecord.cli;

import io.onrecord.memory.Answer;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.CodePoints;
import io.onrecord.model.Published;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.Statement;
import io.onrecord.model.StatementDate;
import io.onrecord.search.Matches;
import io.onrecord.store.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Statements that were found, for a person to read: who, what, where, and why it was found. */
final class FoundText {

    private static final String INDENT = "     ";

    private final Style style;
    private final int width;
    private final Matches matches;

    /**
     * @param width columns to wrap at
     * @param matches words that are marked
     */
    FoundText(Style style, int width, Matches matches) {
        this.style = style;
        this.width = Math.max(40, width);
        this.matches = matches;
    }

    String of(int number, Answer answer) {
        ArticleRecord record = answer.record();
        Statement statement = answer.statement();
        Attribution words = statement.attribution();
        String text = record.textOf(words.in());
        StringBuilder out = new StringBuilder();
        out.append(String.format(Locale.ROOT, "%3d. ", number)).append(who(answer, text));
        String cue = joined(words.cue(), text);
        if (!cue.isEmpty()) {
            out.append(" · ").append(style.cue(cue));
        }
        out.append(style.dim(Listing.stance(statement) + date(statement, record) + " · "
                        + words.form().name().toLowerCase(Locale.ROOT) + teller(statement, record)))
                .append('\n');
        for (Span span : words.content()) {
            content(span.of(text), out);
        }
        out.append(INDENT).append(style.dim(where(record, words, text))).append('\n');
        out.append(INDENT).append(style.dim(why(answer))).append("\n\n");
        return out.toString();
    }

    /** The name over articles, and the words here where they are other ones. */
    private String who(Answer answer, String text) {
        Attribution words = answer.statement().attribution();
        String source = joined(words.source(), text);
        if (answer.statement().speaker() instanceof Resolution.Resolved resolved) {
            String name = Optional.ofNullable(answer.surroundings().identities().get(resolved.speakerId()))
                    .map(Surroundings.Known::name)
                    .orElse(resolved.name());
            String shown = style.source(Sanitized.line(name));
            return source.isEmpty() || source.equals(name)
                    ? shown
                    : shown + style.dim(" (here: ") + source + style.dim(")");
        }
        return source.isEmpty() ? style.dim("(nobody named)") : style.source(source) + style.dim(" (not resolved)");
    }

    /** Whose statement this stands in. */
    private static String teller(Statement statement, ArticleRecord record) {
        return ClaimSheet.told(statement.within().stream()
                .flatMap(outer ->
                        record.statements().stream().filter(one -> one.id().equals(outer)))
                .map(outer -> outer.speaker() instanceof Resolution.Resolved resolved
                        ? Sanitized.line(resolved.name())
                        : joined(
                                outer.attribution().source(),
                                record.textOf(outer.attribution().in())))
                .filter(name -> !name.isEmpty() && !isOf(statement, name))
                .findFirst());
    }

    private static boolean isOf(Statement statement, String name) {
        return statement.speaker() instanceof Resolution.Resolved resolved
                && Sanitized.line(resolved.name()).equals(name);
    }

    private static String joined(List<Span> spans, String text) {
        return spans.stream().map(span -> Sanitized.line(span.of(text))).collect(Collectors.joining(" […] "));
    }

    private static String date(Statement statement, ArticleRecord record) {
        return statement
                .date()
                .map(StatementDate::value)
                .or(() -> record.article().metadata().published().map(Published::value))
                .map(value -> " · " + Sanitized.line(value.length() > 10 ? value.substring(0, 10) : value))
                .orElse("");
    }

    /** The words, wrapped, those that were looked for marked. */
    private void content(String raw, StringBuilder out) {
        // Of the same length, so that places stay.
        String words = Sanitized.line(raw);
        List<Span> marks = matches.in(words);
        StringBuilder line = new StringBuilder();
        int columns = 0;
        int mark = 0;
        for (Span word : split(words)) {
            if (columns > 0 && columns + 1 + word.length() > width - INDENT.length()) {
                out.append(INDENT).append(line).append('\n');
                line.setLength(0);
                columns = 0;
            }
            if (columns > 0) {
                line.append(' ');
                columns++;
            }
            while (mark < marks.size() && marks.get(mark).end() <= word.start()) {
                mark++;
            }
            line.append(painted(words, word, marks, mark));
            columns += word.length();
        }
        out.append(INDENT).append(line).append('\n');
    }

    private String painted(String words, Span word, List<Span> marks, int from) {
        StringBuilder out = new StringBuilder();
        int at = word.start();
        for (int i = from; i < marks.size() && marks.get(i).start() < word.end(); i++) {
            int start = Math.max(at, marks.get(i).start());
            int end = Math.min(word.end(), marks.get(i).end());
            if (start < end) {
                out.append(words, at, start).append(style.bold(words.substring(start, end)));
                at = end;
            }
        }
        return out.append(words, at, word.end()).toString();
    }

    private static List<Span> split(String words) {
        List<Span> found = new ArrayList<>();
        int at = 0;
        while (at < words.length()) {
            int end = words.indexOf(' ', at);
            if (end < 0) {
                end = words.length();
            }
            if (end > at) {
                found.add(new Span(at, end));
            }
            at = end + 1;
        }
        return found;
    }

    private static String where(ArticleRecord record, Attribution words, String text) {
        StringBuilder out = new StringBuilder();
        record.article()
                .metadata()
                .outlet()
                .ifPresent(outlet -> out.append(outlet).append(" · "));
        record.article().metadata().title().ifPresent(title -> out.append(title).append(" · "));
        out.append(record.article().address()).append(" · ").append(Listing.place(record, words, CodePoints.of(text)));
        return Sanitized.line(out.toString());
    }

    private static String why(Answer answer) {
        StringBuilder out =
                new StringBuilder("statement ").append(answer.statement().id());
        if (!answer.words().isEmpty()) {
            out.append(" · words: ").append(String.join(", ", answer.words()));
        }
        answer.cosine().ifPresent(cosine -> out.append(String.format(Locale.ROOT, " · near in meaning: %.2f", cosine)));
        if (answer.statement().speaker() instanceof Resolution.Resolved resolved) {
            out.append(" · speaker: ").append(resolved.why());
        }
        return Sanitized.line(out.toString());
    }
}
