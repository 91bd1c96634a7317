package io.onrecord.server;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;

/** A description in the form OpenAPI 3.1, as tests need it: its operations, its examples, and its schemas. */
final class Contract {

    private static final List<String> METHODS = List.of("get", "post", "put", "delete");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** What says something of files alone. */
    private static final Set<String> OF_FILES = Set.of("list", "offsets", "with_text", "spreadsheet_safe", "bom");

    private static final String BOUNDARY = "----onrecord-example";

    /** One thing that can be asked for; {@code path} is as it stands in the description. */
    record Operation(
            String method,
            String path,
            String fullPath,
            Map<String, Object> description,
            List<Map<String, Object>> parameters) {

        String name() {
            return method + " " + path;
        }

        String id() {
            return String.valueOf(description.getOrDefault("operationId", ""));
        }

        String summary() {
            return String.valueOf(description.getOrDefault("summary", ""));
        }

        List<String> tags() {
            return list(description.get("tags")).stream().map(String::valueOf).toList();
        }

        Map<String, Object> responses() {
            return map(description.get("responses"));
        }

        /** Roles that the way in must have which a scheme names; empty for anybody. */
        Map<String, Object> security() {
            Map<String, Object> schemes = new LinkedHashMap<>();
            list(description.get("security")).forEach(one -> schemes.putAll(map(one)));
            return schemes;
        }
    }

    /**
     * A request as the description tells it; values may say where they are taken from.
     *
     * @param body of the media type; empty for none
     */
    record Example(
            Operation operation,
            String summary,
            Map<String, Object> path,
            Map<String, Object> query,
            Optional<Body> body,
            int status) {

        String name() {
            return operation.name() + (summary.isEmpty() ? "" : ": " + summary);
        }
    }

    record Body(String type, Object value) {}

    /** A request that can be sent. */
    record Sent(String method, String address, Optional<Body> body) {}

    record Answer(int status, String type, String body) {}

    private final Map<String, Object> tree;
    private final String address;
    private final Map<String, String> headers;
    private final HttpClient client = HttpClient.newHttpClient();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new LinkedHashMap<>();
    private final List<Operation> operations = new ArrayList<>();

    /** Of a desk that asks nobody who they are. */
    Contract(Map<String, Object> tree, String address) {
        this(tree, address, Map.of());
    }

    /** @param headers that go with every request */
    Contract(Map<String, Object> tree, String address, Map<String, String> headers) {
        this.tree = tree;
        this.headers = Map.copyOf(headers);
        this.address = address.substring(0, address.length() - 1);
        String prefix = String.valueOf(map(list(tree.get("servers")).get(0)).get("url"));
        map(tree.get("paths"))
                .forEach((path, item) -> METHODS.stream()
                        .filter(method -> map(item).containsKey(method))
                        .forEach(method -> {
                            Map<String, Object> one = map(map(item).get(method));
                            one.putIfAbsent("security", tree.get("security"));
                            List<Map<String, Object>> parameters = new ArrayList<>();
                            list(map(item).get("parameters")).forEach(parameter -> parameters.add(resolved(parameter)));
                            list(one.get("parameters")).forEach(parameter -> parameters.add(resolved(parameter)));
                            operations.add(new Operation(
                                    method.toUpperCase(Locale.ROOT), path, prefix + path, one, parameters));
                        }));
    }

    List<Operation> operations() {
        return operations;
    }

    Operation operation(String name) {
        return operations.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operation " + name));
    }

    List<String> tags() {
        return list(tree.get("tags")).stream()
                .map(tag -> String.valueOf(map(tag).get("name")))
                .toList();
    }

    /** All that the description says how to ask; what only reads comes first, what removes comes last. */
    Stream<Example> examples() {
        List<String> order = List.of("GET", "POST", "PUT", "DELETE");
        return operations.stream()
                .sorted(Comparator.comparingInt(one -> order.indexOf(one.method())))
                .flatMap(one -> examples(one).stream());
    }

