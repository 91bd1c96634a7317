/** What news agencies deliver, to articles: NewsML-G2, NITF and ninjs, the standards of the IPTC. */
@NullMarked
package io.onrecord.reading.agency;

import org.jspecify.annotations.NullMarked;
