package io.onrecord.server.http;

/**
 * One kind of request.
 *
 * @param method what is to be done
 * @param path with the names of its variable parts in braces: {@code /articles/{id}}
 * @param access whom it is for
 * @param handler answers it
 */
public record Route(Method method, String path, Access access, Handler handler) {
    public Route {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path starts with a slash: " + path);
        }
    }

    /** What anybody who may read can get. */
    public static Route get(String path, Handler handler) {
        return new Route(Method.GET, path, Access.READ, handler);
    }

    /** What whoever may edit can do. */
    public static Route post(String path, Handler handler) {
        return new Route(Method.POST, path, Access.EDIT, handler);
    }
}
