package io.onrecord.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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

    public String yaml() {
        return yaml;
    }

    /** What it says, for whoever writes it in another form: maps, lists, texts, numbers and truth values. */
    public Map<String, Object> tree() {
        return tree;
    }
}
