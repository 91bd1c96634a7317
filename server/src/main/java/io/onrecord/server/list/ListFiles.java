package io.onrecord.server.list;

import io.onrecord.exchange.export.ComponentTable;
import io.onrecord.exchange.export.ExportOptions;
import io.onrecord.exchange.export.Subject;
import io.onrecord.exchange.export.TableFormat;
import io.onrecord.export.Export;
import io.onrecord.export.ExportListener;
import io.onrecord.export.FoundItems;
import io.onrecord.export.ListedRows;
import io.onrecord.server.desk.Desk;
import io.onrecord.server.http.Request;
import io.onrecord.server.http.Response;
import io.onrecord.server.list.Downloads.Writing;
import io.onrecord.server.list.Listing.Named;
import io.onrecord.server.list.Listing.Ref;
import io.onrecord.server.list.Listing.Rows;
import io.onrecord.server.list.Listing.Source;
import io.onrecord.server.list.Listing.Statements;
import io.onrecord.server.problem.Problem;
import io.onrecord.store.Store;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Lists as files: the address of a list with {@code format} is all of its rows. Safe to share between threads. */
public final class ListFiles {

    /** The parameter of addresses that makes a list a file. */
    public static final String FORMAT = "format";

    /** The parameter that says which list, where a page has several. */
    public static final String LIST = "list";

    /** Says what a column holds. */
    @FunctionalInterface
    public interface Describing {

        /**
         * What a field says.
         *
         * @param path of the list's page, as its route has it
         * @param list its name
         * @param field names of components with dots between them
         * @return empty where nobody described it
         */
        Optional<String> about(String path, String list, String field);
    }

    private final Desk desk;
    private final Downloads downloads;
    private final Describing describing;

    public ListFiles(Desk desk, Downloads downloads, Describing describing) {
        this.desk = desk;
        this.downloads = downloads;
        this.describing = describing;
    }

    /** Whether a request asks for a list as a file. */
    public static boolean isAsked(Request request) {
        return request.parameter(FORMAT).isPresent();
    }

    /**
     * A list as a file.
     *
     * @param path of its page, as the route has it
     * @param lists of the page, at least one
     * @throws Problem if what is asked for makes no sense
     */
    public Response file(String path, List<Listing> lists, Request request) {
        Listing listing = chosen(lists, request);
        Named format = format(listing, request);
        ExportOptions options = Downloads.options(request);
        Export export = new Export(format.format(), format.subject(), options, ExportListener.NONE);
        Writing writing = listing instanceof Statements<?> statements
                ? statements(path, statements, format, options, export, request)
                : rows(path, (Rows<?>) listing, export, request);
        return downloads.file(name(path, lists, listing), format.format(), writing);
    }

    /** {@code onrecord-speakers-disputes}: the words of the path, and which list, where it is not the first. */
    private static String name(String path, List<Listing> lists, Listing listing) {
        String words = path.replaceAll("/\\{[^}]*}", "").replace('/', '-');
        return "onrecord" + words + (listing.equals(lists.get(0)) ? "" : "-" + listing.name());
    }

    private static Listing chosen(List<Listing> lists, Request request) {
        Optional<String> name = request.parameter(LIST).map(String::strip);
        return name.isEmpty()
                ? lists.get(0)
                : lists.stream()
                        .filter(one -> one.name().equals(name.get()))
                        .findFirst()
                        .orElseThrow(() -> Problem.bad("this page has no list " + Problem.quoted(name.get())
                                + "; there are "
                                + String.join(
                                        ", ", lists.stream().map(Listing::name).toList())));
    }

    private static Named format(Listing listing, Request request) {
        String name = request.parameter(FORMAT).orElse("").strip().toLowerCase(Locale.ROOT);
        return listing.formats().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.bad("there is no format " + Problem.quoted(name) + " for the list "
                        + listing.name() + "; there are "
                        + String.join(
                                ", ",
                                listing.formats().stream().map(Named::name).toList())));
    }

    private <T extends Record> ComponentTable<T> table(String path, String list, Class<T> type) {
        Function<String, String> about = field -> describing
                .about(path, list, field)
                .orElseGet(() ->
                        field.replaceAll("([A-Z])", " $1").replace('.', ' ').toLowerCase(Locale.ROOT));
        return ComponentTable.of(list, type, about);
    }

    private <T extends Record> Writing rows(String path, Rows<T> listing, Export export, Request request) {
        ComponentTable<T> table = table(path, listing.name(), listing.type());
        Iterator<T> rows = listing.source().open(request);
        return out -> export.rows(table.table(), rows, row -> List.of(table.row(row)), out);
    }

    private <E extends Record> Writing statements(
            String path, Statements<E> listing, Named format, ExportOptions options, Export export, Request request) {
        Store store = desk.shelf().store();
        if (format.format() instanceof TableFormat && format.subject() == Subject.STATEMENTS) {
            ListedRows<E> table = new ListedRows<>(options, table(path, listing.name(), listing.type()));
            Looked<E> looked = new Looked<>(store, listing.source().open(request));
            AtomicLong rank = new AtomicLong();
            return out -> export.rows(
                    table.table(), looked, one -> table.rows(rank.incrementAndGet(), one.own(), one.answer()), out);
        }
        Source<Ref<E>> together = listing.together().orElse(Together.of(listing.source()));
        Looked<E> looked = new Looked<>(store, together.open(request));
        boolean corrections = format.format().hasCorrections();
        return out -> export.items(new FoundItems(looked.answers(), corrections), out);
    }
}