    /** For every value of every enumeration that can be asked with, in addresses and in bodies, a request that has it. */
    Stream<Example> enumerated() {
        return operations.stream().flatMap(one -> enumerated(one).stream());
    }

    private List<Example> enumerated(Operation operation) {
        List<Example> all = new ArrayList<>();
        Example first = examples(operation).get(0);
        for (Map<String, Object> parameter : operation.parameters()) {
            int status = (int) parameter.getOrDefault("x-status", first.status());
            for (Object value : values(map(parameter.get("schema")))) {
                Map<String, Object> query = new LinkedHashMap<>();
                String name = String.valueOf(parameter.get("name"));
                if (OF_FILES.contains(name) && operation.parameters().stream().anyMatch(Contract::isFormat)) {
                    query.put("format", "jsonl");
                }
                query.put(name, value);
                all.add(new Example(
                        operation, parameter.get("name") + "=" + value, first.path(), query, first.body(), status));
            }
        }
        first.body().filter(body -> body.type().equals("application/json")).ifPresent(body -> {
            Map<String, Object> content =
                    map(map(operation.description().get("requestBody")).get("content"));
            Map<String, Object> schema = map(map(content.get(body.type())).get("schema"));
            bodies(schema, body.value())
                    .forEach((name, value) -> all.add(new Example(
                            operation,
                            name,
                            first.path(),
                            first.query(),
                            Optional.of(new Body(body.type(), value)),
                            0)));
        });
        return all;
    }

    private static boolean isFormat(Map<String, Object> parameter) {
        return "format".equals(parameter.get("name"));
    }

    /** Those that a schema names, and both of what is true or false. */
    private List<Object> values(Map<String, Object> given) {
        Map<String, Object> schema = resolved(given);
        if (schema.containsKey("items")) {
            return values(map(schema.get("items")));
        }
        return "boolean".equals(schema.get("type")) ? List.of(true, false) : list(schema.get("enum"));
    }

    /** A body with each value of each enumeration in its schema, by what is other than in the example. */
    private Map<String, Object> bodies(Map<String, Object> given, Object example) {
        Map<String, Object> all = new LinkedHashMap<>();
        map(resolved(given).get("properties")).forEach((name, property) -> {
            Map<String, Object> schema = resolved(property);
            Map<String, Object> body = map(example);
            for (Object value : schema.containsKey("enum") ? values(schema) : List.of()) {
                Map<String, Object> other = new LinkedHashMap<>(body);
                other.put(name, value);
                all.put(name + "=" + value, other);
            }
            // What else belongs to such an object an example tells.
            if (schema.containsKey("properties") && body.containsKey(name)) {
                bodies(schema, body.get(name)).forEach((below, value) -> {
                    Map<String, Object> other = new LinkedHashMap<>(body);
                    other.put(name, value);
                    all.put(name + "." + below, other);
                });
            }
        });
        return all;
    }

