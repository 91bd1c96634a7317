package io.onrecord.attribution;

import io.onrecord.encoder.Encoder;
import io.onrecord.encoder.TokenScores;
import io.onrecord.model.Attribution;
import io.onrecord.model.Location;
import io.onrecord.model.Text;
import java.util.ArrayList;
import java.util.List;

/** What the network finds in texts, one level of it, with the confidence that it is given. As thread-safe as the encoder. */
record Reader(Encoder encoder, Mode mode, Calibration calibration) {

    /** What stands in several texts of one article, each by itself. */
    List<List<Attribution>> readAll(List<Text> texts, Location in) {
        List<TokenScores> scores = encoder.encodeAll(texts);
        List<List<Attribution>> found = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            found.add(found(texts.get(i), in, scores.get(i)));
        }
        return found;
    }

    /** What stands in a text that has been scored. */
    List<Attribution> found(Text text, Location in, TokenScores scores) {
        return Attributor.attribute(text, in, scores, mode).stream()
                .map(calibration::apply)
                .toList();
    }
}
