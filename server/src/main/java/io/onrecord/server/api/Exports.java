package io.onrecord.server.api;

import io.onrecord.Version;
import io.onrecord.claims.ClaimView;
import io.onrecord.exchange.RecordJson;
import io.onrecord.exchange.export.ClaimTable;
import io.onrecord.exchange.export.ExportFilter;
import io.onrecord.exchange.export.ExportFormat;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.export.FolderFormat;
import io.onrecord.exchange.export.IdentityTable;
import io.onrecord.exchange.export.Subject;
import io.onrecord.exchange.export.TableFormat;
import io.onrecord.export.Destination;
import io.onrecord.export.Export;
import io.onrecord.export.ExportListener;
import io.onrecord.export.FoundItems;
import io.onrecord.export.FoundRows;
import io.onrecord.export.StoredItems;
import io.onrecord.export.Written;
import io.onrecord.export.ZipFolder;
import io.onrecord.memory.Answer;
import io.onrecord.memory.Choice;
import io.onrecord.search.Order;
import io.onrecord.search.Words;
import io.onrecord.server.desk.Desk;
import io.onrecord.server.desk.Shelf;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Response;
import io.onrecord.server.http.Route;
import io.onrecord.server.problem.Problem;
import io.onrecord.server.view.ExportsView;
import io.onrecord.server.view.SearchQuery;
import io.onrecord.store.ClaimQuery;
import io.onrecord.store.Store;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists as files, written while they are read: all rows, however many, in the memory of one article. */
public final class Exports {

    /** So many are written at a time; each has a thread until its reader has all. */
    private static final int AT_A_TIME = 16;

    /** Nobody asks for more; what is over is no list any more. */
    private static final int MOST_CLAIMS = 1_000_000;

    private static final String SEARCH = "search";
    private static final String RECORDS = "records";

    private final Desk desk;
    private final Semaphore free = new Semaphore(AT_A_TIME);

    public Exports(Desk desk) {
        this.desk = desk;
    }

    public List<Route> routes() {
        return List.of(Route.get("/export", this::export), Route.get("/api/v1/export", this::export));
    }

    /** What is asked for. */
    private record Asked(String what, Subject subject, ExportFormat format, ExportOptions options) {

        boolean isSearch() {
            return what.equals(SEARCH);
        }

        boolean isFolder() {
            return format instanceof FolderFormat;
        }
    }

    /** Writes all of it. */
    private interface Writing {
        Written to(Destination destination) throws IOException;
    }

    private Response export(Request request) {
        Asked asked = asked(request);
        // What makes no sense is refused before anything is sent.
        Writing writing = writing(asked, request);
        if (!free.tryAcquire()) {
            throw new Problem(
                    503, "Busy", AT_A_TIME + " exports are being written just now: try again when one of them is done");
        }
        return Response.download(name(asked), type(asked), out -> {
            try {
                write(asked, writing, out);
            } finally {
                free.release();
            }
        });
    }

    private static Asked asked(Request request) {
        String what = request.parameter("what").orElse("statements").strip().toLowerCase(Locale.ROOT);
        List<String> all = Stream.concat(
                        Stream.of(SEARCH),
                        Arrays.stream(Subject.values()).map(one -> one.name().toLowerCase(Locale.ROOT)))
                .toList();
        if (!all.contains(what)) {
            throw Problem.bad("what is exported is one of " + String.join(", ", all) + ", not " + Problem.quoted(what));
        }
        String name = request.parameter("format").orElse("csv").strip().toLowerCase(Locale.ROOT);
        boolean whole = name.equals(RECORDS) || what.equals(RECORDS);
        Subject subject = whole
                ? Subject.RECORDS
                : Subject.valueOf(what.equals(SEARCH) ? Subject.STATEMENTS.name() : what.toUpperCase(Locale.ROOT));
        String format = name.equals(RECORDS) ? "jsonl" : name;
        ExportFormat chosen = ExportsView.FORMATS
                .named(format, subject)
                .orElseThrow(() -> Problem.bad("there is no format " + Problem.quoted(name) + " for " + what
                        + "; there are " + String.join(", ", formats(subject))));
        return new Asked(what, subject, chosen, options(request));
    }

