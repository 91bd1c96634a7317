package io.onrecord.evaluation;

import java.util.List;

/**
 * An article of a gold file in which statements stand within statements.
 *
 * @param article with the words of its statements
 * @param places where each of them stands, in their order; an outer one may come later
 */
record NestedArticle(GoldArticle article, List<Place> places) {

    NestedArticle {
        places = List.copyOf(places);
        if (places.size() != article.parts().size()) {
            throw new IllegalArgumentException(
                    places.size() + " places do not fit " + article.parts().size() + " statements");
        }
    }
}
