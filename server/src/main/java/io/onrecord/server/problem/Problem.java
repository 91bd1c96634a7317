package io.onrecord.server.problem;

/**
 * Something that was asked for cannot be had. Programs get it as problem details (RFC 9457), people as a page; both are safe to
 * show, so nothing secret stands in it.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 80;

    private final int status;
    private final String title;

    /**
     * @param status of HTTP, from 400 on
     * @param title what is wrong, the same for all of its kind
     * @param detail what is wrong here, and what to do
     */
    public Problem(int status, String title, String detail) {
        super(detail);
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a problem has a status from 400 to 599, not " + status);
        }
        this.status = status;
        this.title = title;
    }

    /**
     * @param status of HTTP, from 400 on
     * @param title what is wrong, the same for all of its kind
     * @param detail what is wrong here, and what to do
     * @param cause for whoever mends it
     */
    public Problem(int status, String title, String detail, Throwable cause) {
        this(status, title, detail);
        initCause(cause);
    }

    /** Something that is not there. */
    public static Problem notFound(String detail) {
        return new Problem(404, "Not found", detail);
    }

    /** Something that cannot be understood. */
    public static Problem bad(String detail) {
        return new Problem(400, "Bad request", detail);
    }

    /** Words of a stranger, cut and without control characters, for a message. */
    public static String quoted(String words) {
        StringBuilder out = new StringBuilder();
        words.codePoints()
                .limit(SHOWN)
                .map(point ->
                        Character.getType(point) == Character.CONTROL || Character.getType(point) == Character.FORMAT
                                ? ' '
                                : point)
                .forEach(out::appendCodePoint);
        return "'" + out + (words.codePointCount(0, words.length()) > SHOWN ? "…" : "") + "'";
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What is wrong here, and what to do. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
