package io.onrecord.reading.page;

/** What the markup says of an element: by its name, its attributes for machines, and the words in its class and id. */
enum Role {
    /** Said to be the body of the article, in so many words. */
    BODY(4),
    /** Said to be the article, or content. */
    CONTENT(1.5),
    NONE(1),
    /** Words that other pages use for furniture, though not only for that. */
    DOUBTFUL(0.5),
    /** A figure and what belongs to it. */
    FIGURE(0),
    /** Beside the article by the name of its element: navigation, the foot of the page. */
    OUTSIDE(0),
    /** Beside the article: navigation, offers, lists of other articles, comments, notices. */
    FURNITURE(0);

    private final double weight;

    Role(double weight) {
        this.weight = weight;
    }

    /** What the score of an element is multiplied by. */
    double weight() {
        return weight;
    }

    /** Whether the text in it is left out, unless it is most of the page. */
    boolean isOut() {
        return weight == 0;
    }
}
