package io.onrecord.server.http;

import io.javalin.http.Context;
import io.onrecord.server.problem.Problem;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** The fields and files of a form that was sent, each kind with its limits. */
record Form(Map<String, List<String>> fields, List<Upload> uploads) {

    /** Fields and files together. */
    static final int MOST_FIELDS = 1_000;

    /** Bytes of all fields: texts are pasted into them, and in an address's spelling a letter may take nine. */
    static final int LONGEST = 16 << 20;

    /** Bytes of a file that stay in memory. */
    private static final int IN_MEMORY = 1 << 20;

    static final Form NONE = new Form(Map.of(), List.of());

    /**
     * Reads the form of a request; empty where it is none.
     *
     * @param longest the most bytes of all fields
     * @param files whether it may have files
     * @throws Problem with status 400 or 413
     */
    static Form of(Context context, int longest, boolean files) {
        String type = Optional.ofNullable(context.contentType()).orElse("");
        try {
            if (type.startsWith("application/x-www-form-urlencoded")) {
                return spelled(text(context.req().getInputStream(), longest));
            }
            if (type.startsWith("multipart/form-data")) {
                if (!files) {
                    throw new Problem(415, "Unsupported media type", "this form takes no files");
                }
                return parts(context.req(), longest);
            }
            return NONE;
        } catch (Problem e) {
            throw e;
        } catch (IOException | ServletException | RuntimeException e) {
            throw Refusals.of(e).orElseGet(() -> new Problem(400, "Bad request", "the form cannot be read", e));
        }
    }

    private static String text(InputStream in, int longest) throws IOException {
        byte[] bytes = in.readNBytes(longest + 1);
        if (bytes.length > longest) {
            throw tooLarge("the fields of a form take at most " + longest + " bytes: send a file instead");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Problem tooLarge(String detail) {
        return new Problem(413, "Too large", detail);
    }

    private static Form spelled(String text) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int count = 0;
        int start = 0;
        while (start < text.length()) {
            int and = text.indexOf('&', start);
            int end = and < 0 ? text.length() : and;
            if (++count > MOST_FIELDS) {
                throw tooLarge("a form has at most " + MOST_FIELDS + " fields");
            }
            int equals = text.indexOf('=', start);
            int middle = equals < 0 || equals > end ? end : equals;
            String value = middle == end ? "" : decoded(text.substring(middle + 1, end));
            fields.computeIfAbsent(decoded(text.substring(start, middle)), name -> new ArrayList<>(1))
                    .add(value);
            start = end + 1;
        }
        return new Form(fields, List.of());
    }

    private static String decoded(String spelled) {
        try {
            return URLDecoder.decode(spelled, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Problem(
                    400, "Bad request", "the form is not spelled as a form is: " + Problem.quoted(spelled), e);
        }
    }

    private static Form parts(HttpServletRequest request, int longest) throws IOException, ServletException {
        request.setAttribute(
                ServletContextRequest.MULTIPART_CONFIG_ELEMENT,
                new MultipartConfigElement(System.getProperty("java.io.tmpdir"), -1, -1, IN_MEMORY));
        Map<String, List<String>> fields = new LinkedHashMap<>();
        List<Upload> uploads = new ArrayList<>();
        int left = longest;
        for (Part part : request.getParts()) {
            if (part.getSubmittedFileName() == null) {
                if (part.getSize() > left) {
                    throw tooLarge("the fields of a form take at most " + longest + " bytes: send a file instead");
                }
                left -= Math.toIntExact(part.getSize());
                String value = text(part.getInputStream(), longest);
                fields.computeIfAbsent(part.getName(), name -> new ArrayList<>(1))
                        .add(value);
            } else if (!part.getSubmittedFileName().isEmpty()) {
                uploads.add(new Sent(part));
            }
        }
        return new Form(fields, uploads);
    }

    private record Sent(Part part) implements Upload {

        @Override
        public String name() {
            return part.getSubmittedFileName();
        }

        @Override
        public long size() {
            return part.getSize();
        }

        @Override
        public InputStream open() throws IOException {
            return part.getInputStream();
        }
    }
}
