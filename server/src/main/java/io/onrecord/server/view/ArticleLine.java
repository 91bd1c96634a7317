package io.onrecord.server.view;

import io.onrecord.store.Arrived;
import java.util.Optional;

/**
 * An article in a list.
 *
 * @param id its id
 * @param address its address
 * @param title its title
 * @param outlet the name of its outlet
 * @param published when, as it says
 * @param kept when it came into the record, to the second
 * @param statements how many the engine found
 */
public record ArticleLine(
        String id,
        String address,
        Optional<String> title,
        Optional<String> outlet,
        Optional<String> published,
        String kept,
        int statements) {

    static ArticleLine of(Arrived article) {
        return new ArticleLine(
                article.articleId(),
                article.address(),
                article.title(),
                article.outlet(),
                article.published(),
                article.keptAt().toString(),
                article.statements());
    }

    /** What it is called: its title, or its address. */
    public String name() {
        return title.orElse(address);
    }
}
