/** XML from strangers, pulled piece by piece with nothing resolved and everything bounded. */
@NullMarked
package io.onrecord.reading.xml;

import org.jspecify.annotations.NullMarked;
