/**
 * Keeps records: {@link io.onrecord.store.Store}, one SQLite file or a PostgreSQL database, chosen by the address alone. Both
 * have the same tables, and rows give back the records that were put in, to the character.
 */
@NullMarked
package io.onrecord.store;

import org.jspecify.annotations.NullMarked;
