package io.onrecord.server.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The interface for programs, for people to read.
 *
 * @param title of it
 * @param version of it
 * @param description in paragraphs
 * @param groups what can be asked for
 * @param shapes what is sent and answered
 */
public record ApiView(String title, String version, List<String> description, List<Group> groups, List<Shape> shapes) {

    /** What a shared desk may answer to anything, which is told once. */
    private static final Set<String> EVERYWHERE = Set.of("401", "403", "429");

    private static final List<String> METHODS = List.of("get", "post", "put", "delete");

    /**
     * What belongs together.
     *
     * @param name of the group
     * @param description of the group
     * @param operations in it
     */
    public record Group(String name, String description, List<Operation> operations) {
        public Group {
            operations = List.copyOf(operations);
        }
    }

    /**
     * One thing that can be asked for.
     *
     * @param id of it
     * @param method of HTTP
     * @param path with its variable parts in braces
     * @param summary in a sentence
     * @param description further; may be empty
     * @param role for whom it is on a shared desk: anybody, readers or editors
     * @param parameters of path and address
     * @param body what is sent; empty for nothing
     * @param answers by status
     */
    public record Operation(
            String id,
            String method,
            String path,
            String summary,
            String description,
            String role,
            List<Field> parameters,
            Optional<Body> body,
            List<Answer> answers) {
        public Operation {
            parameters = List.copyOf(parameters);
            answers = List.copyOf(answers);
        }
    }

    /**
     * One value.
     *
     * @param name of it
     * @param where it stands: {@code path}, {@code query}, or empty for a field
     * @param type in words
     * @param shape the shape that it has, for a link; empty for none
     * @param required whether it is always there
     * @param description of it; may be empty
     */
    public record Field(String name, String where, String type, String shape, boolean required, String description) {}

    /**
     * What is sent.
     *
     * @param type its media type
     * @param shape what it is, in words
     * @param link the shape for a link; empty for none
     */
    public record Body(String type, String shape, String link) {}

    /**
     * What is answered.
     *
     * @param status of HTTP, or {@code default}
     * @param description of it
     * @param type its media type; empty for none
     * @param shape what it is, in words; empty for none
     * @param link the shape for a link; empty for none
     */
    public record Answer(String status, String description, String type, String shape, String link) {}

    /**
     * A shape of JSON.
     *
     * @param name of it
     * @param description of it; may be empty
     * @param type in words, where it has no fields
     * @param fields of it
     */
    public record Shape(String name, String description, String type, List<Field> fields) {
        public Shape {
            fields = List.copyOf(fields);
        }
    }

    public ApiView {
        description = List.copyOf(description);
        groups = List.copyOf(groups);
        shapes = List.copyOf(shapes);
    }

    /** Of a description, as maps and lists. */
    public static ApiView of(Map<String, Object> tree) {
        return new Reading(tree).view();
    }

    /** Reads one description. */
    private static final class Reading {

        private final Map<String, Object> tree;

        Reading(Map<String, Object> tree) {
            this.tree = tree;
        }

        ApiView view() {
            Map<String, Object> info = map(tree.get("info"));
            Map<String, List<Operation>> byTag = new LinkedHashMap<>();
            String prefix = text(map(list(tree.get("servers")).get(0)), "url");
            map(tree.get("paths"))
                    .forEach((path, item) -> METHODS.stream()
                            .filter(method -> map(item).containsKey(method))
                            .forEach(method -> {
                                Map<String, Object> operation = map(map(item).get(method));
                                String tag = String.valueOf(
                                        list(operation.get("tags")).get(0));
                                byTag.computeIfAbsent(tag, name -> new ArrayList<>())
                                        .add(operation(prefix + path, method, map(item), operation));
                            }));
            List<Group> groups = list(tree.get("tags")).stream()
                    .map(Reading::map)
                    .map(tag -> new Group(
                            text(tag, "name"),
                            text(tag, "description"),
                            byTag.getOrDefault(text(tag, "name"), List.of())))
                    .toList();
            List<Shape> shapes = new ArrayList<>();
            map(map(tree.get("components")).get("schemas"))
                    .forEach((name, schema) -> shapes.add(
                            new Shape(name, text(map(schema), "description"), type(map(schema)), fields(map(schema)))));
            return new ApiView(
                    text(info, "title"),
                    text(info, "version"),
                    List.of(text(info, "description").strip().split("\n\n", -1)),
                    groups,
                    shapes);
        }

