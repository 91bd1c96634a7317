package io.onrecord.server.list;

import io.onrecord.server.http.Request;
import io.onrecord.server.list.Listing.Ref;
import io.onrecord.server.list.Listing.Source;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Statements of a list, those of an article one behind the other, the articles in the order in which the list comes to them: formats of whole articles take them
 * so. Holds sixteen bytes a statement, and what an article takes in a table.
 */
final class Together {

    private static final HexFormat HEX = HexFormat.of();
    private static final int DIGITS = 16;

    private long[] ids = new long[4];
    private int size;

    private Together() {}

    /** The same statements; what the list says of them is that which it says of the first. */
    static <E extends Record> Source<Ref<E>> of(Source<Ref<E>> source) {
        return request -> sorted(source, request);
    }

    private static <E extends Record> Iterator<Ref<E>> sorted(Source<Ref<E>> source, Request request) {
        Iterator<Ref<E>> refs = source.open(request);
        if (!refs.hasNext()) {
            return refs;
        }
        Ref<E> first = refs.next();
        Map<String, Together> articles = new LinkedHashMap<>();
        add(articles, first);
        refs.forEachRemaining(ref -> add(articles, ref));
        return articles.entrySet().stream()
                .flatMap(article -> IntStream.range(0, article.getValue().size / 2)
                        .mapToObj(index ->
                                new Ref<>(article.getKey(), article.getValue().id(index), first.own())))
                .iterator();
    }

    private static void add(Map<String, Together> articles, Ref<?> ref) {
        articles.computeIfAbsent(ref.article(), id -> new Together()).add(ref.statement());
    }

    private void add(String id) {
        if (id.length() != 2 * DIGITS) {
            throw new IllegalArgumentException("no id of a statement: " + id);
        }
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
        }
        ids[size++] = HexFormat.fromHexDigitsToLong(id, 0, DIGITS);
        ids[size++] = HexFormat.fromHexDigitsToLong(id, DIGITS, 2 * DIGITS);
    }

    private String id(int index) {
        return HEX.toHexDigits(ids[2 * index]) + HEX.toHexDigits(ids[2 * index + 1]);
    }
}