    private static Set<String> formats(Subject subject) {
        return ExportsView.FORMATS.all().stream()
                .filter(format -> format.subjects().contains(subject))
                .map(ExportFormat::name)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private static ExportOptions options(Request request) {
        String offsets = request.parameter("offsets").orElse("codepoint").strip();
        if (!offsets.equals("codepoint") && !offsets.equals("utf16")) {
            throw Problem.bad("offsets is codepoint or utf16, not " + Problem.quoted(offsets));
        }
        Map<String, String> filters = new TreeMap<>();
        request.parameters().forEach((name, values) -> {
            if (!Set.of("what", "format").contains(name)
                    && !String.join("", values).isBlank()) {
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

    private static boolean flag(Request request, String name) {
        String value = request.parameter(name).orElse("false").strip();
        if (!value.equals("true") && !value.equals("false")) {
            throw Problem.bad(name + " is true or false, not " + Problem.quoted(value));
        }
        return value.equals("true");
    }

    private Writing writing(Asked asked, Request request) {
        Shelf shelf = desk.shelf();
        Store store = shelf.store();
        Export export = new Export(asked.format, asked.subject, asked.options, ExportListener.NONE);
        SearchQuery query = SearchQuery.of(request::parameters);
        if (asked.isSearch()) {
            return found(asked, shelf, query, export);
        }
        return switch (asked.subject) {
            case IDENTITIES ->
                out -> export.rows(
                        IdentityTable.table(),
                        store.identities().iterator(),
                        row -> List.of(IdentityTable.row(row)),
                        out);
            case CLAIMS -> {
                ClaimQuery claims = claims(request, query);
                Words about = Words.of(query.q());
                List<String> named = request.parameters("claim");
                ClaimTable table = new ClaimTable(asked.options.offsets(), store::get);
                yield out -> export.rows(table.table(), claims(shelf, about, claims, named), table::rows, out);
            }
            default -> {
                ExportFilter filter = filter(request, query);
                boolean versions = !filter.articles().isEmpty() || flag(request, "all_versions");
                yield out -> export.items(new StoredItems(store, filter, versions, asked.format.hasCorrections()), out);
            }
        };
    }

    private static Writing found(Asked asked, Shelf shelf, SearchQuery query, Export export) {
        Choice choice = query.choice(shelf.search().people());
        if (asked.format instanceof TableFormat) {
            FoundRows table = new FoundRows(asked.options);
            Counter counter = new Counter();
            return out -> export.rows(
                    table.table(),
                    shelf.search().all(choice),
                    (Answer answer) -> table.rows(counter.next(), answer),
                    out);
        }
        Choice together = query.in(Order.BY_ARTICLE).choice(shelf.search().people());
        return out -> export.items(
                new FoundItems(shelf.store(), shelf.search().all(together), asked.format.hasCorrections()), out);
    }

    /** Numbers rows. */
    private static final class Counter {
        private long last;

        long next() {
            return ++last;
        }
    }

    private static ExportFilter filter(Request request, SearchQuery query) {
        return new ExportFilter(
                query.since().map(ExportFilter::firstDay),
                query.until().map(ExportFilter::lastDay),
                query.outlets(),
                Stream.concat(query.speakers().stream(), query.who().stream()).toList(),
                query.stances(),
                query.forms(),
                query.minConfidence(),
                new HashSet<>(request.parameters("article")));
    }

    private static ClaimQuery claims(Request request, SearchQuery query) {
        return new ClaimQuery(
                query.since().map(ExportFilter::firstDay).orElse(LocalDate.MIN),
                query.until().map(ExportFilter::lastDay).orElse(LocalDate.MAX),
                query.outlets().stream().findFirst(),
                Stream.concat(query.speakers().stream(), query.who().stream()).findFirst(),
                flag(request, "disputed"),
                MOST_CLAIMS);
    }

    private static Iterator<ClaimView> claims(Shelf shelf, Words about, ClaimQuery query, List<String> named) {
        Store store = shelf.store();
        if (!named.isEmpty()) {
            return named.stream()
                    .flatMap(name -> store.claimsNamed(name).stream())
                    .distinct()
                    .flatMap(id -> store.claim(id).stream())
                    .iterator();
        }
        if (about.isEmpty() && query.equals(ClaimQuery.all(MOST_CLAIMS))) {
            return store.allClaims();
        }
        // Ids and numbers of all at once, the claims themselves one by one.
        return shelf.claims().find(about, true, query).stream()
                .flatMap(claim -> store.claim(claim.id()).stream())
                .iterator();
    }

    private static void write(Asked asked, Writing writing, OutputStream out) throws IOException {
        OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
        ZipFolder zip = new ZipFolder(buffered);
        Written written = writing.to(new Destination() {
            @Override
            public OutputStream out() {
                return buffered;
            }

            @Override
            public FolderFormat.Folder folder() {
                return zip;
            }
        });
        if (written.isNothing()) {
            throw new Problem(
                    500, "Nothing could be exported", "of what there is nothing can be written in this format");
        }
        if (asked.isFolder()) {
            zip.finish();
        }
        buffered.flush();
    }

    private static String name(Asked asked) {
        String ending = asked.isFolder()
                ? "." + asked.format.name() + ".zip"
                : asked.format.endings().get(0);
        return "onrecord-" + asked.what + ending;
    }

    private static String type(Asked asked) {
        return asked.isFolder()
                ? "application/zip"
                : switch (asked.format.name()) {
                    case "csv" -> "text/csv; charset=utf-8";
                    case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
                    case "parquet" -> "application/vnd.apache.parquet";
                    case "html" -> "text/html; charset=utf-8";
                    case "jsonl" -> "application/jsonl; charset=utf-8";
                    default -> "application/json; charset=utf-8";
                };
    }
}
