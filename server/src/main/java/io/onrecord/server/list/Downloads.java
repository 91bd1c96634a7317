package io.onrecord.server.list;

import io.onrecord.Version;
import io.onrecord.exchange.RecordJson;
import io.onrecord.exchange.export.ExportFormat;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.export.FolderFormat;
import io.onrecord.export.Destination;
import io.onrecord.export.Written;
import io.onrecord.export.ZipFolder;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Response;
import io.onrecord.server.problem.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Files that are sent while they are written. One for a desk; safe to share between threads. */
public final class Downloads {

    /** So many are written at a time; each has a thread until its reader has all. */
    private static final int AT_A_TIME = 16;

    /** What is no filter of a list. */
    private static final Set<String> HOW = Set.of("what", "list", "format", "cursor", "limit", "done");

    private final Semaphore free = new Semaphore(AT_A_TIME);

    /** Writes all of a file. */
    @FunctionalInterface
    public interface Writing {
        Written to(Destination destination) throws IOException;
    }

    /**
     * A file.
     *
     * @param name without its ending
     * @param writing begins when the answer is sent; what makes no sense has been refused before
     * @throws Problem with status 503 if too many are being written
     */
    public Response file(String name, ExportFormat format, Writing writing) {
        if (!free.tryAcquire()) {
            throw new Problem(
                    503, "Busy", AT_A_TIME + " exports are being written just now: try again when one of them is done");
        }
        boolean folder = format instanceof FolderFormat;
        String ending = folder ? "." + format.name() + ".zip" : format.endings().get(0);
        return Response.download(name + ending, type(format), out -> {
            try {
                write(writing, out);
            } finally {
                free.release();
            }
        });
    }

    private static void write(Writing writing, OutputStream out) throws IOException {
        OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
        try (Sent sent = new Sent(buffered)) {
            if (writing.to(sent).isNothing()) {
                throw new Problem(
                        500, "Nothing could be exported", "of what there is nothing can be written in this format");
            }
            sent.finish();
        }
        buffered.flush();
    }

    /** What is sent, packed where it is a folder. */
    private static final class Sent implements Destination, AutoCloseable {

        private final OutputStream out;
        private @Nullable ZipFolder zip;

        Sent(OutputStream out) {
            this.out = out;
        }

        @Override
        public OutputStream out() {
            return out;
        }

        @Override
        public FolderFormat.Folder folder() {
            ZipFolder folder = zip;
            if (folder == null) {
                folder = new ZipFolder(out);
                zip = folder;
            }
            return folder;
        }

        void finish() throws IOException {
            if (zip != null) {
                zip.finish();
            }
        }

        @Override
        public void close() {
            if (zip != null) {
                zip.close();
            }
        }
    }

    private static String type(ExportFormat format) {
        return format instanceof FolderFormat
                ? "application/zip"
                : switch (format.name()) {
                    case "csv" -> "text/csv; charset=utf-8";
                    case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
                    case "parquet" -> "application/vnd.apache.parquet";
                    case "html" -> "text/html; charset=utf-8";
                    case "webannotation" -> "application/ld+json; charset=utf-8";
                    // All others have a thing a line.
                    default -> "application/jsonl; charset=utf-8";
                };
    }

    /**
     * How a request wants its file.
     *
     * @throws Problem with status 400 if it says something else than can be
     */
    public static ExportOptions options(Request request) {
        String offsets = request.parameter("offsets").orElse("codepoint").strip();
        if (!offsets.equals("codepoint") && !offsets.equals("utf16")) {
            throw Problem.bad("offsets is codepoint or utf16, not " + Problem.quoted(offsets));
        }
        Map<String, String> filters = new TreeMap<>();
        request.parameters().forEach((name, values) -> {
            if (!HOW.contains(name) && !String.join("", values).isBlank()) {
                filters.put(name, String.join(", ", values));
            }
        });
        return new ExportOptions(
                offsets.equals("utf16") ? RecordJson.Offsets.UTF16 : RecordJson.Offsets.CODE_POINT,
                flag(request, "with_text"),
                flag(request, "spreadsheet_safe"),
                flag(request, "bom"),
                new ExportOptions.Origin(Version.current(), List.of("desk"), filters));
    }

    /**
     * A parameter that is true or false, and false where it is left out.
     *
     * @throws Problem with status 400 if it is something else
     */
    public static boolean flag(Request request, String name) {
        String value = request.parameter(name).orElse("false").strip();
        if (!value.equals("true") && !value.equals("false")) {
            throw Problem.bad(name + " is true or false, not " + Problem.quoted(value));
        }
        return value.equals("true");
    }
}
