package io.onrecord.reading.page;

import io.onrecord.model.Metadata;
import io.onrecord.model.Text;
import java.util.Optional;

/**
 * What was found in a web page.
 *
 * @param text the article in it: its paragraphs with a blank line between two
 * @param metadata what the page says of the article
 * @param canonical the address that the page calls its own, as it is written there; may be anything
 */
public record Page(Text text, Metadata metadata, Optional<String> canonical) {}
