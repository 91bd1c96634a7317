package io.onrecord.evaluation;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.model.Producer;
import io.onrecord.model.Text;
import io.onrecord.speakers.Gaze;
import java.util.Iterator;

/** What is measured: articles to records. The command line gives the real one, tests a scripted one. */
public interface Engine {

    /**
     * Records of articles.
     *
     * @param articles taken one after the other
     * @return an outcome for each, in any order; one that is skipped counts as an article without statements. May be
     *     lazy: a task goes through it once, to its end, on one thread
     */
    Iterator<Outcome<ArticleRecord>> read(Iterator<Outcome<Article>> articles);

    /** What its network says of the pronouns and names of an article's text. */
    default Gaze gaze(Text text) {
        return Gaze.NONE;
    }

    /** What the figures were made with. */
    Producer producer();
}
