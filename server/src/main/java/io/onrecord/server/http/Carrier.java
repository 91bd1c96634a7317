package io.onrecord.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.onrecord.server.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** What is done with every request. */
final class Carrier {

    /** Attribute of a request: the path of its route. */
    static final String ROUTE = "io.onrecord.route";

    private static final String API = "/api/";
    private static final int LONGEST_ADDRESS = 2_000;
    private static final String SOON = "5";
    private static final String LATER = "60";

    private final Guard guard;
    private final Gate gate;
    private final Problems problems;
    private final ErrorPage page;
    private final boolean proxied;

    Carrier(WebOptions options, Gate gate, Problems problems, ErrorPage page) {
        this.guard = new Guard(options.names());
        this.gate = gate;
        this.problems = problems;
        this.page = page;
        this.proxied = options.proxied();
    }

    /** Before anything else is looked at. */
    void before(Context context) {
        guard.check(reads(context), context::header);
        String packed = context.header("Content-Encoding");
        if (packed != null && !packed.equalsIgnoreCase("identity")) {
            // A body of 64 MB may unpack to 64 GB.
            throw new Problem(415, "Unsupported media type", "bodies are taken as they are, not compressed");
        }
    }

    private static boolean reads(Context context) {
        return context.method().equals(HandlerType.GET) || context.method().equals(HandlerType.HEAD);
    }

    /** Answers by a route. */
    void carry(Context context, Route route) throws IOException {
        try {
            context.attribute(ROUTE, route.path());
            Request request = new Request(context, route.access(), proxied);
            request.admit(gate.admit(request, route.access()));
            send(context, route.handler().handle(request));
        } catch (StackOverflowError | OutOfMemoryError e) {
            // What is too much for one request is none of the others' business.
            fail(context, e);
        }
    }

    private static void send(Context context, Response response) throws IOException {
        context.status(response.status());
        response.headers().forEach(context::header);
        if (context.method().equals(HandlerType.HEAD)) {
            // The same headers; a body that nobody reads is not made.
            context.res().flushBuffer();
        } else {
            Outgoing out = new Outgoing(context.outputStream());
            try {
                response.body().writeTo(out);
            } catch (IOException | RuntimeException e) {
                if (!out.isDeserted()) {
                    throw e;
                }
                // Whoever asked has had enough: nothing is wrong here.
                cut(context);
            }
        }
    }

    private static void cut(Context context) {
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    /** Answers with what went wrong. */
    void fail(Context context, Throwable failure) {
        if (context.res().isCommitted()) {
            // Half of it is sent: whoever reads must see that the rest is missing, which an orderly end would hide.
            problem(failure);
            cut(context);
            return;
        }
        Problem problem = problem(failure);
        context.status(problem.status());
        String address = context.queryString() == null ? context.path() : context.path() + "?" + context.queryString();
        boolean again = reads(context) && problem.status() != 400 && address.length() <= LONGEST_ADDRESS;
        Answer answer = answer(context.path(), new ErrorPage.Asked(again ? address : "", context.cookieMap()), problem);
        context.contentType(answer.type());
        if (problem.status() == 401 && context.header("HX-Request") != null) {
            // A script that asked for a part shows the form instead of nothing.
            context.header("HX-Refresh", "true");
        }
        if (problem.status() == 401 && reads(context) && "cross-site".equals(context.header("Sec-Fetch-Site"))) {
            // A browser that came by a link elsewhere keeps the session back; asked again from here, it sends it.
            context.header("Refresh", "0");
        }
        headers(problem, context.path()).forEach(context::header);
        context.result(answer.bytes());
    }

    /** Headers that go with a problem. */
    static Map<String, String> headers(Problem problem, String path) {
        return switch (problem.status()) {
            case 401 -> path.startsWith(API) ? Map.of("WWW-Authenticate", "Bearer") : Map.of();
            case 429 -> Map.of("Retry-After", LATER);
            case 503 -> Map.of("Retry-After", SOON);
            default -> Map.of();
        };
    }

    /** A problem as it is sent. */
    record Answer(String type, String body) {

        byte[] bytes() {
            return body.getBytes(StandardCharsets.UTF_8);
        }
    }

    /**
     * A problem for whoever asked.
     *
     * @param path that was asked for
     * @param asked what a page of it is made of
     */
    Answer answer(String path, ErrorPage.Asked asked, Problem problem) {
        return path.startsWith(API)
                ? new Answer("application/problem+json", json(problem))
                : new Answer("text/html; charset=utf-8", page.html(problem, asked));
    }

    private Problem problem(Throwable failure) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        if (failure instanceof HttpResponseException known) {
            return Refusals.of(known.getStatus());
        }
        return Refusals.of(failure).orElseGet(() -> problems.of(failure));
    }

    private static String json(Problem problem) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", "about:blank");
        fields.put("title", problem.title());
        fields.put("status", problem.status());
        fields.put("detail", problem.detail());
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Json.write(fields, out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "{}";
        }
    }
}
