package io.onrecord.evaluation;

import io.onrecord.model.Article;
import io.onrecord.model.ArticleRecord;
import io.onrecord.model.Outcome;
import io.onrecord.model.Producer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Gives each article the outcome that a test decides on, lazily and in order, and keeps what it was given. */
final class ScriptedEngine implements Engine {

    static final Producer PRODUCER = new Producer("0.1.0", "scripted", "none");

    private final Function<Article, Outcome<ArticleRecord>> script;
    private final Producer producer;
    private final List<Article> given = new ArrayList<>();

    ScriptedEngine(Function<Article, Outcome<ArticleRecord>> script) {
        this(script, PRODUCER);
    }

    ScriptedEngine(Function<Article, Outcome<ArticleRecord>> script, Producer producer) {
        this.script = script;
        this.producer = producer;
    }

    @Override
    public Iterator<Outcome<ArticleRecord>> read(Iterator<Outcome<Article>> articles) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return articles.hasNext();
            }

            @Override
            public Outcome<ArticleRecord> next() {
                if (articles.next() instanceof Outcome.Kept<Article> kept) {
                    given.add(kept.value());
                    return script.apply(kept.value());
                }
                throw new AssertionError("a gold article that could not be read");
            }
        };
    }

    @Override
    public Producer producer() {
        return producer;
    }

    List<Article> given() {
        return List.copyOf(given);
    }
}
