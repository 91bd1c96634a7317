package io.onrecord.server.http;

import io.onrecord.server.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files that pages need, by name; all of them are in memory, so that no path leads anywhere else. Safe to share between threads. */
public final class Assets {

    private static final String PATH = "/assets/";

    private final Map<String, Asset> byName;

    private Assets(Map<String, Asset> byName) {
        this.byName = byName;
    }

    /**
     * Reads them.
     *
     * @param near a class beside which relative resources lie
     * @param resources by the name that each gets
     */
    public static Assets of(Class<?> near, Map<String, String> resources) {
        Map<String, Asset> byName = new LinkedHashMap<>();
        resources.forEach((name, resource) -> byName.put(name, Asset.of(name, near, resource)));
        return new Assets(byName);
    }

    /** The address of one, which changes when the file does. */
    public String path(String name) {
        Asset asset = byName.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("there is no asset " + name);
        }
        return PATH + asset.digest() + "/" + name;
    }

    /** Serves them. */
    public Route route() {
        return new Route(Method.GET, PATH + "{digest}/{name}", Access.PUBLIC, this::serve);
    }

    private Response serve(Request request) {
        Asset asset = byName.get(request.part("name"));
        if (asset == null) {
            throw Problem.notFound("the desk has no file of this name");
        }
        Response response = Response.of(200, asset.type(), asset::writeTo);
        // Of another version: right for now, but not to be kept.
        return asset.digest().equals(request.part("digest"))
                ? response.with("Cache-Control", "public, max-age=31536000, immutable")
                : response.with("Cache-Control", "no-cache");
    }
}
