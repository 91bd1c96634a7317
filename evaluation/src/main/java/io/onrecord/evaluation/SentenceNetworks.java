package io.onrecord.evaluation;

import io.onrecord.encoder.PairScorer;
import io.onrecord.encoder.SentenceEncoder;

/** Opens the networks that compare sentences. The command line gives the real ones. */
public interface SentenceNetworks {

    /** The network for pairs, which the caller closes. */
    PairScorer openPairs();

    /** The network for sentences by themselves, the baseline, which the caller closes. */
    SentenceEncoder openSentences();
}
