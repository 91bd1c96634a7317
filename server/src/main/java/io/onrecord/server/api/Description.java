package io.onrecord.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The description of the interface for programs, in the form OpenAPI 3.1: one file, written by hand and held against every route by a test. */
public final class Description {

    /** As it was written. */
    private final String yaml;

    /** Maps, lists, texts, numbers and truth values, in the order of the file. */
    private final Map<String, Object> tree;

    private Description(String yaml, Map<String, Object> tree) {
        this.yaml = yaml;
        this.tree = tree;
    }

    /** The one that ships. */
    public static Description shipped() {
        try (InputStream in = Description.class.getResourceAsStream("openapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("the jar of Onrecord lacks openapi.yaml");
            }
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Description(yaml, tree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read openapi.yaml from the jar of Onrecord", e);
        }
    }

    private static Map<String, Object> tree(String yaml) {
        Object root = new Load(LoadSettings.builder().setLabel("openapi.yaml").build()).loadFromString(yaml);
        if (!(root instanceof Map<?, ?> map)) {
            throw new IllegalStateException("openapi.yaml holds no description");
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        map.forEach((name, value) -> tree.put(String.valueOf(name), value));
        return Collections.unmodifiableMap(tree);
    }

    /**
     * What it says of a field of a list.
     *
     * @param path of a page, whose twin has the list
     * @param list the field of the twin that holds the list
     * @param field of a row, names with dots between them
     * @return empty where it says nothing
     */
    public Optional<String> field(String path, String list, String field) {
        Object at = at(tree, "paths", path, "get", "responses", "200", "content", "application/json", "schema");
        at = at(at(at, "properties", list), "items");
        for (String name : field.split("\\.", -1)) {
            at = at(at, "properties", name);
        }
        return at instanceof Map<?, ?> map && map.get("description") instanceof String words
                ? Optional.of(words)
                : Optional.empty();
    }

    /** What lies below something, wherever references lead; an empty map where nothing does. */
    private Object at(Object from, String... names) {
        Object at = from;
        for (String name : names) {
            at = at instanceof Map<?, ?> map && map.containsKey(name) ? resolved(map.get(name)) : Map.of();
        }
        return at;
    }

    /** A description beside a reference goes before that of what it leads to. */
    private Object resolved(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map) || !(map.get("$ref") instanceof String reference)) {
            return value == null ? Map.of() : value;
        }
        Object target = at(tree, reference.substring("#/".length()).split("/", -1));
        if (map.containsKey("description") && target instanceof Map<?, ?> found) {
            Map<Object, Object> both = new LinkedHashMap<>(found);
            both.put("description", map.get("description"));
            return both;
        }
        return target;
    }

    public String yaml() {
        return yaml;
    }

    /** What it says, for whoever writes it in another form: maps, lists, texts, numbers and truth values. */
    public Map<String, Object> tree() {
        return tree;
    }
}
