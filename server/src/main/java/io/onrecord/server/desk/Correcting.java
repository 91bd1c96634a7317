package io.onrecord.server.desk;

import io.onrecord.corrections.Anchor;
import io.onrecord.corrections.Change;
import io.onrecord.corrections.Corrected;
import io.onrecord.corrections.Corrected.Touched;
import io.onrecord.corrections.Correction;
import io.onrecord.model.Location;
import io.onrecord.model.Speaker;
import io.onrecord.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts statements of an article right, for somebody. What people say is kept beside what the engine said. Methods throw
 * {@link IllegalArgumentException} where what is said cannot be, in words for who said it, and {@link io.onrecord.store.StoreException}
 * where the store cannot take it; nothing is changed then.
 */
public final class Correcting {

    private final Shelf shelf;
    private final String articleId;
    private final String author;

    /**
     * Of one article, in the name of somebody.
     *
     * @param author who says so
     */
    public Correcting(Shelf shelf, String articleId, String author) {
        this.shelf = shelf;
        this.articleId = articleId;
        this.author = author;
    }

    /** Says something of a statement. */
    public void say(String statementId, Said said, Optional<String> note) {
        checkNote(note);
        if (said.isNothing()) {
            throw new IllegalArgumentException(
                    "nothing is said: give the speaker, the stance, other words, or whether it is a statement at all");
        }
        List<Change> changes = named(said.changes());
        shelf.store().correct(articleId, statementId, changes, author, note);
        shelf.upkeep().touch();
    }

    /** Takes back what was last said of a statement; whether there was anything. */
    public boolean undo(String statementId, Optional<String> note) {
        checkNote(note);
        boolean undone =
                shelf.store().undo(articleId, statementId, author, note).isPresent();
        shelf.upkeep().touch();
        return undone;
    }

    /**
     * Adds a statement that is missing.
     *
     * @param said who says it, and the stance; may be nothing
     * @return its id in the corrected record
     */
    public String add(Location in, Change.SpansAre words, Said said, Optional<String> note) {
        checkNote(note);
        if (said.verdict().isPresent() || said.words().isPresent()) {
            throw new IllegalArgumentException("a statement that is added has a speaker and a stance, and no more");
        }
        Store store = shelf.store();
        Corrected before = store.corrected(articleId)
                .orElseThrow(() -> new IllegalArgumentException("the article is not on record any more"));
        Anchor anchor = Anchor.of(before.engine(), in, words.source(), words.cue(), words.content());
        List<Change> changes = new ArrayList<>(List.of(new Change.Added()));
        changes.addAll(named(said.changes()));
        Instant now = Instant.now();
        store.addCorrections(
                articleId,
                changes.stream()
                        .map(change -> Correction.of(anchor, change, Correction.Seen.NOTHING, author, now, note))
                        .toList());
        shelf.upkeep().touch();
        return store.corrected(articleId).stream()
                .flatMap(after -> after.touched().stream())
                .filter(touched ->
                        touched.history().stream().anyMatch(one -> one.anchor().equals(anchor)))
                .flatMap(touched -> touched.id().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is a statement with these words already: put that right instead"));
    }

    private static void checkNote(Optional<String> note) {
        if (note.filter(words -> words.strip().length() > Correction.LONGEST_NOTE)
                .isPresent()) {
            throw new IllegalArgumentException(
                    "a note has at most " + Correction.LONGEST_NOTE + " characters: shorten it");
        }
    }

    /** Speakers by the full names that the article has for them. */
    private List<Change> named(List<Change> changes) {
        List<Speaker> all = shelf.store()
                .corrected(articleId)
                .map(corrected -> corrected.record().speakers())
                .orElse(List.of());
        return changes.stream()
                .map(change -> change instanceof Change.SpeakerIs speaker ? Naming.full(all, speaker) : change)
                .toList();
    }

    /** Ids by which a statement is known after it was corrected; empty where it is no more. */
    public Optional<String> now(String statementId) {
        return shelf.store()
                .corrected(articleId)
                .flatMap(corrected -> corrected.of(statementId))
                .map(Touched::id)
                .orElse(Optional.of(statementId));
    }
}
