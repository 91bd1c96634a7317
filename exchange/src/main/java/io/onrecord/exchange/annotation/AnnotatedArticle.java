package io.onrecord.exchange.annotation;

import io.onrecord.corrections.Anchor;
import io.onrecord.corrections.Corrected;
import io.onrecord.exchange.annotation.Assembly.Assembled;
import io.onrecord.model.Location;
import java.time.Instant;

/**
 * A file of annotations as a person left it: the statements of an article's text, or of its title. Immutable, safe to share between
 * threads.
 */
public final class AnnotatedArticle {

    private final String file;
    private final Origin origin;
    private final Pieces pieces;
    private final Assembled assembled;
    /** Digest of the text in the file. */
    private final String found;

    AnnotatedArticle(String file, Origin origin, String text, Pieces pieces, Assembled assembled) {
        this.file = file;
        this.origin = origin;
        this.pieces = pieces;
        this.assembled = assembled;
        this.found = Anchor.digest(pieces.flat(text));
    }

    /** Where it was read, as messages name it. */
    public String file() {
        return file;
    }

    /** Id of the article. */
    public String articleId() {
        return origin.articleId();
    }

    /** Whether it is the article's text or its title. */
    public Location in() {
        return origin.in();
    }

    /** How many statements the file has now. */
    public int size() {
        return assembled.statements().size();
    }

    /**
     * What was changed since the file was exported. A pure function; a file nobody changed gives nothing.
     *
     * @param now the record of the article with the corrections made until now; the file was exported from its {@code record()}
     * @param author of the corrections
     * @param time of the corrections
     * @throws AnnotationFormatException if the file is of another text, or of what has changed since it was exported
     */
    public Edits edits(Corrected now, String author, Instant time) throws AnnotationFormatException {
        if (!now.record().article().id().equals(origin.articleId())) {
            throw problem("is of the article " + Lines.shown(origin.articleId()) + ", not of "
                    + now.record().article().id() + ", "
                    + Lines.shown(now.record().article().address()));
        }
        if (origin.in() == Location.TITLE
                && now.record().article().metadata().title().isEmpty()) {
            throw problem("is of a title, which the article does not have any more");
        }
        Sheet sheet = Sheet.of(now.record(), now.record().statements(), origin.in(), pieces);
        String shown = Lines.legal(sheet.text(), pieces == Pieces.AS_THEY_ARE);
        if (!sheet.digest().equals(origin.digest())
                || !Anchor.digest(pieces.flat(shown)).equals(found)) {
            throw problem("is of another text than the article " + Lines.shown(origin.articleId())
                    + " has: the text was changed, and offsets into it mean nothing; export the article again");
        }
        return new Comparison(file, now, sheet, origin, assembled, author, time).edits();
    }

    private AnnotationFormatException problem(String what) {
        return new AnnotationFormatException(file, 0, what);
    }
}
