package io.onrecord.server.http;

import io.javalin.http.Context;
import io.onrecord.server.problem.Problem;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody asks for. For one thread, while it is answered. */
public final class Request {

    /** Bytes of a form that anybody may send. */
    private static final int PUBLIC_FORM = 8_192;

    private final Context context;
    private final Access access;
    private final boolean proxied;
    private final Map<String, String> instead;
    private @Nullable Visitor visitor;
    private @Nullable Form form;

    /**
     * @param access whom its route is for
     * @param proxied whether a proxy says who asks, and how
     */
    Request(Context context, Access access, boolean proxied) {
        this(context, access, proxied, Map.of());
    }

    private Request(Context context, Access access, boolean proxied, Map<String, String> instead) {
        this.context = context;
        this.access = access;
        this.proxied = proxied;
        this.instead = instead;
    }

    /**
     * The same with another value of a parameter; {@link #query} and {@link #parameters()} stay what was sent.
     *
     * @param value empty for without it
     */
    public Request with(String name, String value) {
        Map<String, String> more = new HashMap<>(instead);
        more.put(name, value);
        Request other = new Request(context, access, proxied, Map.copyOf(more));
        other.visitor = visitor;
        other.form = form;
        return other;
    }

    void admit(Visitor admitted) {
        this.visitor = admitted;
    }

    /** Who asks. */
    public Visitor visitor() {
        if (visitor == null) {
            throw new IllegalStateException("nobody has let this request in yet");
        }
        return visitor;
    }

    /** The path that was asked for, as it was sent. */
    public String path() {
        return context.path();
    }

    /** What follows the path's question mark, as it was sent; may be empty. */
    public String query() {
        return Optional.ofNullable(context.queryString()).orElse("");
    }

    /** A variable part of the path. */
    public String part(String name) {
        return context.pathParam(name);
    }

    /** A parameter of the address or, of a form that was sent, one of its fields; empty where it is blank. */
    public Optional<String> parameter(String name) {
        return parameters(name).stream().findFirst();
    }

    /** All parameters of a name, in their order; blank ones are left out. */
    public List<String> parameters(String name) {
        String other = instead.get(name);
        if (other != null) {
            return other.isBlank() ? List.of() : List.of(other);
        }
        List<String> given = context.queryParams(name);
        if (given.isEmpty()) {
            given = form().fields().getOrDefault(name, List.of());
        }
        return given.stream().filter(value -> !value.isBlank()).toList();
    }

    /** A field of the form that was sent, never a parameter of the address; empty where it is blank. */
    public Optional<String> field(String name) {
        return form().fields().getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private Form form() {
        Form read = form;
        if (read == null) {
            read = access == Access.PUBLIC
                    ? Form.of(context, PUBLIC_FORM, false)
                    : Form.of(context, Form.LONGEST, true);
            form = read;
        }
        return read;
    }

    /** The parameters of the address, for addresses like it. */
    public Map<String, List<String>> parameters() {
        return context.queryParamMap();
    }

    /**
     * A whole number.
     *
     * @throws Problem with status 400 if what is given is none, or not in these bounds
     */
    public int number(String name, int otherwise, int least, int most) {
        Optional<String> given = parameter(name);
        if (given.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(given.get().strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw Problem.bad(
                name + " is a whole number from " + least + " to " + most + ", not " + Problem.quoted(given.get()));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(context.header(name));
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(context.cookie(name));
    }

    /** The address that asks: as the connection has it, or as the proxy that the server was told of says. */
    public String peer() {
        String told = proxied ? last("X-Forwarded-For") : "";
        return told.isEmpty() ? context.ip() : told;
    }

    /** Whether nobody on the way can read along. */
    public boolean isSecure() {
        return context.req().isSecure() || proxied && last("X-Forwarded-Proto").equalsIgnoreCase("https");
    }

    /** What the proxy says; what stands before the last one was sent to it, and is only passed on. */
    private String last(String name) {
        Enumeration<String> headers = context.req().getHeaders(name);
        String all = "";
        while (headers.hasMoreElements()) {
            all = headers.nextElement();
        }
        return all.substring(all.lastIndexOf(',') + 1).strip();
    }

    /** What is sent, as far as the server takes so much; a form must be asked by {@link #parameter} or {@link #uploads}. */
    public InputStream body() {
        return context.bodyInputStream();
    }

    /** Files of a form. */
    public List<Upload> uploads() {
        return form().uploads();
    }

    /** Whether a script asks for a part of a page. */
    public boolean wantsPart() {
        return header("HX-Request").isPresent() && header("HX-Boosted").isEmpty();
    }
}
