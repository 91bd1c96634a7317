package io.onrecord.reading.document;

import io.onrecord.model.Article;
import io.onrecord.model.Metadata;
import io.onrecord.model.Outcome;
import io.onrecord.model.Text;
import io.onrecord.reading.item.ItemArticles;
import io.onrecord.reading.item.Wording;
import io.onrecord.text.Layout;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text that a news database exported: many articles with a few lines of fields each. Told by structure alone, and only
 * where an article has all the fields that its style has, so that an article about databases is none. Immutable.
 */
public final class NewsExport {

    /** Each is tried in this order. */
    private static final List<ExportStyle> STYLES = List.of(new NexisPlain(), new NexisUni(), new Factiva());

    private static final Pattern MARK =
            Pattern.compile(NexisPlain.COUNTER.pattern() + "|" + Factiva.ACCESSION.pattern() + "|(?i:End of Document)");

    private static final Pattern MARKS = Pattern.compile("(?m)^[ \\t]*+(?:" + NexisPlain.COUNTER.pattern() + "|"
            + Factiva.ACCESSION.pattern() + "|(?i:End of Document))[ \\t]*+$");

    private final ExportLines lines;
    private final ExportStyle style;
    private final List<ExportStyle.Block> blocks;

    private NewsExport(ExportLines lines, ExportStyle style, List<ExportStyle.Block> blocks) {
        this.lines = lines;
        this.style = style;
        this.blocks = blocks;
    }

    /** The export that a text is, or nothing if it is none. Most blocks, and the first of them, must be articles. */
    public static Optional<NewsExport> of(String text) {
        if (!hasMark(text)) {
            return Optional.empty();
        }
        ExportLines lines = new ExportLines(text);
        for (ExportStyle style : STYLES) {
            List<ExportStyle.Block> blocks = style.blocks(lines);
            if (!blocks.isEmpty() && style.story(lines, blocks.get(0)).isPresent()) {
                long stories = blocks.stream()
                        .filter(block -> style.story(lines, block).isPresent())
                        .count();
                if (2 * stories > blocks.size()) {
                    return Optional.of(new NewsExport(lines, style, blocks));
                }
            }
        }
        return Optional.empty();
    }

    /** The export that a page is, as which databases save them, too; its mark-up is taken for nothing but text. None if it has more elements than memory holds. */
    public static Optional<NewsExport> ofMarkUp(String html) {
        if (!MARK.matcher(html).find()) {
            return Optional.empty();
        }
        return BoundedHtml.parse(html)
                .map(document -> HtmlBlocks.of(document).stream()
                        .map(HtmlBlocks.Block::text)
                        .collect(Collectors.joining("\n\n")))
                .flatMap(NewsExport::of);
    }

    /**
     * Whether a text, or the beginning of one, has a line that parts the articles of an export. Cheap; says that it is
     * worth holding the whole text in memory, beyond the limit for one article, to see whether it is one.
     */
    public static boolean hasMark(CharSequence text) {
        return MARKS.matcher(text).find();
    }

    /** How many articles there are, those that cannot be told counted. */
    public int size() {
        return blocks.size();
    }

    /**
     * The articles, one by one. Each is a stretch of the export, kept to the character but for carriage returns; where
     * two fields hold its text, an empty line stands between them. Its address is that of the export with
     * {@code #number}, if there are several.
     *
     * @param address of the export
     * @param known of it from outside; what an article says of itself goes before
     */
    public ItemArticles articles(String address, Metadata known, DocumentLimits limits) {
        return new ItemArticles() {
            private int at;

            @Override
            public @Nullable Outcome<Article> next() {
                return at < blocks.size() ? article(at++, address, known, limits) : null;
            }

            @Override
            public void close() {
                at = blocks.size();
            }
        };
    }

    private Outcome<Article> article(int number, String address, Metadata known, DocumentLimits limits) {
        String own = blocks.size() == 1 ? address : address + "#" + (number + 1);
        ExportStyle.Block block = blocks.get(number);
        Optional<ExportStyle.Story> story = style.story(lines, block);
        if (story.isEmpty()) {
            String start = lines.line(Math.min(lines.visible(block.start(), block.end()), lines.count() - 1));
            return Wording.skipped(
                    own, "not laid out as the other articles of this export: see \"" + Wording.shown(start) + "\"");
        }
        String body = Paragraphs.cleaned(String.join("\n\n", story.get().body()));
        Text text = Layout.of(body).text(body);
        return Draft.article(own, text, story.get().properties().metadata().orElse(known), limits);
    }
}