    private List<Example> examples(Operation operation) {
        List<Example> examples = new ArrayList<>();
        int good = operation.responses().keySet().stream()
                .filter(status -> status.startsWith("2"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(operation.name() + " never goes well"));
        Map<String, Object> path = values(operation, "path");
        Map<String, Object> query = values(operation, "query");
        Map<String, Object> content =
                map(map(operation.description().get("requestBody")).get("content"));
        if (content.isEmpty()) {
            examples.add(new Example(operation, "", path, query, Optional.empty(), good));
        }
        content.forEach((type, media) -> {
            Map<String, Object> told = map(map(media).get("examples"));
            if (told.isEmpty()) {
                throw new IllegalArgumentException(operation.name() + " has no example of " + type);
            }
            told.forEach((name, one) -> examples.add(new Example(
                    operation,
                    type + " " + map(one).getOrDefault("summary", name),
                    path,
                    query,
                    Optional.of(new Body(type, Objects.requireNonNull(map(one).get("value")))),
                    (int) map(one).getOrDefault("x-status", good))));
        });
        for (Object more : list(operation.description().get("x-requests"))) {
            Map<String, Object> one = map(more);
            Map<String, Object> otherPath = new LinkedHashMap<>(path);
            otherPath.putAll(map(one.get("path")));
            Optional<Body> body = one.containsKey("body")
                    ? Optional.of(
                            new Body(String.valueOf(one.getOrDefault("type", "application/json")), one.get("body")))
                    : Optional.empty();
            examples.add(new Example(
                    operation,
                    String.valueOf(one.getOrDefault("summary", "")),
                    otherPath,
                    map(one.get("query")),
                    body,
                    (int) Objects.requireNonNull(one.get("status"))));
        }
        return examples;
    }

    /** Values of the parameters that have an example, or must have one. */
    private static Map<String, Object> values(Operation operation, String in) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map<String, Object> parameter : operation.parameters()) {
            if (!in.equals(parameter.get("in"))) {
                continue;
            }
            String name = String.valueOf(parameter.get("name"));
            if (parameter.containsKey("x-example-from")) {
                values.put(name, Map.of("from", parameter.get("x-example-from")));
            } else if (parameter.containsKey("example")) {
                values.put(name, parameter.get("example"));
            } else if (Boolean.TRUE.equals(parameter.get("required"))) {
                throw new IllegalArgumentException(operation.name() + " has no example of " + name);
            }
        }
        return values;
    }

    /** The example with its values, which are asked for where they are to be had. */
    Sent filled(Example example) {
        String path = example.operation().fullPath();
        for (Map.Entry<String, Object> one : example.path().entrySet()) {
            path = path.replace("{" + one.getKey() + "}", escaped(value(one.getValue())));
        }
        StringBuilder query = new StringBuilder();
        example.query().forEach((name, value) -> {
            for (Object one : value instanceof List<?> several ? several : List.of(value)) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(name)
                        .append("=")
                        .append(escaped(value(one)));
            }
        });
        return new Sent(
                example.operation().method(),
                address + path + query,
                example.body().map(body -> new Body(body.type(), deep(body.value()))));
    }

    /** Values anywhere in a body may be taken from somewhere. */
    private Object deep(Object value) {
        if (value instanceof Map<?, ?> some) {
            if (some.size() == 1 && some.containsKey("from")) {
                return value(value);
            }
            Map<String, Object> all = new LinkedHashMap<>();
            some.forEach((name, one) -> all.put(String.valueOf(name), deep(one)));
            return all;
        }
        return value instanceof List<?> some ? some.stream().map(this::deep).toList() : value;
    }

    private String value(Object value) {
        return value instanceof Map<?, ?> from && from.containsKey("from")
                ? taken(String.valueOf(from.get("from")))
                : String.valueOf(value);
    }

    /** What a pointer into the answer to another request gives. */
    private String taken(String from) {
        String[] parts = from.split("#", 2);
        String[] words = parts[0].split(" ", 2);
        String[] target = words[1].split("\\?", 2);
        Operation operation = operation(words[0] + " " + target[0]);
        Example first = examples(operation).get(0);
        Sent sent = filled(first);
        String asked = target.length > 1 ? sent.address().split("\\?", 2)[0] + "?" + target[1] : sent.address();
        Answer answer = send(new Sent(sent.method(), asked, sent.body()));
        String value =
                JSON.readTree(answer.body()).at(JsonPointer.compile(parts[1])).asString("");
        if (value.isEmpty()) {
            throw new IllegalStateException(from + " gives nothing: " + answer);
        }
        return value;
    }

    Answer send(Sent sent) {
        return send(sent, headers);
    }

    Answer send(Sent sent, Map<String, String> with) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sent.address()));
        with.forEach(request::header);
        sent.body().ifPresent(body -> request.header("Content-Type", header(body)));
        request.method(sent.method(), sent.body().map(Contract::publisher).orElse(BodyPublishers.noBody()));
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(sent.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String header(Body body) {
        return body.type().equals("multipart/form-data") ? body.type() + "; boundary=" + BOUNDARY : body.type();
    }

    private static BodyPublisher publisher(Body body) {
        return BodyPublishers.ofString(
                switch (body.type()) {
                    case "multipart/form-data" -> multipart(map(body.value()));
                    case "application/json" -> JSON.writeValueAsString(body.value());
                    default -> body.value() instanceof String text ? text : JSON.writeValueAsString(body.value());
                });
    }

    /** Files are told as {@code {filename, content}}, fields as texts. */
    private static String multipart(Map<String, Object> fields) {
        StringBuilder out = new StringBuilder();
        fields.forEach((name, value) -> {
            for (Object one : value instanceof List<?> several ? several : List.of(value)) {
                out.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; name=\"" + name + "\"");
                if (one instanceof Map<?, ?> file) {
                    out.append("; filename=\"" + file.get("filename") + "\"\r\nContent-Type: application/octet-stream");
                }
                out.append("\r\n\r\n")
                        .append(one instanceof Map<?, ?> file ? file.get("content") : one)
                        .append("\r\n");
            }
        });
        return out.append("--").append(BOUNDARY).append("--\r\n").toString();
    }

    /** In what an answer is other than the description says. */
    List<String> complaints(Operation operation, Answer answer) {
        String status = String.valueOf(answer.status());
        Map<String, Object> responses = operation.responses();
        Map<String, Object> described =
                resolved(Objects.requireNonNull(responses.getOrDefault(status, responses.get("default"))));
        Map<String, Object> content = map(described.get("content"));
        if (content.isEmpty()) {
            return answer.body().isEmpty() ? List.of() : List.of("nothing should be sent: " + answer);
        }
        if (answer.status() >= 400 && !content.containsKey("application/problem+json")) {
            return List.of("failures are told as problem details");
        }
        String type = answer.type().split(";", 2)[0].strip();
        if (!content.containsKey(type)) {
            return List.of("answered as " + answer.type() + ", described as " + content.keySet());
        }
        Map<String, Object> schema = map(map(content.get(type)).get("schema"));
        if (!type.endsWith("json")) {
            // A list without rows has no lines.
            return answer.body().isEmpty() && !type.equals("application/jsonl") ? List.of("empty") : List.of();
        }
        return schema(schema).validate(answer.body(), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private Schema schema(Map<String, Object> schema) {
        return schemas.computeIfAbsent(JSON.writeValueAsString(schema), text -> {
            Map<String, Object> whole = new LinkedHashMap<>();
            whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
            whole.put("components", closed(Objects.requireNonNull(tree.get("components"))));
            whole.put("allOf", List.of(closed(schema)));
            return registry.getSchema(JSON.writeValueAsString(whole), InputFormat.JSON);
        });
    }

    /** So that a field which nobody described is found. Programs must bear more, the server must not send it. */
    private static Object closed(Object value) {
        if (value instanceof Map<?, ?> some) {
            Map<String, Object> all = new LinkedHashMap<>();
            some.forEach((name, one) -> all.put(String.valueOf(name), closed(one)));
            if (all.get("properties") instanceof Map && "object".equals(all.get("type"))) {
                all.putIfAbsent("additionalProperties", false);
            }
            return all;
        }
        return value instanceof List<?> some
                ? some.stream().map(Contract::closed).toList()
                : value;
    }

    private Map<String, Object> resolved(Object value) {
        Map<String, Object> map = map(value);
        Object reference = map.get("$ref");
        if (reference == null) {
            return map;
        }
        @Nullable Object at = tree;
        for (String step : String.valueOf(reference).substring("#/".length()).split("/", -1)) {
            at = map(at).get(step);
        }
        if (at == null) {
            throw new IllegalArgumentException(reference + " leads nowhere");
        }
        return map(at);
    }

    private static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> some) {
            some.forEach((name, one) -> map.put(String.valueOf(name), one));
        }
        return map;
    }

    static List<Object> list(@Nullable Object value) {
        return value instanceof List<?> some ? List.copyOf(some) : List.of();
    }
}
