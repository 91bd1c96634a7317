package io.onrecord.reading.item;

import java.io.InputStream;

/**
 * Bytes that hold one article or many. Whoever made the item closes the stream, after the articles have been taken; it is
 * read at most once, by one thread.
 *
 * @param address file, URL, or a place in a container such as {@code news.zip!/harbour.html}; where the bytes hold one
 *     article that has no address of its own, this is the article's
 * @param known from outside of the bytes
 * @param bytes not buffered, of any length
 */
public record Item(String address, Known known, InputStream bytes) {

    public Item {
        if (address.isBlank()) {
            throw new IllegalArgumentException("the address of an item must not be blank");
        }
    }
}
