package io.onrecord.server.view;

import io.onrecord.corrections.Anchor;
import io.onrecord.model.Article;
import io.onrecord.model.Capture;
import io.onrecord.model.Metadata;
import io.onrecord.model.Producer;
import io.onrecord.model.Published;
import io.onrecord.model.Speaker;
import io.onrecord.server.desk.Shelf;
import io.onrecord.server.problem.Problem;
import io.onrecord.store.ArticleList;
import io.onrecord.store.Kept;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An article with its statements beside it, or a part of a long one. Places count code points.
 *
 * @param id of the article
 * @param address of the article
 * @param link the address where a browser can follow it
 * @param headline its title; its address where it has none
 * @param outlet who published it
 * @param authors its by-line
 * @param published when, ISO 8601
 * @param language BCP 47 tag
 * @param agency that it is credited to
 * @param from where these were found, by their names
 * @param length of the text, in code points
 * @param statements how many the article has
 * @param speakers names of those who speak in it
 * @param part number of this part, from 1
 * @param parts how many there are
 * @param previous where the part before begins
 * @param next where the part after begins
 * @param title the title with its statements, in the first part
 * @param paragraphs of the part
 * @param evidence how the article was had, and what read it
 * @param versions of the article at its address, the newest first; empty where there is but this one
 * @param copies the group of copies that it belongs to, the first of them first; empty where there is none
 * @param corrections how many things people said of its statements
 */
public record ArticleView(
        String id,
        String address,
        Optional<String> link,
        String headline,
        Optional<String> outlet,
        List<String> authors,
        Optional<String> published,
        Optional<String> language,
        Optional<String> agency,
        Map<String, String> from,
        int length,
        int statements,
        List<String> speakers,
        int part,
        int parts,
        Optional<Integer> previous,
        Optional<Integer> next,
        Optional<Paragraph> title,
        List<Paragraph> paragraphs,
        Evidence evidence,
        List<Version> versions,
        List<CopyLine> copies,
        int corrections) {

    private static final int COPIES = 100;

    /**
     * How an article was had, and what read it.
     *
     * @param captured when its bytes were fetched or archived
     * @param capturedFrom where they came from in the end, if from another address
     * @param warcRecord id of the WARC record
     * @param digest of the bytes
     * @param truncated why they are not whole
     * @param textDigest of the text
     * @param keptAt when this version was first kept
     * @param readBy what made the record
     */
    public record Evidence(
            Optional<String> captured,
            Optional<String> capturedFrom,
            Optional<String> warcRecord,
            Optional<String> digest,
            Optional<String> truncated,
            String textDigest,
            String keptAt,
            String readBy) {}

    /**
     * A version of the article.
     *
     * @param id of it as an article
     * @param keptAt when it was first kept
     * @param statements how many it has
     * @param shown whether it is the one that is shown
     */
    public record Version(String id, String keptAt, int statements, boolean shown) {}

    /**
     * An article of the same group of copies.
     *
     * @param id of the article
     * @param headline its title, or its address
     * @param outlet who published it
     * @param published when
     * @param kind how it goes back to the first: exact, near or contained; empty for the first
     * @param score how much of it is the same, from 0 to 1
     * @param shown whether it is the one that is shown
     */
    public record CopyLine(
            String id,
            String headline,
            Optional<String> outlet,
            Optional<String> published,
            Optional<String> kind,
            double score,
            boolean shown) {}

    public ArticleView {
        authors = List.copyOf(authors);
        speakers = List.copyOf(speakers);
        paragraphs = List.copyOf(paragraphs);
        versions = List.copyOf(versions);
        copies = List.copyOf(copies);
    }

    /**
     * Reads it.
     *
     * @param at a place in the text, in code points: the part that has it is shown
     * @throws Problem with status 404 if there is no such article
     */
    public static ArticleView of(Shelf shelf, String articleId, int at) {
        ArticleFile file = ArticleFile.open(shelf, articleId);
        Article article = file.record().article();
        Metadata metadata = article.metadata();
        int part =
                file.parts().at(file.points().toUtf16(Math.min(at, file.points().length())));
        List<Kept> versions = shelf.store().versions(article.address());
        return new ArticleView(
                article.id(),
                article.address(),
                link(article.address()),
                metadata.title().orElse(article.address()),
                metadata.outlet(),
                metadata.authors(),
                metadata.published().map(Published::value),
                metadata.language(),
                metadata.agency(),
                from(metadata),
                file.points().length(),
                file.record().statements().size(),
                file.record().speakers().stream().map(Speaker::name).distinct().toList(),
                part + 1,
                file.parts().size(),
                part == 0 ? Optional.empty() : Optional.of(file.at(part - 1)),
                part + 1 == file.parts().size() ? Optional.empty() : Optional.of(file.at(part + 1)),
                part == 0 ? file.title() : Optional.empty(),
                file.paragraphs(part),
                evidence(file),
                versions.size() < 2
                        ? List.of()
                        : versions.stream()
                                .map(kept -> version(kept, articleId))
                                .toList(),
                shelf.store().list().copies(articleId, COPIES).stream()
                        .map(copy -> copy(copy, articleId))
                        .toList(),
                file.corrected().touched().stream()
                        .mapToInt(touched -> touched.history().size())
                        .sum());
    }

    /** Nothing but an address of the web becomes a link: other schemes can run what they carry. */
    static Optional<String> link(String address) {
        String start = address.toLowerCase(Locale.ROOT);
        return start.startsWith("https://") || start.startsWith("http://") ? Optional.of(address) : Optional.empty();
    }

    private static Map<String, String> from(Metadata metadata) {
        Map<String, String> from = new TreeMap<>(metadata.from());
        metadata.published().ifPresent(published -> from.put("published", published.from()));
        return from;
    }

    private static Evidence evidence(ArticleFile file) {
        Article article = file.record().article();
        Optional<Capture> capture = article.metadata().capture();
        Producer producer = file.record().producer();
        return new Evidence(
                capture.flatMap(Capture::time),
                capture.flatMap(Capture::address),
                capture.flatMap(Capture::warcRecord),
                capture.flatMap(Capture::digest),
                capture.flatMap(Capture::truncated),
                Anchor.digest(article.text().value()),
                file.around().keptAt().toString(),
                "Onrecord " + producer.version() + ", model " + producer.model() + ", options " + producer.options());
    }

    private static Version version(Kept kept, String shown) {
        return new Version(
                kept.articleId(),
                kept.keptAt().toString(),
                kept.statements(),
                kept.articleId().equals(shown));
    }

    private static CopyLine copy(ArticleList.Copy copy, String shown) {
        return new CopyLine(
                copy.id(),
                copy.title().orElse(copy.address()),
                copy.outlet(),
                copy.published(),
                copy.kind().map(kind -> kind.label()),
                copy.score(),
                copy.id().equals(shown));
    }
}
