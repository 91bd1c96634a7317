package io.onrecord.encoder;

import io.onrecord.model.Text;
import java.util.List;

/** Scores the word pieces of a text. Opened once, shared by all threads, closed once. */
public interface Encoder extends AutoCloseable {

    /** Name and digest of what does the scoring. */
    String model();

    /**
     * Scores every piece of a text. The scores depend on this text alone.
     *
     * @throws EncodingException if the runtime fails
     */
    TokenScores encode(Text text);

    /**
     * Scores several texts at once, which may be faster than one by one. The scores depend on these texts alone, but those
     * of one text may differ in their last digits with the others beside it: give together what belongs to one article.
     *
     * @return scores of each text, in the order of the texts
     * @throws EncodingException if the runtime fails
     */
    default List<TokenScores> encodeAll(List<Text> texts) {
        return texts.stream().map(this::encode).toList();
    }

    @Override
    void close();
}
