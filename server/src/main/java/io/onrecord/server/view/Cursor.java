package io.onrecord.server.view;

import io.onrecord.server.http.Request;
import io.onrecord.server.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A place in a list from which it goes on, as addresses carry it: {@link #text} is nothing to be read or made by others. A place is either so many
 * rows from the beginning ({@link #at}), or behind the row with some keys ({@link #behind}), which costs the same however far down it is.
 *
 * @param list whose place it is: a cursor of one list says nothing in another
 * @param place the number of rows, or the keys
 */
public record Cursor(String list, List<String> place) {

    /** The parameter of addresses that carries it. */
    public static final String PARAMETER = "cursor";

    private static final int LONGEST = 2_000;
    private static final String VERSION = "1";

    /** Stands in no key, since keys are ids, days and numbers. */
    private static final String BETWEEN = "\n";

    public Cursor {
        place = List.copyOf(place);
        if (list.isEmpty()
                || list.contains(BETWEEN)
                || place.isEmpty()
                || place.stream().anyMatch(key -> key.contains(BETWEEN))) {
            throw new IllegalArgumentException("no place in a list: " + list + " " + place);
        }
    }

    /** Behind so many rows. */
    public static Cursor at(String list, long rows) {
        return new Cursor(list, List.of(Long.toString(rows)));
    }

    /** Behind the row with these keys, in which a line end has no place. */
    public static Cursor behind(String list, String... keys) {
        return new Cursor(list, List.of(keys));
    }

    /**
     * The place that is asked for; empty for the beginning.
     *
     * @throws Problem with status 400 if what is given was not made here, or for another list
     */
    public static Optional<Cursor> of(Request request, String list) {
        return request.parameter(PARAMETER).map(text -> of(text, list));
    }

    /**
     * Reads {@link #text}.
     *
     * @throws Problem with status 400 if it was not made here, or for another list
     */
    public static Cursor of(String text, String list) {
        List<String> parts = parts(text);
        if (parts.size() < 3 || !parts.get(0).equals(VERSION)) {
            throw unfit(text);
        }
        if (!parts.get(1).equals(list)) {
            throw Problem.bad("the cursor " + Problem.quoted(text)
                    + " belongs to another list: follow the addresses that this list gives, or leave cursor out");
        }
        return new Cursor(list, parts.subList(2, parts.size()));
    }

    private static List<String> parts(String text) {
        if (text.length() > LONGEST) {
            throw unfit(text);
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return List.of(decoded.split(BETWEEN, -1));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw unfit(text);
        }
    }

    private static Problem unfit(String text) {
        return Problem.bad(
                "the cursor " + Problem.quoted(text)
                        + " is none of ours: follow the addresses that the list gives, or leave cursor out to begin at its start");
    }

    /**
     * How many rows it is from the beginning.
     *
     * @param most that can be gone through
     * @throws Problem with status 400 if it lies farther down, or is behind keys
     */
    public int rows(int most) {
        long rows = place.size() == 1 ? number(0) : -1;
        if (rows < 0) {
            throw unfit(text());
        }
        if (rows > most) {
            throw Problem.bad("this list can be gone through to row " + most
                    + ": ask for less with its filters, or take all of it as an export");
        }
        return (int) rows;
    }

    /**
     * The keys behind which it is.
     *
     * @param count of the keys that the list goes by
     * @throws Problem with status 400 if there are not so many
     */
    public List<String> keys(int count) {
        if (place.size() != count) {
            throw unfit(text());
        }
        return place;
    }

    /**
     * A key that is a number.
     *
     * @param index from 0
     * @throws Problem with status 400 if it is none
     */
    public long number(int index) {
        try {
            return Long.parseLong(place.get(index));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw unfit(text());
        }
    }

    /** As an address carries it: letters, digits, minus and underscore. */
    public String text() {
        String all = VERSION + BETWEEN + list + BETWEEN + String.join(BETWEEN, place);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all.getBytes(StandardCharsets.UTF_8));
    }
}
