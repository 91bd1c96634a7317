/** Made-up articles to try things with. */
@NullMarked
package io.onrecord.demo;

import org.jspecify.annotations.NullMarked;
