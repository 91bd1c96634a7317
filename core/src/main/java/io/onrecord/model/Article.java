package io.onrecord.model;

/**
 * One published text with its metadata; the text is fixed when it is read.
 *
 * @param id {@link Ids#article} of the address and the text
 * @param address file, URL, or the input's own id
 * @param text what every offset refers to
 * @param metadata title, outlet, dates
 */
public record Article(String id, String address, Text text, Metadata metadata) {

    public Article {
        Check.notBlank(address, "address of an article");
        String derived = Ids.article(address, text.value());
        if (!id.equals(derived)) {
            throw new IllegalArgumentException(
                    "article " + Check.shown(address) + " has the id " + derived + ", not " + Check.shown(id));
        }
    }

    /** An article with its derived id. */
    public static Article of(String address, Text text, Metadata metadata) {
        return new Article(Ids.article(address, text.value()), address, text, metadata);
    }
}
