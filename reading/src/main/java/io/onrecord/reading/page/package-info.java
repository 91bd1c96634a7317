/** Web pages: the text of the article in a page, and what the page says of it. */
@NullMarked
package io.onrecord.reading.page;

import org.jspecify.annotations.NullMarked;
