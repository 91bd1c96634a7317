/**
 * When things were said: date expressions read against a date, and the date of each statement of an article. Pure
 * functions of their input: no clock, no locale, no time zone but the one a publication date is given in. All types are
 * safe to share between threads.
 */
@NullMarked
package io.onrecord.dates;

import org.jspecify.annotations.NullMarked;
