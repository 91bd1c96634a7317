package io.onrecord.reading.document;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a news database lays out the articles of an export. */
interface ExportStyle {

    /** A line that says whose the rights are. */
    Pattern RIGHTS = Pattern.compile("(?i)(?:copyright\\b|\\(c\\) ?(?:copyright )?\\d{4}|©).*|all rights reserved\\.?");

    /**
     * A range of lines that belongs to one article.
     *
     * @param start first line
     * @param end after the last line
     * @param first whether it is the first of the export, before which a cover may stand
     */
    record Block(int start, int end, boolean first) {}

    /**
     * An article that was told from its surroundings.
     *
     * @param properties what the block says of it
     * @param body its text, a stretch of the export for each field that holds some
     */
    record Story(Properties properties, List<String> body) {}

    /** Where its articles stand; empty if nothing parts them. */
    List<Block> blocks(ExportLines lines);

    /** The article in a block; empty if it has not the fields that this style has. */
    Optional<Story> story(ExportLines lines, Block block);
}