        private Operation operation(
                String path, String method, Map<String, Object> item, Map<String, Object> operation) {
            List<Field> parameters = new ArrayList<>();
            for (Map<String, Object> holder : List.of(item, operation)) {
                list(holder.get("parameters")).forEach(one -> parameters.add(parameter(resolved(map(one)))));
            }
            List<Answer> answers = new ArrayList<>();
            map(operation.get("responses")).forEach((status, answer) -> {
                if (!EVERYWHERE.contains(status)) {
                    answers.add(answer(status, resolved(map(answer))));
                }
            });
            Optional<Body> body = operation.containsKey("requestBody")
                    ? Optional.of(body(map(operation.get("requestBody"))))
                    : Optional.empty();
            return new Operation(
                    text(operation, "operationId"),
                    method.toUpperCase(Locale.ROOT),
                    path,
                    text(operation, "summary"),
                    text(operation, "description"),
                    role(operation),
                    parameters,
                    body,
                    answers);
        }

        /** The least that whoever asks must be. */
        private String role(Map<String, Object> operation) {
            List<Object> schemes = list(operation.getOrDefault("security", tree.get("security")));
            if (schemes.isEmpty()) {
                return "anybody";
            }
            boolean editors = schemes.stream()
                    .allMatch(scheme -> map(scheme).values().stream()
                            .allMatch(roles -> list(roles).contains("editor")));
            return editors ? "editors" : "readers";
        }

        private Field parameter(Map<String, Object> parameter) {
            Map<String, Object> schema = map(parameter.get("schema"));
            return new Field(
                    text(parameter, "name"),
                    text(parameter, "in"),
                    type(schema),
                    shape(schema),
                    Boolean.TRUE.equals(parameter.get("required")),
                    text(parameter, "description"));
        }

        private Body body(Map<String, Object> body) {
            Map<String, Object> content = map(body.get("content"));
            String types = String.join(", ", content.keySet());
            Map<String, Object> schema = schema(content);
            return new Body(types, type(schema), shape(schema));
        }

        private Answer answer(String status, Map<String, Object> answer) {
            Map<String, Object> content = map(answer.get("content"));
            Map<String, Object> schema = schema(content);
            return new Answer(
                    status,
                    text(answer, "description"),
                    content.size() > 1
                            ? content.keySet().iterator().next() + ", or a file"
                            : String.join("", content.keySet()),
                    schema.isEmpty() ? "" : type(schema),
                    shape(schema));
        }

        private static Map<String, Object> schema(Map<String, Object> content) {
            return content.isEmpty()
                    ? Map.of()
                    : map(map(content.values().iterator().next()).get("schema"));
        }

        private List<Field> fields(Map<String, Object> schema) {
            List<Object> required = list(schema.get("required"));
            List<Field> fields = new ArrayList<>();
            map(schema.get("properties")).forEach((name, value) -> {
                Map<String, Object> field = map(value);
                fields.add(new Field(
                        name, "", type(field), shape(field), required.contains(name), text(field, "description")));
            });
            return fields;
        }

        /** What a reference points at. */
        private Map<String, Object> resolved(Map<String, Object> value) {
            @Nullable Object reference = value.get("$ref");
            if (reference == null) {
                return value;
            }
            @Nullable Object at = tree;
            for (String step :
                    String.valueOf(reference).substring("#/".length()).split("/", -1)) {
                at = map(at).get(step);
            }
            return map(at);
        }

        private static String shape(Map<String, Object> schema) {
            if (schema.containsKey("$ref")) {
                String reference = text(schema, "$ref");
                return reference.substring(reference.lastIndexOf('/') + 1);
            }
            return schema.containsKey("items") ? shape(map(schema.get("items"))) : "";
        }

        private static String type(Map<String, Object> schema) {
            if (schema.containsKey("$ref")) {
                return shape(schema);
            }
            if (schema.containsKey("enum")) {
                return list(schema.get("enum")).stream().map(String::valueOf).collect(Collectors.joining(" | "));
            }
            if (schema.containsKey("const")) {
                return String.valueOf(schema.get("const"));
            }
            if (schema.containsKey("items")) {
                return "list of " + type(map(schema.get("items")));
            }
            if (schema.containsKey("properties") && schema.containsKey("type")) {
                return map(schema.get("properties")).keySet().stream().collect(Collectors.joining(", ", "{ ", " }"));
            }
            String format = text(schema, "format");
            return format.isEmpty() ? text(schema, "type") : text(schema, "type") + " (" + format + ")";
        }

        private static String text(Map<String, Object> map, String name) {
            @Nullable Object value = map.get(name);
            return value == null ? "" : String.valueOf(value).strip();
        }

        private static Map<String, Object> map(@Nullable Object value) {
            Map<String, Object> map = new LinkedHashMap<>();
            if (value instanceof Map<?, ?> some) {
                some.forEach((name, one) -> map.put(String.valueOf(name), one));
            }
            return map;
        }

        private static List<Object> list(@Nullable Object value) {
            return value instanceof List<?> some ? List.copyOf(some) : List.of();
        }
    }
}
