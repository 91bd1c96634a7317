/**
 * The report for people: one HTML file. {@link io.onrecord.exchange.report.HtmlReport} fills its pages, which are templates under
 * {@code src/main/jte}; what they are given is words made safe for people, and the engine makes them safe for HTML.
 */
@NullMarked
package io.onrecord.exchange.report;

import org.jspecify.annotations.NullMarked;
