package io.onrecord.server.api;

import io.onrecord.claims.ClaimView;
import io.onrecord.exchange.export.ClaimTable;
import io.onrecord.exchange.export.ExportFilter;
import io.onrecord.exchange.export.ExportFormat;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.export.IdentityTable;
import io.onrecord.exchange.export.Subject;
import io.onrecord.export.Export;
import io.onrecord.export.ExportListener;
import io.onrecord.export.StoredItems;
import io.onrecord.search.Words;
import io.onrecord.server.desk.Desk;
import io.onrecord.server.desk.Shelf;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Response;
import io.onrecord.server.http.Route;
import io.onrecord.server.list.Downloads;
import io.onrecord.server.list.Downloads.Writing;
import io.onrecord.server.list.ListFiles;
import io.onrecord.server.list.Listing;
import io.onrecord.server.problem.Problem;
import io.onrecord.server.view.SearchQuery;
import io.onrecord.server.view.StatementLists;
import io.onrecord.store.ClaimQuery;
import io.onrecord.store.Store;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is kept of a kind as a file, written while it is read: all rows, however many, in the memory of one article. Lists of the desk have their own addresses. */
public final class Exports {

    /** Nobody asks for more; what is over is no list any more. */
    private static final int MOST_CLAIMS = 1_000_000;

    private static final String SEARCH = "search";
    private static final String RECORDS = "records";
    private static final String CSV = "csv";

    private final Desk desk;
    private final ListFiles files;
    private final Downloads downloads;
    private final Listing search;

    public Exports(Desk desk, ListFiles files, Downloads downloads) {
        this.desk = desk;
        this.files = files;
        this.downloads = downloads;
        this.search = StatementLists.search(desk);
    }

    public List<Route> routes() {
        return List.of(Route.get("/export", this::export), Route.get("/api/v1/export", this::export));
    }

    /** What is asked for. */
    private record Asked(String what, Subject subject, ExportFormat format, ExportOptions options) {}

    private Response export(Request request) {
        if (what(request).equals(SEARCH)) {
            return files.file(
                    "/search",
                    List.of(search),
                    request.with(
                                    ListFiles.FORMAT,
                                    request.parameter(ListFiles.FORMAT).orElse(CSV))
                            .with(ListFiles.LIST, ""));
        }
        Asked asked = asked(request);
        // What makes no sense is refused before anything is sent.
        return downloads.file("onrecord-" + asked.what, asked.format, writing(asked, request));
    }

    private static String what(Request request) {
        return request.parameter("what").orElse("statements").strip().toLowerCase(Locale.ROOT);
    }

    private static Asked asked(Request request) {
        String what = what(request);
        List<String> all = Stream.concat(
                        Stream.of(SEARCH),
                        Arrays.stream(Subject.values()).map(one -> one.name().toLowerCase(Locale.ROOT)))
                .toList();
        if (!all.contains(what)) {
            throw Problem.bad("what is exported is one of " + String.join(", ", all) + ", not " + Problem.quoted(what));
        }
        String name = request.parameter(ListFiles.FORMAT)
                .orElse(what.equals(RECORDS) ? RECORDS : CSV)
                .strip()
                .toLowerCase(Locale.ROOT);
        boolean whole = name.equals(RECORDS) || what.equals(RECORDS);
        Subject subject = whole ? Subject.RECORDS : Subject.valueOf(what.toUpperCase(Locale.ROOT));
        String format = name.equals(RECORDS) ? "jsonl" : name;
        ExportFormat chosen = Listing.FORMATS
                .named(format, subject)
                .orElseThrow(() -> Problem.bad("there is no format " + Problem.quoted(name) + " for " + what
                        + "; there are " + String.join(", ", formats(subject))));
        return new Asked(what, subject, chosen, Downloads.options(request));
    }

    private static Set<String> formats(Subject subject) {
        return Listing.FORMATS.all().stream()
                .filter(format -> format.subjects().contains(subject))
                .map(ExportFormat::name)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private Writing writing(Asked asked, Request request) {
        Shelf shelf = desk.shelf();
        Store store = shelf.store();
        Export export = new Export(asked.format, asked.subject, asked.options, ExportListener.NONE);
        SearchQuery query = SearchQuery.of(request::parameters);
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
                boolean versions = !filter.articles().isEmpty() || Downloads.flag(request, "all_versions");
                yield out -> export.items(new StoredItems(store, filter, versions, asked.format.hasCorrections()), out);
            }
        };
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
                Downloads.flag(request, "disputed"),
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
}
