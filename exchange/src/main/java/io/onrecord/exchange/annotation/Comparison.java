package io.onrecord.exchange.annotation;

import io.onrecord.corrections.Anchor;
import io.onrecord.corrections.Change;
import io.onrecord.corrections.Corrected;
import io.onrecord.corrections.Correction;
import io.onrecord.corrections.Correction.Seen;
import io.onrecord.exchange.annotation.Assembly.Assembled;
import io.onrecord.exchange.annotation.Edited.Edge;
import io.onrecord.exchange.annotation.Mark.Tie;
import io.onrecord.exchange.annotation.Sheet.Entry;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Attribution;
import io.onrecord.model.Dispute;
import io.onrecord.model.Resolution;
import io.onrecord.model.Span;
import io.onrecord.model.StanceReading;
import io.onrecord.model.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares a file that a person worked on with the record it was exported from; made for one file, by one thread. */
final class Comparison {

    private static final int LONGEST_NAME = 500;

    private final String file;
    private final Corrected now;
    private final Sheet sheet;
    private final Map<String, String> bases;
    private final Assembled assembled;
    private final String author;
    private final Instant time;

    /** The names that people gave to the speakers of statements, as files have names. */
    private final Map<String, String> named = new HashMap<>();

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    /** The edited statements by the ids of those exported. */
    private final Map<String, Integer> matched = new LinkedHashMap<>();

    private final List<Correction> corrections = new ArrayList<>();
    private final List<String> notTaken = new ArrayList<>();

    Comparison(
            String file, Corrected now, Sheet sheet, Origin origin, Assembled assembled, String author, Instant time) {
        this.file = file;
        this.now = now;
        this.sheet = sheet;
        this.bases = origin.bases();
        this.assembled = assembled;
        this.author = author;
        this.time = time;
    }

    Edits edits() throws AnnotationFormatException {
        sheet.entries().forEach(entry -> entries.put(entry.statement().id(), entry));
        now.touched()
                .forEach(one -> one.of(Change.Aspect.SPEAKER)
                        .filter(last -> last.change() instanceof Change.SpeakerIs)
                        .flatMap(last -> Lines.folded(((Change.SpeakerIs) last.change()).name()))
                        .ifPresent(name -> one.id().ifPresent(id -> named.put(id, name))));
        match();
        for (Map.Entry<String, String> base : bases.entrySet()) {
            compare(base.getKey(), base.getValue());
        }
        Set<Integer> known = new HashSet<>(matched.values());
        for (int i = 0; i < assembled.statements().size(); i++) {
            if (!known.contains(i)) {
                Edited added = assembled.statements().get(i);
                Optional<Entry> there = inItsPlace(added);
                if (there.isPresent()) {
                    changed(there.get(), added);
                } else {
                    add(added);
                }
            }
        }
        links();
        return new Edits(corrections, notTaken);
    }

    /** Finds the edited statements again: by their ids, else by their places. */
    private void match() throws AnnotationFormatException {
        List<Integer> loose = new ArrayList<>();
        for (int i = 0; i < assembled.statements().size(); i++) {
            Edited edited = assembled.statements().get(i);
            if (edited.id().isEmpty()) {
                loose.add(i);
                continue;
            }
            String id = edited.id().get();
            if (!bases.containsKey(id)) {
                throw problem(
                        edited.line(),
                        "has the statement id '" + Lines.shown(id)
                                + "', which was not exported with this article: remove the id, and the statement is new");
            }
            @Nullable Integer other = matched.putIfAbsent(id, i);
            if (other != null) {
                throw problem(
                        edited.line(),
                        "has the statement id " + id + ", as line "
                                + assembled.statements().get(other).line()
                                + " has: remove it from the one that is new");
            }
        }
        for (double least : new double[] {1, 0.5}) {
            for (int i : List.copyOf(loose)) {
                Optional<String> id = fitting(assembled.statements().get(i).marked(), least);
                if (id.isPresent()) {
                    matched.put(id.get(), i);
                    loose.removeIf(index -> index == i);
                }
            }
        }
    }

    /** What the record has there by now, though it was not exported. */
    private Optional<Entry> inItsPlace(Edited added) {
        return entries.values().stream()
                .filter(entry -> !bases.containsKey(entry.statement().id()))
                .filter(entry -> Overlap.fit(added.marked(), entry.marked()) == 1)
                .findFirst();
    }

