package io.onrecord.attribution;

import io.onrecord.model.Attribution;
import io.onrecord.model.Confidence;
import io.onrecord.model.Form;
import io.onrecord.model.Span;
import java.util.List;
import java.util.Locale;

/** What a {@link Calibration} knows of an attribution: numbers read off its spans and its uncalibrated confidence. */
public enum Feature {
    /** Log-odds of the cue; 0 where there is none, as for the source. */
    CUE(true) {
        @Override
        public double of(Attribution attribution) {
            return attribution.confidence().cue().map(Feature::logOdds).orElse(0.0);
        }
    },
    /** Log-odds of the source. */
    SOURCE(true) {
        @Override
        public double of(Attribution attribution) {
            return attribution.confidence().source().map(Feature::logOdds).orElse(0.0);
        }
    },
    /** Log-odds of the content. */
    CONTENT(true) {
        @Override
        public double of(Attribution attribution) {
            return logOdds(attribution.confidence().content());
        }
    },
    /** Log-odds of the links: what is left of the statement's confidence when its parts are divided out. */
    LINKS(true) {
        @Override
        public double of(Attribution attribution) {
            Confidence raw = attribution.confidence();
            double parts = raw.source().orElse(1.0) * raw.cue().orElse(1.0) * raw.content();
            return logOdds(parts == 0 ? 0 : raw.statement() / parts);
        }
    },
    /** 1 where nobody is named. */
    UNSOURCED(false) {
        @Override
        public double of(Attribution attribution) {
            return attribution.source().isEmpty() ? 1 : 0;
        }
    },
    /** 1 where all content is quoted. */
    DIRECT(false) {
        @Override
        public double of(Attribution attribution) {
            return attribution.form() == Form.DIRECT ? 1 : 0;
        }
    },
    /** 1 where part of the content is quoted. */
    MIXED(false) {
        @Override
        public double of(Attribution attribution) {
            return attribution.form() == Form.MIXED ? 1 : 0;
        }
    },
    /** Logarithm of the number of content spans. */
    CONTENT_SPANS(false) {
        @Override
        public double of(Attribution attribution) {
            return StrictMath.log(attribution.content().size());
        }
    },
    /** Logarithm of one more than the length of the content, in UTF-16 units as all lengths here. */
    CONTENT_LENGTH(false) {
        @Override
        public double of(Attribution attribution) {
            return StrictMath.log1p(length(attribution.content()));
        }
    },
    /** The same of the source. */
    SOURCE_LENGTH(false) {
        @Override
        public double of(Attribution attribution) {
            return StrictMath.log1p(length(attribution.source()));
        }
    },
    /** The same of the cue. */
    CUE_LENGTH(false) {
        @Override
        public double of(Attribution attribution) {
            return StrictMath.log1p(length(attribution.cue()));
        }
    },
    /** Logarithm of one more than the gap between source and cue; 0 where one of them is missing. */
    SOURCE_DISTANCE(false) {
        @Override
        public double of(Attribution attribution) {
            if (attribution.source().isEmpty() || attribution.cue().isEmpty()) {
                return 0;
            }
            Span source = attribution.source().get(0);
            Span cue = attribution.cue().get(0);
            int gap = Math.max(source.start() - cue.end(), cue.start() - source.end());
            return StrictMath.log1p(Math.max(0, gap));
        }
    };

    /** Nearer to 0 or 1 than this the network's probabilities tell nothing more. */
    private static final double EDGE = 1e-4;

    private final boolean monotone;
    private final String code;

    Feature(boolean monotone) {
        this.monotone = monotone;
        this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Its value.
     *
     * @param attribution with uncalibrated confidence
     */
    public abstract double of(Attribution attribution);

    /** Whether more of it may never make a statement less likely, so that its weight is not negative. */
    public boolean monotone() {
        return monotone;
    }

    /** The name in a file of weights. */
    String code() {
        return code;
    }

    private static double logOdds(double probability) {
        double inside = Math.min(Math.max(probability, EDGE), 1 - EDGE);
        return StrictMath.log(inside / (1 - inside));
    }

    private static int length(List<Span> spans) {
        return spans.stream().mapToInt(span -> span.end() - span.start()).sum();
    }
}
