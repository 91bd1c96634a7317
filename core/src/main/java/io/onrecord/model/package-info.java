/**
 * The words of the project as types: article, statement, speaker, dispute, record. All are immutable values whose
 * constructors hold their invariants; all are safe to share between threads. Spans count UTF-16 units, files and HTTP
 * count code points ({@link io.onrecord.model.CodePoints} maps between them).
 */
@NullMarked
package io.onrecord.model;

import org.jspecify.annotations.NullMarked;
