/**
 * Records as annotations beside their text, for the tools that people annotate with, and the way back: brat's standoff
 * files and UIMA XMI as INCEpTION reads it. What a person changed there comes back as corrections.
 */
@NullMarked
package io.onrecord.exchange.annotation;

import org.jspecify.annotations.NullMarked;
