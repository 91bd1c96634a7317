package io.onrecord.attribution;

import io.onrecord.encoder.Encoder;
import io.onrecord.encoder.TokenScores;
import io.onrecord.model.Attribution;
import io.onrecord.model.Location;
import io.onrecord.model.Text;
import java.util.List;

/**
 * All attributions of a text: what the network finds in it, second objects of a cue, short answers that it misses, quotations behind a colon, quotations that go on
 * from the speaker before, or from before the text, turns of a transcript, and what stands within other statements. Depends on the text alone; safe to call from any thread.
 */
public final class Attributions {

    private Attributions() {}

    /**
     * The attributions of a text in its order, each after the one that reports it.
     *
     * @param text what is read
     * @param in which text of the article it is
     * @param encoder scores the text, and once more, apart, what its statements contain
     * @param mode which spans are sure enough
     * @param calibration what makes their confidence mean something
     * @throws io.onrecord.encoder.EncodingException if the network fails
     */
    public static List<Finding> find(Text text, Location in, Encoder encoder, Mode mode, Calibration calibration) {
        return find(text, in, encoder.encode(text), encoder, mode, calibration);
    }

    /**
     * The same of a text that has been scored.
     *
     * @param text what is read
     * @param in which text of the article it is
     * @param scores of the text, by the encoder
     * @param encoder scores, apart, what its statements contain
     * @param mode which spans are sure enough
     * @param calibration what makes their confidence mean something
     * @throws io.onrecord.encoder.EncodingException if the network fails
     */
    public static List<Finding> find(
            Text text, Location in, TokenScores scores, Encoder encoder, Mode mode, Calibration calibration) {
        Reader reader = new Reader(encoder, mode, calibration);
        List<Attribution> flat = reader.found(text, in, scores);
        List<Attribution> split = Rejoinders.added(text, in, SecondObjects.split(text, flat));
        List<Attribution> apart = Continuations.apart(text, Introductions.kept(text, in, split));
        List<Attribution> turns = Transcripts.kept(text, in, apart);
        return Nesting.nest(text, Beginnings.added(text, in, scores, mode, turns), reader);
    }
}
