package io.onrecord.exchange;

import io.onrecord.corrections.Anchor;
import io.onrecord.corrections.Change;
import io.onrecord.corrections.Corrected;
import io.onrecord.corrections.Corrected.Touched;
import io.onrecord.corrections.Correction;
import io.onrecord.model.CodePoints;
import java.util.Optional;

/** Corrections as JSON Lines, one a line (format {@code onrecord-correction/1}); places count code points. Stateless. */
public final class CorrectionJson {

    /** Name and version of the format. */
    public static final String FORMAT = "onrecord-correction/1";

    private CorrectionJson() {}

    /**
     * One line, without a line break.
     *
     * @param corrected the record of an article that it is about
     * @param touched its statement
     */
    public static String write(Corrected corrected, Touched touched, Correction correction) {
        Anchor anchor = correction.anchor();
        CodePoints points = CodePoints.of(corrected.engine().textOf(anchor.in()));
        return JsonLine.of(line -> {
            line.string("format", FORMAT);
            line.string("id", correction.id());
            line.object("article", () -> {
                line.string("id", corrected.engine().article().id());
                line.string("address", corrected.engine().article().address());
            });
            line.string("statement", touched.id().or(touched::engineId));
            line.string("textDigest", anchor.textDigest());
            line.string("in", anchor.in().name());
            line.spans("source", anchor.source(), points);
            line.spans("cue", anchor.cue(), points);
            line.spans("content", anchor.content(), points);
            line.string("words", anchor.words());
            line.string("kind", correction.change().code());
            change(line, correction.change(), points);
            line.object("seen", () -> {
                line.string("speaker", correction.seen().speaker());
                line.stance(correction.seen().stance());
            });
            line.string("author", correction.author());
            line.string("time", correction.time().toString());
            line.string("note", correction.note());
            line.flag("holds", touched.inForce().contains(correction));
            line.string("problem", touched.problem().map(Enum::name));
        });
    }

    private static void change(JsonLine line, Change change, CodePoints points) {
        if (change instanceof Change.SpeakerIs speaker) {
            line.string("speaker", speaker.name());
            line.string("speakerKind", speaker.kind().map(Enum::name));
        } else if (change instanceof Change.StanceIs stance) {
            line.stance(Optional.of(stance.reading()));
        } else if (change instanceof Change.SpansAre spans) {
            line.object("spans", () -> {
                line.spans("source", spans.source(), points);
                line.spans("cue", spans.cue(), points);
                line.spans("content", spans.content(), points);
            });
        } else if (change instanceof Change.Undone undone) {
            line.string("takesBack", undone.correction());
        }
    }
}
