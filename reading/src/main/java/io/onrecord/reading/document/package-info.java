/**
 * Documents to articles: PDF, DOCX, ODT, RTF, EPUB, mails and mailboxes, and the exports of news databases, which hold
 * many articles in one text. Whatever a document holds, time and memory are bounded.
 */
@NullMarked
package io.onrecord.reading.document;

import org.jspecify.annotations.NullMarked;