    /** The exported statement without a match that fits best. */
    private Optional<String> fitting(Marked marked, double least) {
        double most = 0;
        Optional<String> best = Optional.empty();
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            if (bases.containsKey(entry.getKey()) && !matched.containsKey(entry.getKey())) {
                double fit = Overlap.fit(marked, entry.getValue().marked());
                if (fit >= least && fit > most) {
                    most = fit;
                    best = Optional.of(entry.getKey());
                }
            }
        }
        return best;
    }

    private void compare(String id, String base) throws AnnotationFormatException {
        Optional<Entry> entry = Optional.ofNullable(entries.get(id));
        Optional<Edited> edited = Optional.ofNullable(matched.get(id))
                .map(index -> assembled.statements().get(index));
        boolean same = entry.isPresent() && entry.get().marked().digest().equals(base);
        if (!same) {
            // Somebody else corrected it meanwhile, or it was read again.
            boolean untouched =
                    edited.isPresent() && edited.get().marked().digest().equals(base);
            if (untouched || entry.isEmpty() && edited.isEmpty() || edited.isPresent() && isThere(edited.get())) {
                return;
            }
            throw problem(
                    edited.map(Edited::line).orElse(0),
                    "the statement " + Lines.shown(id) + " was changed here and, since the file was exported, in the"
                            + " store: export the article again");
        }
        if (edited.isEmpty()) {
            take(id, new Change.Rejected());
            return;
        }
        changed(entry.get(), edited.get());
    }

    /** Whether the record has it just so, as after the same file was imported before. */
    private boolean isThere(Edited edited) {
        return entries.values().stream()
                .anyMatch(entry -> taken(entry, edited.marked())
                        .digest()
                        .equals(entry.marked().digest()));
    }

    /** What a file says, with the name that the record has where the file's was taken for it before: part of a name stands for the whole. */
    private Marked taken(Entry entry, Marked marked) {
        Marked whole = marked.orElse(entry.marked());
        String said = named.get(entry.statement().id());
        return said != null && whole.speaker().equals(Optional.of(said))
                ? whole.by(entry.marked().speaker())
                : whole;
    }

    private void changed(Entry entry, Edited edited) throws AnnotationFormatException {
        Statement statement = entry.statement();
        Marked before = entry.marked();
        Marked after = taken(entry, edited.marked());
        spans(statement, before, after).ifPresent(change -> take(statement.id(), change));
        if (!after.stance().equals(before.stance())
                || after.negated() != before.negated()
                || after.hypothetical() != before.hypothetical()) {
            reading(after, edited).ifPresent(reading -> take(statement.id(), new Change.StanceIs(reading)));
        }
        if (!after.speaker().equals(before.speaker())) {
            take(statement.id(), speaker(after.speaker().orElse(Marked.NOBODY), edited));
        }
        if (!after.addressee().equals(before.addressee())) {
            notTaken.add(at(edited) + "another addressee: addressees cannot be corrected");
        }
        if (edited.form().isPresent()
                && edited.form().get() != statement.attribution().form()) {
            notTaken.add(at(edited) + "another form: it follows from the quotation marks");
        }
    }

    private Optional<StanceReading> reading(Marked marked, Edited edited) {
        if (marked.stance().isEmpty()) {
            notTaken.add(at(edited) + "negated or hypothetical without a stance: give it one");
            return Optional.empty();
        }
        return Optional.of(new StanceReading(marked.stance().get(), marked.negated(), marked.hypothetical()));
    }

    private Change speaker(String name, Edited edited) throws AnnotationFormatException {
        if (name.equals(Marked.NOBODY)) {
            return new Change.NobodyNamed();
        }
        if (name.length() > LONGEST_NAME) {
            throw problem(
                    edited.line(),
                    "a speaker's name of more than " + LONGEST_NAME + " characters, '" + Lines.shown(name) + "'");
        }
        return new Change.SpeakerIs(name, Optional.empty());
    }

    /** Where the words stand now, if elsewhere than before; a part that was not changed stays to the character. */
    private Optional<Change> spans(Statement statement, Marked before, Marked after) {
        Attribution words = statement.attribution();
        Change.SpansAre spans = new Change.SpansAre(
                after.source().equals(before.source()) ? words.source() : whole(after.source()),
                after.cue().equals(before.cue()) ? words.cue() : whole(after.cue()),
                after.content().equals(before.content()) ? words.content() : whole(after.content()));
        boolean moved = !spans.source().equals(words.source())
                || !spans.cue().equals(words.cue())
                || !spans.content().equals(words.content());
        return moved ? Optional.of(spans) : Optional.empty();
    }

    /** Pieces with nothing but line ends between them are one span. */
    private List<Span> whole(List<Span> pieces) {
        List<Span> spans = new ArrayList<>();
        for (Span piece : pieces) {
            int last = spans.size() - 1;
            if (last >= 0 && onlyLineEnds(spans.get(last).end(), piece.start())) {
                spans.set(last, new Span(spans.get(last).start(), piece.end()));
            } else {
                spans.add(piece);
            }
        }
        return spans;
    }

    private boolean onlyLineEnds(int from, int to) {
        return from < to && sheet.text().substring(from, to).chars().allMatch(c -> Pieces.isLineEnd((char) c));
    }

    private void add(Edited edited) throws AnnotationFormatException {
        Marked marked = edited.marked();
        Anchor anchor = anchor(edited, whole(marked.source()), whole(marked.cue()), whole(marked.content()));
        corrections.add(correction(anchor, new Change.Added(), Seen.NOTHING));
        if (marked.stance().isPresent() || marked.negated() || marked.hypothetical()) {
            reading(marked, edited)
                    .ifPresent(
                            reading -> corrections.add(correction(anchor, new Change.StanceIs(reading), Seen.NOTHING)));
        }
        if (marked.speaker().isPresent()) {
            corrections.add(correction(anchor, speaker(marked.speaker().get(), edited), Seen.NOTHING));
        }
        if (!marked.addressee().isEmpty()) {
            notTaken.add(at(edited) + "an addressee: addressees cannot be corrected");
        }
    }

    private Anchor anchor(Edited edited, List<Span> source, List<Span> cue, List<Span> content)
            throws AnnotationFormatException {
        try {
            return Anchor.of(now.record(), sheet.in(), source, cue, content);
        } catch (IllegalArgumentException e) {
            throw new AnnotationFormatException(file, edited.line(), Lines.shown(String.valueOf(e.getMessage())), e);
        }
    }

    private void take(String id, Change change) {
        ArticleRecord record = now.record();
        Statement statement = record.statements().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        Optional<String> speaker = statement.speaker() instanceof Resolution.Resolved resolved
                ? Optional.of(resolved.name())
                : Optional.empty();
        corrections.add(correction(now.anchor(id), change, new Seen(speaker, statement.stance())));
    }

    private Correction correction(Anchor anchor, Change change, Seen seen) {
        return Correction.of(anchor, change, seen, author, time, Optional.empty());
    }

    /** Links between statements are compared as a whole: they cannot be corrected. */
    private void links() {
        Set<String> before = new HashSet<>();
        for (Entry entry : sheet.entries()) {
            entry.statement()
                    .within()
                    .filter(entries::containsKey)
                    .ifPresent(outer ->
                            before.add(Tie.WITHIN + " " + entry.statement().id() + " " + outer));
        }
        for (Dispute dispute : sheet.record().disputes()) {
            if (entries.containsKey(dispute.from()) && entries.containsKey(dispute.to())) {
                before.add(dispute.kind() + " " + dispute.from() + " " + dispute.to());
            }
        }
        Map<Integer, String> ids = new LinkedHashMap<>();
        matched.forEach((id, index) -> ids.put(index, id));
        Set<String> after = new HashSet<>();
        for (Edge edge : assembled.edges()) {
            after.add(edge.kind() + " " + ids.getOrDefault(edge.from(), "new") + " "
                    + ids.getOrDefault(edge.to(), "new"));
        }
        // What was rejected, or was not exported, takes its links with it.
        before.removeIf(
                link -> !matched.containsKey(link.split(" ", 3)[1]) || !matched.containsKey(link.split(" ", 3)[2]));
        if (!before.equals(after)) {
            notTaken.add(
                    file + ": other links between statements (" + Tie.WITHIN + ", disputes): they cannot be corrected");
        }
    }

    private String at(Edited edited) {
        return file + ":" + edited.line() + ": ";
    }

    private AnnotationFormatException problem(int line, String what) {
        return new AnnotationFormatException(file, line, what);
    }
}
